package org.eigenscope.law.family;

/** The role of a family beside HTMP. */
public enum LawRole {
    /** HTMP or inverse HTMP itself, of every κ. */
    HTMP(""),
    /** The limit κ → ∞ of one of them. */
    INFINITE_KAPPA("κ = ∞"),
    /** The limit κ → 0 of one of them. */
    ZERO_KAPPA("κ = 0"),
    /** A law of positive eigenvalues that do not repel, which HTMP is compared with. */
    WITHOUT_REPULSION(""),
    /** A law of eigenvalues of any sign. */
    OF_ANY_SIGN("");

    private final String limit;

    LawRole(String limit) {
        this.limit = limit;
    }

    /** Which limit it is, {@code κ = ∞} or {@code κ = 0}; empty where it is none. */
    public String limit() {
        return limit;
    }
}
