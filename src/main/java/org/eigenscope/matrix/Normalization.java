package org.eigenscope.matrix;

/** How eigenvalues are scaled before they are shown or fitted. The scale parameter s of a law absorbs any choice. */
public enum Normalization {
    /** No scaling: λ = σ², or the eigenvalue of a symmetric matrix. */
    RAW("raw", "λ = σ²", "λ"),
    /** λ = σ² / max(m, n). */
    MP("mp", "λ = σ²/max(m,n)", "λ/n"),
    /** λ = σ² / (max(m, n) · var(entries)). */
    UNIT_VARIANCE("unit-variance", "λ = σ²/(max(m,n)·var)", "λ/√(n·var)"),
    /** λ / mean(λ), the mean taken over all N eigenvalues, zeros included. */
    UNIT_MEAN("unit-mean", "λ/mean(λ)", "λ/mean(λ)");

    private final String id;
    private final String formula;
    private final String symmetricFormula;

    Normalization(String id, String formula, String symmetricFormula) {
        this.id = id;
        this.formula = formula;
        this.symmetricFormula = symmetricFormula;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The formula of the scaling of squared singular values. */
    public String formula() {
        return formula;
    }

    /**
     * The formula of the scaling, as the convention bar shows it.
     *
     * @param squared whether λ are squared singular values; otherwise they are eigenvalues of the n×n matrix itself
     */
    public String formula(boolean squared) {
        return squared ? formula : symmetricFormula;
    }
}
