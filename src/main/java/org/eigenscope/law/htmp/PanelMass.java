package org.eigenscope.law.htmp;

import java.util.Arrays;

/**
 * ∫ρ dx between adjoining nodes of a panel, by the 6-point Gauss–Legendre rule. Local sums of positive terms: where ρ falls by
 * many powers of ten over the panel, each mass keeps its relative accuracy. Holds its own work space; not thread-safe.
 */
final class PanelMass {
    private static final double[] NODES = {0.2386191860831969, 0.6612093864662645, 0.9324695142031521};
    private static final double[] WEIGHTS = {0.4679139345726910, 0.3607615730481386, 0.1713244923791704};
    private static final int ORDER = 2 * NODES.length;
    private static final int PIECES = ChebyshevNodes.COUNT - 1;

    /** T_k at every point of the rule, piece by piece. */
    private static final double[][] POLYNOMIALS = polynomials();

    private final double[] logDensities = new double[PIECES * ORDER];

    /** One mass for each pair of adjoining nodes, all positive. */
    double[] betweenNodes(PiecewiseChebyshev logDensity, int panel) {
        Arrays.fill(logDensities, 0);
        for (int k = 0; k < ChebyshevNodes.COUNT; k++) {
            addMultiple(logDensity.coefficient(panel, k), POLYNOMIALS[k]);
        }
        double width = logDensity.panelEnd(panel) - logDensity.panelStart(panel);
        double[] masses = new double[PIECES];
        for (int j = 0; j < PIECES; j++) {
            double half = width * (ChebyshevNodes.point(j + 1) - ChebyshevNodes.point(j)) / 2;
            masses[j] = half * sum(j * ORDER);
        }
        return masses;
    }

    /** All points side by side, which the compiler turns into vector instructions. */
    private void addMultiple(double coefficient, double[] polynomial) {
        for (int i = 0; i < logDensities.length; i++) {
            logDensities[i] += coefficient * polynomial[i];
        }
    }

    private double sum(int offset) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * (Math.exp(logDensities[offset + 2 * i]) + Math.exp(logDensities[offset + 2 * i + 1]));
        }
        return sum;
    }

    private static double[][] polynomials() {
        double[][] values = new double[ChebyshevNodes.COUNT][PIECES * ORDER];
        for (int j = 0; j < PIECES; j++) {
            double middle = ChebyshevNodes.point(j) + ChebyshevNodes.point(j + 1) - 1;
            double half = ChebyshevNodes.point(j + 1) - ChebyshevNodes.point(j);
            for (int i = 0; i < ORDER; i++) {
                double xi = middle + (i % 2 == 0 ? -1 : 1) * half * NODES[i / 2];
                for (int k = 0; k < ChebyshevNodes.COUNT; k++) {
                    values[k][j * ORDER + i] = Math.cos(k * Math.acos(xi));
                }
            }
        }
        return values;
    }
}
