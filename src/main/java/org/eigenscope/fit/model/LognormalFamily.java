package org.eigenscope.fit.model;

import static org.eigenscope.law.family.Parameter.SIGMA;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * The lognormal law with a floor, Λ = τ + s·e^(σZ), s = e^μ. Its likelihood, too, is unbounded as τ → λmin (B. M. Hill, Journal of
 * the American Statistical Association 58, 1963), which is why τ stays a gap below.
 */
final class LognormalFamily extends StandardFamily {
    LognormalFamily() {
        super(LawFamily.LOGNORMAL);
    }

    @Override
    public boolean hasCheapTransform() {
        return false;
    }

    /** The mean of Z, e^(σ²/2). */
    @Override
    public double mean(ToDoubleFunction<Parameter> value) {
        double sigma = value.applyAsDouble(SIGMA);
        return Math.exp(0.5 * sigma * sigma);
    }

    /** Starts from moments: σ is the standard deviation of ln(λ − τ). */
    @Override
    public List<ParameterSet> starts(Sample sample, Choices choices) {
        List<ParameterSet> starts = new ArrayList<>();
        for (double shift : shifts(sample, choices)) {
            double mean = logMean(sample, shift);
            double variance = Arrays.stream(sample.values())
                    .map(v -> Math.log(v - shift) - mean)
                    .map(d -> d * d)
                    .average()
                    .orElseThrow();
            for (double sigma : choices.of(SIGMA, Math.sqrt(variance))) {
                starts.add(ParameterSet.EMPTY.with(TAU, shift).with(SIGMA, sigma));
            }
        }
        return starts;
    }

    @Override
    double momentScale(Sample sample, ParameterSet start) {
        return Math.exp(logMean(sample, start.get(TAU)));
    }

    private static double logMean(Sample sample, double shift) {
        return Arrays.stream(sample.values())
                .map(v -> Math.log(v - shift))
                .average()
                .orElseThrow();
    }
}
