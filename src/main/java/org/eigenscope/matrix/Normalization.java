package org.eigenscope.matrix;

/** How eigenvalues are scaled before they are shown or fitted. The scale parameter s of a law absorbs any choice. */
public enum Normalization {
    /** No scaling: λ = σ², or the eigenvalue of a symmetric matrix. */
    RAW("raw", "λ = σ²"),
    /** λ = σ² / max(m, n). */
    MP("mp", "λ = σ²/max(m,n)"),
    /** λ = σ² / (max(m, n) · var(entries)). */
    UNIT_VARIANCE("unit-variance", "λ = σ²/(max(m,n)·var)"),
    /** λ / mean(λ), the mean taken over all N eigenvalues, zeros included. */
    UNIT_MEAN("unit-mean", "λ/mean(λ)");

    private final String id;
    private final String formula;

    Normalization(String id, String formula) {
        this.id = id;
        this.formula = formula;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The formula of the scaling, as the convention bar shows it. */
    public String formula() {
        return formula;
    }
}
