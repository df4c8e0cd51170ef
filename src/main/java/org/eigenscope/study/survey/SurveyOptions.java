package org.eigenscope.study.survey;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.study.StudyKey;

/**
 * How the matrices of a survey are computed.
 *
 * @param spectrum how eigenvalues are taken
 * @param law the law to report on; empty for the more likely one of HTMP and inverse HTMP
 * @param bootstrap the draws for intervals; with none they come from the profile likelihood
 * @param leastEigenvalues fewer positive ones are not fitted
 * @param windows the windows whose spectra are pooled; empty for whole matrices
 * @param keepsSpectra whether eigenvalues are kept in the study, so that other fits of them need no decomposition
 * @param fresh whether results that are there are computed anew
 */
public record SurveyOptions(
        SpectrumOptions spectrum,
        Optional<LawFamily> law,
        FitPlan.Bootstrap bootstrap,
        int leastEigenvalues,
        Optional<WindowShape> windows,
        boolean keepsSpectra,
        boolean fresh) {
    /** Raised when the same options lead to other numbers than before. */
    private static final int REVISION = 1;

    public SurveyOptions {
        Objects.requireNonNull(spectrum, "spectrum");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(bootstrap, "bootstrap");
        Objects.requireNonNull(windows, "windows");
        if (leastEigenvalues < 2) {
            throw new IllegalArgumentException("leastEigenvalues = " + leastEigenvalues + " is less than 2");
        }
    }

    /** Raw eigenvalues, the more likely orientation, intervals from the profile likelihood, ten eigenvalues at least. */
    public static SurveyOptions withDefaults() {
        return new SurveyOptions(
                SpectrumOptions.withDefaults(),
                Optional.empty(),
                new FitPlan.Bootstrap(0, 1),
                10,
                Optional.empty(),
                true,
                false);
    }

    /** The same options with how eigenvalues are taken set. */
    public SurveyOptions withSpectrum(SpectrumOptions value) {
        return new SurveyOptions(value, law, bootstrap, leastEigenvalues, windows, keepsSpectra, fresh);
    }

    /** The same options with the law to report on set. */
    public SurveyOptions withLaw(Optional<LawFamily> value) {
        return new SurveyOptions(spectrum, value, bootstrap, leastEigenvalues, windows, keepsSpectra, fresh);
    }

    /** The same options with the draws for intervals set. */
    public SurveyOptions withBootstrap(FitPlan.Bootstrap value) {
        return new SurveyOptions(spectrum, law, value, leastEigenvalues, windows, keepsSpectra, fresh);
    }

    /** The same options with the least number of positive eigenvalues that are fitted set. */
    public SurveyOptions withLeastEigenvalues(int value) {
        return new SurveyOptions(spectrum, law, bootstrap, value, windows, keepsSpectra, fresh);
    }

    /** The same options with windows set. */
    public SurveyOptions withWindows(Optional<WindowShape> value) {
        return new SurveyOptions(spectrum, law, bootstrap, leastEigenvalues, value, keepsSpectra, fresh);
    }

    /** The same options with whether eigenvalues are kept set. */
    public SurveyOptions withKeepsSpectra(boolean value) {
        return new SurveyOptions(spectrum, law, bootstrap, leastEigenvalues, windows, value, fresh);
    }

    /** The same options with whether known results are computed anew set. */
    public SurveyOptions withFresh(boolean value) {
        return new SurveyOptions(spectrum, law, bootstrap, leastEigenvalues, windows, keepsSpectra, value);
    }

    /** How eigenvalues are taken, as part of a key. */
    public String convention() {
        return String.join(
                ";",
                "normalize=" + spectrum.normalization().id(),
                "as=" + spectrum.interpretation().id(),
                "flatten=" + spectrum.flattening().id(),
                "solver=" + spectrum.solver().id(),
                "drop-nonfinite-rows=" + spectrum.dropNonFiniteRows(),
                "windows=" + windows.map(WindowShape::toString).orElse("none"),
                "revision=" + REVISION);
    }

    /** What is fitted and how, as part of a key. */
    public String fit() {
        return String.join(
                ";",
                "law=" + law.map(LawFamily::id).orElse("better"),
                "bootstrap=" + bootstrap.replicates(),
                "seed=" + (bootstrap.replicates() == 0 ? "none" : Long.toString(bootstrap.seed())),
                "min-n=" + leastEigenvalues,
                "revision=" + REVISION);
    }

    /** The key of a content under these options. */
    public StudyKey key(String content) {
        return new StudyKey(content, convention(), fit());
    }
}
