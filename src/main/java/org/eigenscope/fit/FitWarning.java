package org.eigenscope.fit;

import java.util.Objects;

/**
 * Something the user should know before believing a fit.
 *
 * @param kind what it is, for programs
 * @param sentence what it means, for people
 */
public record FitWarning(Kind kind, String sentence) {
    /** The kinds of warnings. */
    public enum Kind {
        AT_BOUND,
        KAPPA_TO_ZERO,
        KAPPA_TO_INFINITY,
        NOT_IDENTIFIABLE,
        SMALL_SAMPLE,
        NOT_CONVERGED
    }

    public FitWarning {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentence, "sentence");
    }
}
