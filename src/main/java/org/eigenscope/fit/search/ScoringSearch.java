package org.eigenscope.fit.search;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.fit.objective.LikelihoodFunction;
import org.eigenscope.fit.objective.Scores;

/**
 * Maximises a log-likelihood in a box by scoring: steps B⁻¹g with B the outer product of the scores far from the maximum, and
 * that matrix improved by BFGS updates near it, where a misspecified law's curvature differs from it. Coordinates on the box
 * whose gradient points outwards are held (J. Nocedal and S. Wright, Numerical Optimization, 2006, §6.1 and §16.7).
 *
 * <p>Chosen because every new κ or γ costs a table: a step needs one at its end and two for each shape parameter, where a search
 * without derivatives would need one at almost every evaluation.
 */
final class ScoringSearch {
    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 14;
    /** Predicted gain in ℓ below which the search has converged: parameters are then within 2e-4 standard errors. */
    private static final double TOLERANCE = 1e-8;
    /** A search that stalls below this predicted gain counts as converged; it is 0.01 standard errors away. */
    private static final double STALLED_TOLERANCE = 1e-4;
    /** Predicted gain below which the curvature is updated from steps instead of scores. */
    private static final double NEAR = 2;

    private static final double LONGEST_STEP = 1.5;
    private static final double RIDGE = 1e-9;
    private static final double ARMIJO = 1e-4;

    private final LikelihoodFunction likelihood;
    private final Coordinates coordinates;
    private final double[] lower;
    private final double[] upper;
    private final double tolerance;

    private double enough = Double.POSITIVE_INFINITY;
    private double patience = Double.POSITIVE_INFINITY;
    private double[] theta;
    private double value;
    private Scores scores;
    private double[][] curvature;
    private boolean learning;

    ScoringSearch(LikelihoodFunction likelihood, Coordinates coordinates) {
        this(likelihood, coordinates, TOLERANCE);
    }

    /** A search that stops at a predicted gain in ℓ. */
    ScoringSearch(LikelihoodFunction likelihood, Coordinates coordinates, double tolerance) {
        this.tolerance = tolerance;
        this.likelihood = likelihood;
        this.coordinates = coordinates;
        this.lower = coordinates.lower();
        this.upper = coordinates.upper();
    }

    /**
     * Ends the search as soon as ℓ reaches a level, or is far from it.
     *
     * @param times how often the predicted gain may be missing; infinite to go on in any case
     */
    ScoringSearch upTo(double level, double times) {
        enough = level;
        patience = times;
        return this;
    }

    /** Climbs from a start; the optimum's cost is −ℓ. */
    Optimum from(double[] start) throws CancelledException {
        theta = start.clone();
        coordinates.clamp(theta);
        value = likelihood.at(theta);
        if (value == Double.NEGATIVE_INFINITY || theta.length == 0) {
            return new Optimum(theta, -value, theta.length == 0);
        }
        scores = likelihood.scores(theta);
        curvature = scores.information();
        learning = false;
        for (int step = 0; step < MOST_STEPS && scores.isFinite(); step++) {
            double[] direction = direction();
            double gain = dot(scores.gradient(), direction) / 2;
            if (gain < tolerance || value >= enough || isHopeless(gain)) {
                return end(true);
            }
            if (!advance(direction, gain)) {
                if (!learning) {
                    return end(gain < STALLED_TOLERANCE);
                }
                learning = false;
                curvature = scores.information();
            }
        }
        return end(false);
    }

    /** Whether a level to be reached lies far above the gain that the curvature predicts. */
    private boolean isHopeless(double gain) {
        return patience < Double.POSITIVE_INFINITY && value + patience * gain < enough;
    }

    private Optimum end(boolean converged) {
        return new Optimum(theta, -value, converged, scores.information());
    }

    private boolean advance(double[] direction, double gain) throws CancelledException {
        double length = Math.min(1, LONGEST_STEP / largest(direction));
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            double[] next = theta.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] = Math.max(lower[j], Math.min(upper[j], theta[j] + length * direction[j]));
            }
            double reached = likelihood.at(next);
            if (reached >= value + ARMIJO * length * gain && reached > value) {
                move(next, reached, gain);
                return true;
            }
        }
        return false;
    }

    private void move(double[] next, double reached, double gain) throws CancelledException {
        Scores moved = likelihood.scores(next);
        learning = gain < NEAR;
        if (learning) {
            updateCurvature(next, moved);
        } else {
            curvature = moved.information();
        }
        theta = next;
        value = reached;
        scores = moved;
    }

    /** BFGS update of B ≈ −∂²ℓ, skipped where the step shows no positive curvature. */
    private void updateCurvature(double[] next, Scores moved) {
        int n = theta.length;
        double[] s = new double[n];
        double[] y = new double[n];
        for (int j = 0; j < n; j++) {
            s[j] = next[j] - theta[j];
            y[j] = scores.gradient()[j] - moved.gradient()[j];
        }
        double[] bs = new double[n];
        for (int j = 0; j < n; j++) {
            bs[j] = dot(curvature[j], s);
        }
        double sy = dot(s, y);
        double sbs = dot(s, bs);
        if (!(sy > 1e-8 * sbs) || !(sbs > 0)) {
            return;
        }
        double[][] updated = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                updated[j][k] = curvature[j][k] - bs[j] * bs[k] / sbs + y[j] * y[k] / sy;
            }
        }
        curvature = updated;
    }

    /** B⁻¹g over the coordinates that are not held by the box, 0 for the others. */
    private double[] direction() {
        double[] gradient = scores.gradient();
        int n = gradient.length;
        boolean[] held = new boolean[n];
        double trace = 0;
        for (int j = 0; j < n; j++) {
            held[j] = gradient[j] < 0 && theta[j] <= lower[j] || gradient[j] > 0 && theta[j] >= upper[j];
            trace += held[j] ? 0 : curvature[j][j];
        }
        Array2DRowRealMatrix system = new Array2DRowRealMatrix(n, n);
        ArrayRealVector right = new ArrayRealVector(n);
        for (int j = 0; j < n; j++) {
            right.setEntry(j, held[j] ? 0 : gradient[j]);
            for (int k = 0; k < n; k++) {
                double ridge = j == k ? RIDGE * trace + Double.MIN_NORMAL : 0;
                system.setEntry(j, k, held[j] || held[k] ? (j == k ? 1 : 0) : curvature[j][k] + ridge);
            }
        }
        double[] direction =
                new LUDecomposition(system, 0).getSolver().solve(right).toArray();
        return dot(direction, right.getDataRef()) > 0 ? direction : right.toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double largest(double[] a) {
        double most = Double.MIN_NORMAL;
        for (double entry : a) {
            most = Math.max(most, Math.abs(entry));
        }
        return most;
    }
}
