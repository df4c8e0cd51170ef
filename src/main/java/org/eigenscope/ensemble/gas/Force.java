package org.eigenscope.ensemble.gas;

/**
 * The force on one eigenvalue, as d ln p/d ln x of the joint density of the logarithms; positive pushes x up. At
 * equilibrium it averages to 0.
 *
 * @param wall δ + κ/(2N), the force of the determinant, away from zero
 * @param spring −c·x, the force of the trace, towards zero
 * @param fromBelow (κ/N)·Σ x/(x − x_j) over the smaller eigenvalues, positive
 * @param fromAbove the same over the larger ones, negative
 */
public record Force(double wall, double spring, double fromBelow, double fromAbove) {
    /** The sum of wall and spring: the force on a single particle. */
    public double confinement() {
        return wall + spring;
    }

    /** The force of the other eigenvalues, {@code fromBelow + fromAbove}. */
    public double repulsion() {
        return fromBelow + fromAbove;
    }

    /** The sum of the confining and the repelling force. */
    public double total() {
        return confinement() + repulsion();
    }

    /** The same force on ln λ for λ = s/x: every sign changes, and above and below are exchanged. */
    public Force inverted() {
        return new Force(-wall, -spring, -fromAbove, -fromBelow);
    }
}
