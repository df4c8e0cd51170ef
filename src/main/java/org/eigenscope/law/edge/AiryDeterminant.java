package org.eigenscope.law.edge;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.eigenscope.law.special.Airy;
import org.eigenscope.law.special.GaussLegendre;
import org.eigenscope.law.special.PiecewiseSeries;

/** det(1 ∓ B_s), B_s the operator of kernel Ai(x + y + s) on L²(0, ∞), on Gauss–Legendre nodes. */
final class AiryDeterminant {
    /** Ai is below rounding from here on. */
    private static final double END = 16;

    private static final double LEAST = -7;
    private static final GaussLegendre RULE = GaussLegendre.of(64);
    private static final GaussLegendre TAIL_RULE = GaussLegendre.of(40);
    private static final int TRACES = 40;

    private final PiecewiseSeries airy = PiecewiseSeries.of(Airy::ai, LEAST, 4 * END, 150, 16);

    /** F_β(s) for −7 ≤ s ≤ 12. */
    double cumulative(int beta, double s) {
        RealMatrix kernel = kernel(s, RULE, END - s, false);
        double value = determinant(kernel, -1);
        return beta == 1 ? value : value * determinant(kernel, 1);
    }

    private static double determinant(RealMatrix kernel, int sign) {
        RealMatrix matrix = kernel.scalarMultiply(sign);
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            matrix.addToEntry(i, i, 1);
        }
        return new LUDecomposition(matrix).getDeterminant();
    }

    /**
     * 1 − F_β(s) for s ≥ 0: −expm1 of ln det, ln det(1 ∓ B) = −Σ(±1)^k tr B^k/k. Nothing is subtracted from 1, so that the
     * tail keeps its digits; Ai(x + y + s) is divided by Ai's decay at s for the same reason.
     */
    double survival(int beta, double s) {
        double decay = Math.exp(-Airy.zeta(s));
        RealMatrix kernel = kernel(s, TAIL_RULE, 30 / (1 + Math.sqrt(s)), true);
        RealMatrix power = kernel;
        double factor = 1;
        double sum = 0;
        for (int k = 1; k <= TRACES; k++) {
            factor *= decay;
            double weight = beta == 1 ? 1 : k % 2 == 0 ? 2 : 0;
            double term = weight * factor * power.getTrace() / k;
            sum -= term;
            if (k > 2 && factor * power.getNorm() < 1e-18 * Math.abs(sum)) {
                break;
            }
            power = power.multiply(kernel);
        }
        return -Math.expm1(sum);
    }

    private RealMatrix kernel(double s, GaussLegendre rule, double length, boolean scaled) {
        int n = rule.size();
        double zeta = scaled ? Airy.zeta(s) : 0;
        double[][] entries = new double[n][n];
        for (int i = 0; i < n; i++) {
            double x = length * 0.5 * (1 + rule.node(i));
            for (int j = 0; j <= i; j++) {
                double at = x + length * 0.5 * (1 + rule.node(j)) + s;
                double ai = scaled ? Airy.scaled(at) * Math.exp(zeta - Airy.zeta(at)) : airy.value(at);
                double weight = 0.5 * length * Math.sqrt(rule.weight(i) * rule.weight(j));
                entries[i][j] = weight * ai;
                entries[j][i] = entries[i][j];
            }
        }
        return new Array2DRowRealMatrix(entries, false);
    }
}
