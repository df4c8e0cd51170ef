package org.eigenscope.fit.model;

import static org.eigenscope.law.family.Parameter.CENTER;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** Wigner's semicircle, Λ = m + R·Z, of eigenvalues of any sign. */
final class SemicircleFamily extends StandardFamily {
    /** The 75 % point of Z. */
    private static final double UPPER_QUARTILE = 0.403972753299517;
    /** The least radius, as a fraction of the sample's range; less would leave nearly every eigenvalue outside. */
    private static final double LEAST_RADIUS = 1e-6;

    private static final double GREATEST_RADIUS = 1e3;

    SemicircleFamily() {
        super(LawFamily.SEMICIRCLE);
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    @Override
    public double mean(ToDoubleFunction<Parameter> value) {
        return 0;
    }

    @Override
    double coordinate(Parameter parameter, double value) {
        return parameter == CENTER ? value : super.coordinate(parameter, value);
    }

    @Override
    double value(Parameter parameter, double coordinate) {
        return parameter == CENTER ? coordinate : super.value(parameter, coordinate);
    }

    @Override
    double least(Parameter parameter, Sample sample) {
        return parameter == CENTER ? sample.smallest() : LEAST_RADIUS * range(sample);
    }

    @Override
    double greatest(Parameter parameter, Sample sample) {
        return parameter == CENTER ? sample.largest() : GREATEST_RADIUS * range(sample);
    }

    @Override
    public List<ParameterSet> starts(Sample sample, Choices choices) {
        List<ParameterSet> starts = new ArrayList<>();
        double middle = 0.5 * sample.smallest() + 0.5 * sample.largest();
        for (double center : choices.of(CENTER, sample.quantile(0.5), sample.mean(), middle)) {
            starts.add(ParameterSet.EMPTY.with(CENTER, center));
        }
        return starts;
    }

    @Override
    public double[] scales(Sample sample, SpectralLaw standard, ParameterSet start) {
        double quartiles = (sample.quantile(0.75) - sample.quantile(0.25)) / (2 * UPPER_QUARTILE);
        return new double[] {
            Math.max(quartiles, LEAST_RADIUS * range(sample)), momentScale(sample, start), 0.5001 * range(sample)
        };
    }

    /** R from the sample: twice the standard deviation. */
    @Override
    double momentScale(Sample sample, ParameterSet start) {
        double sum = 0;
        for (double value : sample.values()) {
            sum += (value - sample.mean()) * (value - sample.mean());
        }
        return 2 * Math.sqrt(sum / sample.size());
    }

    private static double range(Sample sample) {
        return sample.largest() - sample.smallest();
    }
}
