package org.eigenscope.fit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * A fitted law and how well it fits.
 *
 * @param family the law's family
 * @param parameters every parameter of the family, fixed ones included
 * @param fixed which of them were held
 * @param objective what was optimised
 * @param sampleSize eigenvalues used, after trimming
 * @param logLikelihood Σ ln ρ over the sample (renormalised on the window when trimmed), whatever the objective; for
 *     MP, inverse MP and the semicircle with a noise component of weight 1/n, so that eigenvalues outside their support
 *     leave it finite
 * @param kolmogorovSmirnov sup |F̂ − F| on the same sample
 * @param warnings what the user should know before believing the numbers
 * @param tied which of the parameters were neither free nor held, but followed from the others or from the sample
 */
public record FitResult(
        LawFamily family,
        ParameterSet parameters,
        Set<Parameter> fixed,
        Objective objective,
        int sampleSize,
        double logLikelihood,
        double kolmogorovSmirnov,
        List<FitWarning> warnings,
        Set<Parameter> tied) {
    private static final int OUTLIER_PARAMETERS = 2;

    public FitResult {
        fixed = Set.copyOf(fixed);
        tied = Set.copyOf(tied);
        warnings = List.copyOf(warnings);
    }

    /** The parameters that were neither held nor tied. */
    public Set<Parameter> free() {
        Set<Parameter> free = EnumSet.copyOf(family.parameters());
        free.removeAll(fixed);
        free.removeAll(tied);
        return free;
    }

    /** Number of parameters that were estimated: the free ones, and those read off the sample. */
    public int freeParameters() {
        Set<Parameter> read = family.readFromSample();
        return free().size() + (int) tied.stream().filter(read::contains).count();
    }

    /**
     * Whether eigenvalues lie outside the law's bounded support, so that the likelihood is that of the law with a component of
     * outliers.
     */
    public boolean hasOutliers() {
        return warnings.stream().anyMatch(warning -> warning.kind() == FitWarning.Kind.OUTSIDE_SUPPORT);
    }

    /**
     * k of the information criteria: {@link #freeParameters}, and with outliers the two ends of their component, which are the
     * sample's smallest and largest eigenvalue. (Its weight is 1/n for every sample.)
     */
    public int estimatedParameters() {
        return freeParameters() + (hasOutliers() ? OUTLIER_PARAMETERS : 0);
    }

    /** Akaike's criterion 2k − 2 ln L, k from {@link #estimatedParameters}. */
    public double aic() {
        return 2.0 * estimatedParameters() - 2 * logLikelihood;
    }

    /** Schwarz's criterion k ln n − 2 ln L, k from {@link #estimatedParameters} and n the sample size. */
    public double bic() {
        return estimatedParameters() * Math.log(sampleSize) - 2 * logLikelihood;
    }

    /** The fitted law itself. */
    public SpectralLaw law() {
        return family.law(parameters);
    }
}
