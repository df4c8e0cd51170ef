package org.eigenscope.fit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.numeric.WindowQuadrature;
import org.eigenscope.fit.tail.PowerLawTail;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;

/**
 * The ways in which training fails that a spectrum or a fit of HTMP or its inverse points to, in words (Hodgkinson, Mahoney and
 * Wang, arXiv 2506.03470): few directions left; κ like ∞, where nothing was learnt; and a tail that κ does not make.
 *
 * <p>What is said of rank rests on the eigenvalues, never on κ: a heavy tail, a spike and a small κ̂ each put the trace into few
 * directions while all the others are there.
 */
public final class FailureSignatures {
    /** Standard errors by which two tail exponents must differ, once the law is known to miss the spectrum. */
    private static final double CLEARLY = 2;

    private FailureSignatures() {}

    /**
     * The sentences.
     *
     * @param diagnosis of the whole spectrum
     * @param fit any; only those of HTMP and its inverse have a κ to speak of
     * @param tail the spectrum's power-law tail, if it has one
     */
    public static List<String> of(Diagnosis diagnosis, FitResult fit, Optional<PowerLawTail> tail) {
        List<String> sentences = new ArrayList<>();
        addRank(diagnosis, sentences);
        if (diagnosis.phase() == SpectralPhase.DEGENERATE) {
            sentences.add(
                    "All eigenvalues are equal within 10 %, as after orthogonal initialisation: there is nothing to fit, and κ "
                            + "means nothing here.");
        }
        if (!fit.family().parameters().contains(Parameter.KAPPA)) {
            return sentences;
        }
        if (diagnosis.phase() == SpectralPhase.RANDOM_LIKE) {
            addUntrained(fit, sentences);
        }
        if (tail.isPresent() && diagnosis.phase() == SpectralPhase.HEAVY_TAILED) {
            addForeignTail(fit, tail.get(), sentences);
        }
        return sentences;
    }

    private static void addRank(Diagnosis diagnosis, List<String> sentences) {
        if (diagnosis.phase() == SpectralPhase.RANK_COLLAPSE) {
            sentences.add(
                    "Rank collapse: a tenth or more of the eigenvalues are zero or below 1e-10 of the largest, whatever κ of "
                            + "the rest.");
            return;
        }
        diagnosis
                .metrics()
                .lowRank()
                .ifPresent(low -> sentences.add(String.format(
                        Locale.ROOT,
                        "Low rank up to noise: %d of the directions carry all but %.2g of the trace, and the next eigenvalue "
                                + "is %.2g times smaller; the others are a floor without large values, and no κ describes both.",
                        low.directions(),
                        low.noiseShare(),
                        low.gap())));
    }

    /** The inverse law's limit is another one, so that its κ says nothing of a Marchenko–Pastur bulk. */
    private static void addUntrained(FitResult fit, List<String> sentences) {
        if (fit.family() != LawFamily.HTMP) {
            sentences.add(
                    "The spectrum cannot be told from Marchenko–Pastur, as in an untrained layer; κ of the inverse law means "
                            + "nothing here.");
        } else if (warns(fit, FitWarning.Kind.KAPPA_TO_INFINITY) && !warns(fit, FitWarning.Kind.KAPPA_TO_ZERO)) {
            sentences.add("κ like ∞: the spectrum cannot be told from Marchenko–Pastur, as in an untrained layer.");
        }
    }

    private static boolean warns(FitResult fit, FitWarning.Kind kind) {
        return fit.warnings().stream().anyMatch(warning -> warning.kind() == kind);
    }

    /**
     * A tail of another make shows in two ways at once: the law misses the spectrum, and a power law laid to draws of it above the
     * same x_min would have another exponent. A law that describes the spectrum explains its tail, too.
     */
    private static void addForeignTail(FitResult fit, PowerLawTail tail, List<String> sentences) {
        if (!warns(fit, FitWarning.Kind.MISFIT)) {
            return;
        }
        String misses = String.format(
                Locale.ROOT,
                "A power law, λ^−%.2f, describes the %d largest eigenvalues, and this law misses the spectrum (D = %.3f)",
                tail.exponent(),
                tail.tailCount(),
                fit.kolmogorovSmirnov());
        if (fit.family() == LawFamily.HTMP) {
            sentences.add(misses + ": compare the inverse law before reading κ.");
            return;
        }
        double expected = expectedExponent(fit, tail.xMin());
        if (Math.abs(expected - tail.exponent()) > CLEARLY * tail.standardError()) {
            sentences.add(misses
                    + String.format(
                            Locale.ROOT,
                            " with λ^−%.2f there, so that κ does not set this tail; the data's covariance Σ may.",
                            expected));
        }
    }

    /** What the power law's estimate would be of draws of the fitted law above x_min. */
    private static double expectedExponent(FitResult fit, double xMin) {
        WindowQuadrature beyond = WindowQuadrature.of(fit.law(), xMin, Double.POSITIVE_INFINITY);
        double meanLog = beyond.integral(v -> Math.log(v / xMin)) / beyond.mass();
        return meanLog > 0 ? 1 + 1 / meanLog : Double.POSITIVE_INFINITY;
    }
}
