package org.eigenscope.figure;

/** The quantity on the ordinate of a spectrum figure. */
public enum Ordinate {
    /** ρ, eigenvalues per unit of λ, divided by their number. */
    DENSITY("density", "density ρ(λ)"),
    /** F, the part of the eigenvalues up to λ. */
    CUMULATIVE("ECDF", "share up to λ, F(λ)"),
    /** 1 − F, the part above λ. */
    SURVIVAL("CCDF", "share above λ, 1 − F(λ)");

    private final String shortName;
    private final String axisLabel;

    Ordinate(String shortName, String axisLabel) {
        this.shortName = shortName;
        this.axisLabel = axisLabel;
    }

    /** The short name of the view's data, such as ECDF. */
    public String shortName() {
        return shortName;
    }

    /** The title of the ordinate. */
    public String axisLabel() {
        return axisLabel;
    }
}
