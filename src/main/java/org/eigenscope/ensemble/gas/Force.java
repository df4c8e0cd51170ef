package org.eigenscope.ensemble.gas;

/**
 * The force on one eigenvalue, as d ln p/d ln x of the joint density of the logarithms; positive pushes x up. At
 * equilibrium it averages to 0.
 *
 * @param wall δ + κ/(2N): the determinant, which pushes off zero
 * @param spring −c·x: the trace, which holds together
 * @param fromBelow (κ/N)·Σ x/(x − x_j) over the smaller eigenvalues, positive
 * @param fromAbove the same over the larger ones, negative
 */
public record Force(double wall, double spring, double fromBelow, double fromAbove) {
    /** Wall and spring: what a single particle would feel. */
    public double confinement() {
        return wall + spring;
    }

    /** What the other eigenvalues add. */
    public double repulsion() {
        return fromBelow + fromAbove;
    }

    /** The sum of the confining and the repelling force. */
    public double total() {
        return confinement() + repulsion();
    }

    /** The same force on ln λ for λ = s/x: every push turns round, and above and below change places. */
    public Force inverted() {
        return new Force(-wall, -spring, -fromAbove, -fromBelow);
    }
}
