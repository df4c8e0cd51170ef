package org.eigenscope.fit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.fit.DerivedQuantities;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.tail.PowerLawTail;
import org.eigenscope.law.Parameter;

/**
 * The ways in which training fails that a fit of HTMP or its inverse points to, in words (Hodgkinson, Mahoney and Wang, arXiv
 * 2506.03470): κ near 0, where few directions are left; κ like ∞, where nothing was learnt; and a tail that κ does not make. A
 * sentence appears only when the numbers support it.
 */
public final class FailureSignatures {
    /** Below this, N eigenvalues repel less than a tenth of one level spacing of a real random matrix. */
    private static final double COLLAPSING = 0.1;
    /** Standard errors by which two tail exponents must differ. */
    private static final double CLEARLY = 3;

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
        boolean htmp = fit.family().parameters().contains(Parameter.KAPPA);
        boolean toZero = htmp
                && (warns(fit, FitWarning.Kind.KAPPA_TO_ZERO)
                        || fit.parameters().get(Parameter.KAPPA) < COLLAPSING);
        if (diagnosis.phase() == SpectralPhase.RANK_COLLAPSE) {
            sentences.add("Rank collapse: a tenth or more of the directions carry nothing, whatever κ of the rest.");
        } else if (toZero) {
            sentences.add(
                    "κ near 0: eigenvalues hardly repel, so a few directions may carry the trace; on the way to rank "
                            + "collapse.");
        }
        if (htmp && warns(fit, FitWarning.Kind.KAPPA_TO_INFINITY)) {
            sentences.add("κ like ∞: the spectrum cannot be told from Marchenko–Pastur, as in an untrained layer.");
        }
        if (htmp && tail.isPresent() && diagnosis.phase() == SpectralPhase.HEAVY_TAILED) {
            addForeignTail(fit, tail.get(), sentences);
        }
        return sentences;
    }

    private static boolean warns(FitResult fit, FitWarning.Kind kind) {
        return fit.warnings().stream().anyMatch(warning -> warning.kind() == kind);
    }

    private static void addForeignTail(FitResult fit, PowerLawTail tail, List<String> sentences) {
        OptionalDouble exponent =
                DerivedQuantities.of(fit.family(), fit.parameters()).tailExponent();
        double law = exponent.isPresent() ? -exponent.getAsDouble() : Double.POSITIVE_INFINITY;
        if (law - tail.exponent() > CLEARLY * tail.standardError()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "The tail falls as λ^−%.2f, %s; it may be set by the data's covariance Σ rather than by κ.",
                    tail.exponent(),
                    exponent.isPresent()
                            ? String.format(Locale.ROOT, "slower than the λ^−%.2f that κ gives", law)
                            : "where this law's falls exponentially"));
        }
    }
}
