package org.eigenscope.fit.numeric;

/**
 * The result of a search.
 *
 * @param theta the coordinates
 * @param cost the cost there
 * @param converged whether it met its tolerance
 * @param information minus the Hessian of the log-likelihood as the scores estimate it; empty when the search used none
 */
public record Optimum(double[] theta, double cost, boolean converged, double[][] information) {
    public Optimum(double[] theta, double cost, boolean converged) {
        this(theta, cost, converged, new double[0][]);
    }

    /** Whether this point costs less than another. */
    public boolean betterThan(Optimum other) {
        return cost < other.cost;
    }
}
