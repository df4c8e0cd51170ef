package org.eigenscope.fit;

import java.util.Objects;
import java.util.Set;
import org.eigenscope.law.family.Parameter;

/**
 * Something the user should know before believing a fit.
 *
 * @param kind what it is, for programs
 * @param sentence what it means, for people
 * @param about the parameters it concerns, to show it beside them; empty when it is about the fit as a whole
 */
public record FitWarning(Kind kind, String sentence, Set<Parameter> about) {
    /** The kinds of warnings. */
    public enum Kind {
        AT_BOUND,
        KAPPA_TO_ZERO,
        KAPPA_TO_INFINITY,
        NOT_IDENTIFIABLE,
        SMALL_SAMPLE,
        OUTSIDE_SUPPORT,
        /** The largest or smallest eigenvalue is where the law expects almost none. */
        OUTLIER,
        /** Many eigenvalues are equal, which those of a law with a density never are. */
        TIES,
        /**
         * The law is farther from the spectrum than draws of it would be, so that its parameters do not describe the
         * spectrum.
         */
        MISFIT,
        NOT_CONVERGED
    }

    public FitWarning {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentence, "sentence");
        about = Set.copyOf(about);
    }

    /** A warning about the fit as a whole. */
    public FitWarning(Kind kind, String sentence) {
        this(kind, sentence, Set.of());
    }
}
