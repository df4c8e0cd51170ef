package org.eigenscope.fit.search;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.objective.Scores;

/**
 * The scoring step B⁻¹g over the coordinates that the box does not hold, and the gain g·B⁻¹g/2 in ℓ that it predicts.
 *
 * @param gradient g, 0 in the coordinates that are held
 * @param move B⁻¹g
 * @param gain the gain in ℓ that the step predicts
 */
public record ScoreStep(double[] gradient, double[] move, double gain, boolean[] held, DecompositionSolver solver) {
    /** The ridge as a fraction of the trace; it bounds steps along directions that the data hardly determine. */
    private static final double RIDGE = 1e-5;

    public static ScoreStep of(Scores scores, double[] theta, Coordinates coordinates) {
        double[] lower = coordinates.lower();
        double[] upper = coordinates.upper();
        double[] gradient = scores.gradient().clone();
        int n = gradient.length;
        boolean[] held = new boolean[n];
        Array2DRowRealMatrix system = new Array2DRowRealMatrix(scores.information());
        double ridge = RIDGE * system.getTrace() + Double.MIN_NORMAL;
        for (int j = 0; j < n; j++) {
            held[j] = gradient[j] < 0 && theta[j] <= lower[j] || gradient[j] > 0 && theta[j] >= upper[j];
            gradient[j] = held[j] ? 0 : gradient[j];
            system.addToEntry(j, j, ridge);
        }
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                if (held[j] || held[k]) {
                    system.setEntry(j, k, j == k ? 1 : 0);
                }
            }
        }
        DecompositionSolver solver = new LUDecomposition(system, 0).getSolver();
        double[] move = solver.solve(new ArrayRealVector(gradient, false)).toArray();
        double gain = 0;
        for (int j = 0; j < n; j++) {
            gain += gradient[j] * move[j] / 2;
        }
        return new ScoreStep(gradient, move, gain, held, solver);
    }

    /** The step for another score, the same coordinates held. */
    public double[] moveOf(double[] score) {
        double[] free = score.clone();
        for (int j = 0; j < free.length; j++) {
            free[j] = held[j] ? 0 : free[j];
        }
        return solver.solve(new ArrayRealVector(free, false)).toArray();
    }
}
