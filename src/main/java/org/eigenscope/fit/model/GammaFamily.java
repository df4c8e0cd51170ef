package org.eigenscope.fit.model;

import static org.eigenscope.law.family.Parameter.SHAPE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** The Gamma law, s = 1/b, and the inverse-Gamma law, s = b. */
final class GammaFamily extends StandardFamily {
    private static final double SMALLEST_START = 0.01;
    private static final double LARGEST_START = 1e4;

    private final boolean inverse;

    GammaFamily(LawFamily family) {
        super(family);
        this.inverse = isInverse();
    }

    @Override
    public double scale(double value) {
        return inverse ? value : 1 / value;
    }

    /** E[Z] = a, and 1/(a − 1) for the inverse law, +∞ for a ≤ 1. */
    @Override
    public double mean(ToDoubleFunction<Parameter> value) {
        double shape = value.applyAsDouble(SHAPE);
        if (!inverse) {
            return shape;
        }
        return shape > 1 ? 1 / (shape - 1) : Double.POSITIVE_INFINITY;
    }

    /** Starts from moments: X of mean 1 has variance 1/a. */
    @Override
    public List<ParameterSet> starts(Sample sample, Choices choices) {
        List<ParameterSet> starts = new ArrayList<>();
        for (double shift : shifts(sample, choices)) {
            double variance = Moments.of(sample, shift, inverse).variance();
            double moment = Moments.clamped(1 / variance, SMALLEST_START, LARGEST_START);
            for (double shape : choices.of(SHAPE, moment, 1, 4)) {
                starts.add(ParameterSet.EMPTY.with(TAU, shift).with(SHAPE, shape));
            }
        }
        return starts;
    }

    @Override
    double momentScale(Sample sample, ParameterSet start) {
        double mean = Moments.of(sample, start.get(TAU), inverse).mean();
        return inverse ? start.get(SHAPE) / mean : mean / start.get(SHAPE);
    }
}
