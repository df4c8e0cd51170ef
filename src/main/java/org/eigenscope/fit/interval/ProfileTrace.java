package org.eigenscope.fit.interval;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.objective.Scores;

/**
 * The profile trace (D. Bates and D. Watts, Nonlinear Regression Analysis, 1988, §6.1) of a log-likelihood, to first order: where the other coordinates go when one is moved, θ_k = θ̂_k + (t − θ̂_j)
 * C_kj/C_jj, and the standard error √C_jj, with C the inverse of the information that the scores estimate. Coordinates that the box holds
 * do not move. A start for searches, not a result.
 */
final class ProfileTrace {
    private static final double SINGULAR = 1e-14;

    private final Coordinates coordinates;
    private final double[] best;
    private final double[][] covariance;

    private ProfileTrace(Coordinates coordinates, double[] best, double[][] covariance) {
        this.coordinates = coordinates;
        this.best = best;
        this.covariance = covariance;
    }

    /** The trace at a maximum. */
    static ProfileTrace of(Scores scores, Coordinates coordinates, double[] best) {
        int n = best.length;
        boolean[] held = new boolean[n];
        for (int j = 0; j < n; j++) {
            held[j] =
                    best[j] <= coordinates.lower()[j] || best[j] >= coordinates.upper()[j];
        }
        RealMatrix information = new Array2DRowRealMatrix(n, n);
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                boolean apart = held[j] || held[k];
                information.setEntry(j, k, apart ? (j == k ? 1 : 0) : scores.information()[j][k]);
            }
        }
        LUDecomposition solved = new LUDecomposition(information, SINGULAR);
        boolean usable = scores.isFinite() && solved.getSolver().isNonSingular();
        double[][] covariance = usable ? solved.getSolver().getInverse().getData() : new double[n][n];
        for (int j = 0; j < n; j++) {
            covariance[j][j] = held[j] ? 0 : covariance[j][j];
        }
        return new ProfileTrace(coordinates, best, covariance);
    }

    /** The standard error of a coordinate; NaN where the scores do not tell. */
    double standardError(int j) {
        return covariance[j][j] > 0 ? Math.sqrt(covariance[j][j]) : Double.NaN;
    }

    /** The point of the trace at which a coordinate has a value, within the box. */
    double[] at(int j, double t) {
        double[] theta = best.clone();
        for (int k = 0; k < theta.length; k++) {
            theta[k] += covariance[j][j] > 0 ? (t - best[j]) * covariance[k][j] / covariance[j][j] : 0;
        }
        theta[j] = t;
        coordinates.clamp(theta);
        return theta;
    }
}
