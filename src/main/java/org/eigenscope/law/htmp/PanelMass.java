package org.eigenscope.law.htmp;

/** ∫ρ dx between adjoining nodes of a panel, by the 6-point Gauss–Legendre rule. */
final class PanelMass {
    private static final double[] NODES = {0.2386191860831969, 0.6612093864662645, 0.9324695142031521};
    private static final double[] WEIGHTS = {0.4679139345726910, 0.3607615730481386, 0.1713244923791704};

    private PanelMass() {}

    /** One mass for each pair of adjoining nodes, all positive. */
    static double[] betweenNodes(PiecewiseChebyshev logDensity, int panel) {
        double from = logDensity.panelStart(panel);
        double width = logDensity.panelEnd(panel) - from;
        double[] masses = new double[ChebyshevNodes.COUNT - 1];
        for (int j = 0; j < masses.length; j++) {
            double low = from + width * ChebyshevNodes.point(j);
            double high = from + width * ChebyshevNodes.point(j + 1);
            masses[j] = mass(logDensity, panel, (low + high) / 2, (high - low) / 2);
        }
        return masses;
    }

    private static double mass(PiecewiseChebyshev logDensity, int panel, double middle, double half) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double offset = half * NODES[i];
            sum += WEIGHTS[i]
                    * (Math.exp(logDensity.at(panel, middle - offset))
                            + Math.exp(logDensity.at(panel, middle + offset)));
        }
        return half * sum;
    }
}
