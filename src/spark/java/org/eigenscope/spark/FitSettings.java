package org.eigenscope.spark;

import java.io.Serializable;
import java.util.Optional;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.survey.SurveyOptions;

/**
 * How matrices are computed, as it goes to the executors.
 *
 * @param law the law's name; empty for the more likely one of HTMP and inverse HTMP
 * @param bootstrap draws for the intervals, 0 for profile likelihood
 * @param seed of the draws
 * @param leastEigenvalues fewer positive ones are not fitted
 * @param eigenvalues whether eigenvalues go into the output
 */
record FitSettings(String law, int bootstrap, long seed, int leastEigenvalues, boolean eigenvalues)
        implements Serializable {
    SurveyOptions options() {
        Optional<LawFamily> family = law.isEmpty()
                ? Optional.empty()
                : Optional.of(LawFamily.byId(law)
                        .orElseThrow(() -> new IllegalArgumentException("law = " + law + " is none")));
        return SurveyOptions.withDefaults()
                .withLaw(family)
                .withBootstrap(new FitPlan.Bootstrap(bootstrap, seed))
                .withLeastEigenvalues(leastEigenvalues)
                .withKeepsSpectra(eigenvalues);
    }
}
