package org.eigenscope.fit.model;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** HTMP and MP with Z = X of mean 1, and their inverses with Z = 1/X. */
final class LaguerreFamily extends StandardFamily {
    private static final double[] GAMMAS = {0.1, 0.5, 0.9};
    private static final double[] OTHER_KAPPAS = {0.5, 5, 100};
    private static final double SMALLEST_START = 0.05;
    private static final double LARGEST_START = 500;

    private static final double[] MATCHED_RANKS = {0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95};

    private final boolean inverse;
    private final boolean hasKappa;

    LaguerreFamily(LawFamily family) {
        super(family);
        this.inverse = isInverse();
        this.hasKappa = family.parameters().contains(KAPPA);
    }

    @Override
    public boolean isBounded() {
        return !hasKappa;
    }

    /** E[Z] = 1; c/(δ − 1) for inverse HTMP, 1/(1 − γ) for inverse MP, +∞ where these do not exist. */
    @Override
    public double mean(ToDoubleFunction<Parameter> value) {
        if (!inverse) {
            return 1;
        }
        double gamma = value.applyAsDouble(GAMMA);
        if (!hasKappa) {
            return overPositive(1, 1 - gamma);
        }
        double c = value.applyAsDouble(KAPPA) / (2 * gamma);
        return overPositive(c, c * (1 - gamma) - 1);
    }

    private static double overPositive(double numerator, double denominator) {
        return denominator > 0 ? numerator / denominator : Double.POSITIVE_INFINITY;
    }

    /** Starts from moments: X of mean 1 has variance γ(1 + 2/κ), so κ₀ = 2/(Var/γ − 1). */
    @Override
    public List<ParameterSet> starts(Sample sample, Choices choices) {
        List<ParameterSet> starts = new ArrayList<>();
        for (double shift : shifts(sample, choices)) {
            double variance = Moments.of(sample, shift, inverse).variance();
            for (double gamma : choices.of(GAMMA, GAMMAS)) {
                ParameterSet base = ParameterSet.EMPTY.with(TAU, shift).with(GAMMA, gamma);
                if (!hasKappa) {
                    starts.add(base);
                    continue;
                }
                for (double kappa : choices.of(KAPPA, kappas(variance / gamma))) {
                    starts.add(base.with(KAPPA, kappa));
                }
            }
        }
        return starts;
    }

    private static double[] kappas(double variancePerGamma) {
        double[] kappas = Arrays.copyOf(OTHER_KAPPAS, OTHER_KAPPAS.length + 1);
        // Var < γ leaves no finite κ: the sample is narrower than MP
        kappas[OTHER_KAPPAS.length] = variancePerGamma > 1
                ? Moments.clamped(2 / (variancePerGamma - 1), SMALLEST_START, LARGEST_START)
                : LARGEST_START;
        Arrays.sort(kappas);
        return kappas;
    }

    /**
     * A law of bounded support has a local maximum for every cluster of eigenvalues that it can cover, so its starts
     * are closer together.
     */
    @Override
    public double[] scales(Sample sample, SpectralLaw standard, ParameterSet start) {
        if (hasKappa) {
            return super.scales(sample, standard, start);
        }
        int ranks = MATCHED_RANKS.length;
        double[] scales = new double[2 * ranks + 1];
        for (int i = 0; i < ranks; i++) {
            double value = sample.quantile(MATCHED_RANKS[i]) - start.get(TAU);
            scales[i] = value / standard.quantile(MATCHED_RANKS[i]);
            scales[ranks + i] = value / standard.quantile(0.5);
        }
        scales[2 * ranks] = momentScale(sample, start);
        return scales;
    }

    @Override
    double momentScale(Sample sample, ParameterSet start) {
        double mean = Moments.of(sample, start.get(TAU), inverse).mean();
        return inverse ? 1 / mean : mean;
    }
}
