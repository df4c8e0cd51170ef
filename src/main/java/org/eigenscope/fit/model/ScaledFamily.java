package org.eigenscope.fit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * Any law Λ = t + s·Z of positive eigenvalues that has no class of its own here. Shapes start from a few values around
 * 1, s from the quantiles and the mean.
 */
final class ScaledFamily extends StandardFamily {
    private static final double[] SHAPES = {0.5, 1, 2, 4};

    private final LawFamily family;

    ScaledFamily(LawFamily family) {
        super(family);
        this.family = family;
    }

    /** s is the inverse of a rate. */
    @Override
    public double scale(double value) {
        return isRate() ? 1 / value : value;
    }

    private boolean isRate() {
        return family.unitPower(scaleParameter()) < 0;
    }

    @Override
    public boolean hasCheapTransform() {
        return false;
    }

    @Override
    public double mean(ToDoubleFunction<Parameter> value) {
        return standard(value).mean();
    }

    @Override
    double least(Parameter parameter, Sample sample) {
        return Math.max(family.domain(parameter).lower(), super.least(parameter, sample));
    }

    @Override
    double greatest(Parameter parameter, Sample sample) {
        return Math.min(family.domain(parameter).upper(), super.greatest(parameter, sample));
    }

    @Override
    public List<ParameterSet> starts(Sample sample, Choices choices) {
        List<ParameterSet> starts = new ArrayList<>();
        starts.add(ParameterSet.EMPTY);
        for (Parameter parameter : family.parameters()) {
            if (parameter != scaleParameter()) {
                starts = spread(starts, parameter, values(parameter, sample, choices));
            }
        }
        return starts;
    }

    private double[] values(Parameter parameter, Sample sample, Choices choices) {
        if (shiftParameter().equals(Optional.of(parameter))) {
            return shifts(sample, choices);
        }
        double[] inside = DoubleStream.of(SHAPES)
                .map(family.domain(parameter)::clamp)
                .distinct()
                .toArray();
        return choices.of(parameter, inside);
    }

    private static List<ParameterSet> spread(List<ParameterSet> starts, Parameter parameter, double[] values) {
        List<ParameterSet> more = new ArrayList<>();
        for (ParameterSet start : starts) {
            for (double value : values) {
                more.add(start.with(parameter, value));
            }
        }
        return more;
    }

    @Override
    public double[] scales(Sample sample, SpectralLaw standard, ParameterSet start) {
        double shift = shiftParameter().map(start::get).orElse(0.0);
        return new double[] {
            (sample.quantile(0.5) - shift) / standard.quantile(0.5),
            (sample.quantile(0.9) - shift) / standard.quantile(0.9),
            momentScale(sample, start)
        };
    }

    /** The scale that matches the mean; NaN where the law has no mean, and no search starts from NaN. */
    @Override
    double momentScale(Sample sample, ParameterSet start) {
        double shift = shiftParameter().map(start::get).orElse(0.0);
        double scale = (sample.mean() - shift) / mean(start::get);
        return scale > 0 ? scale : Double.NaN;
    }
}
