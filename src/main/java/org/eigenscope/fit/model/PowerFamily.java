package org.eigenscope.fit.model;

import static org.eigenscope.law.family.Parameter.EXPONENT;
import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.XMIN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * The power law, and the one with an exponential cut-off, of Z = Λ/x_min ≥ 1. The likelihood rises with x_min up to the smallest
 * eigenvalue used, which is therefore its estimate.
 */
final class PowerFamily extends StandardFamily {
    /** The least α − 1 that a search tries without a cut-off. */
    private static final double SMALLEST_EXCESS = 1e-3;

    private static final double LARGEST_EXCESS = 900;
    private static final double STEEPEST_RISE = -50;
    private static final double STEEPEST_FALL = 200;
    /** The slowest cut-off that a search tries, as b·x_min. */
    private static final double SLOWEST_CUT = 1e-14;

    private static final double FASTEST_CUT = 1e6;

    private final boolean cut;

    PowerFamily(LawFamily family) {
        super(family);
        this.cut = family == LawFamily.TRUNCATED_POWER;
    }

    /** The parameters with x_min = 1; the rate of the cut-off of Z is b·x_min. */
    @Override
    ParameterSet standardParameters(ToDoubleFunction<Parameter> value) {
        ParameterSet standard =
                ParameterSet.EMPTY.with(EXPONENT, value.applyAsDouble(EXPONENT)).with(XMIN, 1);
        return cut ? standard.with(RATE, value.applyAsDouble(RATE) * value.applyAsDouble(XMIN)) : standard;
    }

    @Override
    public boolean hasCheapTransform() {
        return false;
    }

    @Override
    public double mean(ToDoubleFunction<Parameter> value) {
        return standard(value).mean();
    }

    /** ln(α − 1), but α itself with a cut-off, because α may then be any number. */
    @Override
    double coordinate(Parameter parameter, double value) {
        if (parameter != EXPONENT) {
            return super.coordinate(parameter, value);
        }
        return cut ? value : Math.log(value - 1);
    }

    @Override
    double value(Parameter parameter, double coordinate) {
        if (parameter != EXPONENT) {
            return super.value(parameter, coordinate);
        }
        return cut ? coordinate : 1 + Math.exp(coordinate);
    }

    @Override
    double least(Parameter parameter, Sample sample) {
        return switch (parameter) {
            case EXPONENT -> cut ? STEEPEST_RISE : 1 + SMALLEST_EXCESS;
            case RATE -> SLOWEST_CUT / sample.smallest();
            default -> super.least(parameter, sample);
        };
    }

    @Override
    double greatest(Parameter parameter, Sample sample) {
        return switch (parameter) {
            case EXPONENT -> cut ? STEEPEST_FALL : 1 + LARGEST_EXCESS;
            case RATE -> FASTEST_CUT / sample.smallest();
            default -> super.greatest(parameter, sample);
        };
    }

    /** Hill's estimate of α; with a cut-off also flatter ones, cut at the mean or at the largest. */
    @Override
    public List<ParameterSet> starts(Sample sample, Choices choices) {
        double slope = sample.size()
                / Arrays.stream(sample.values())
                        .map(v -> Math.log(v / sample.smallest()))
                        .sum();
        double hill = 1 + Moments.clamped(slope, 2 * SMALLEST_EXCESS, LARGEST_EXCESS / 2);
        List<ParameterSet> starts = new ArrayList<>();
        if (!cut) {
            for (double exponent : choices.of(EXPONENT, hill)) {
                starts.add(ParameterSet.EMPTY.with(EXPONENT, exponent));
            }
            return starts;
        }
        double steep = Math.min(hill, STEEPEST_FALL / 2);
        for (double exponent : choices.of(EXPONENT, steep, 0.5 * steep, 0)) {
            for (double rate : choices.of(RATE, 0.01 / sample.largest(), 1 / sample.largest(), 1 / sample.mean())) {
                starts.add(ParameterSet.EMPTY.with(EXPONENT, exponent).with(RATE, rate));
            }
        }
        return starts;
    }

    @Override
    public double[] scales(Sample sample, SpectralLaw standard, ParameterSet start) {
        return new double[] {momentScale(sample, start)};
    }

    @Override
    double momentScale(Sample sample, ParameterSet start) {
        return sample.smallest();
    }
}
