package org.eigenscope.fit.numeric;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.eigenscope.law.SpectralLaw;

/**
 * Gauss–Legendre nodes over a window of a law: Σ pᵢ f(zᵢ) ≈ ∫ f dF. Panels end at quantiles of the law, halved, in ln z on a
 * half-line and in φ with z = lower + width·sin²(φ/2) on a bounded support, which takes square-root edges away. Error about 1e-8
 * for f that are smooth in ln z.
 */
public final class WindowQuadrature {
    private static final double[] PROBABILITIES = {
        1e-15, 1e-12, 1e-9, 1e-7, 1e-5, 1e-4, 1e-3, 0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5
    };
    private static final int HALVINGS = 2;
    /** The positive nodes and weights of 8-point Gauss–Legendre (M. Abramowitz and I. Stegun, table 25.4). */
    private static final double[] NODES = {
        0.183434642495649805, 0.525532409916328986, 0.796666477413626740, 0.960289856497536232
    };

    private static final double[] WEIGHTS = {
        0.362683783378361983, 0.313706645877887287, 0.222381034453374471, 0.101228536290376259
    };
    private static final double SMALLEST = 1e-300;
    private static final double LARGEST = 1e300;

    private final double[] points;
    private final double[] masses;

    private WindowQuadrature(double[] points, double[] masses) {
        this.points = points;
        this.masses = masses;
    }

    /**
     * Nodes over (lower, upper), ends allowed to be infinite.
     *
     * @param law of positive numbers or of bounded support, without an atom
     */
    public static WindowQuadrature of(SpectralLaw law, double lower, double upper) {
        boolean bounded = law.supportUpper() < Double.POSITIVE_INFINITY;
        DoubleUnaryOperator toVariable = bounded ? z -> arc(law, z) : Math::log;
        double from = Math.max(lower, bounded ? law.supportLower() : Math.max(law.supportLower(), SMALLEST));
        double to = Math.min(Math.min(upper, law.supportUpper()), LARGEST);
        if (!(from < to)) {
            return new WindowQuadrature(new double[0], new double[0]);
        }
        double[] edges = edges(law, from, to, toVariable, bounded);
        int panels = edges.length - 1;
        double[] points = new double[panels * 2 * NODES.length];
        double[] weights = new double[points.length];
        double width = bounded ? law.supportUpper() - law.supportLower() : 0;
        for (int i = 0; i < points.length; i++) {
            int panel = i / (2 * NODES.length);
            int node = i % NODES.length;
            double sign = i % (2 * NODES.length) < NODES.length ? -1 : 1;
            double half = (edges[panel + 1] - edges[panel]) / 2;
            double u = edges[panel] + half * (1 + sign * NODES[node]);
            double s = Math.sin(u / 2);
            points[i] = bounded ? law.supportLower() + width * s * s : Math.exp(u);
            weights[i] = half * WEIGHTS[node] * (bounded ? width * 0.5 * Math.sin(u) : points[i]);
        }
        double[] masses = new double[points.length];
        law.logDensities(points, masses);
        for (int i = 0; i < masses.length; i++) {
            masses[i] = weights[i] * Math.exp(masses[i]);
        }
        return new WindowQuadrature(points, masses);
    }

    private static double arc(SpectralLaw law, double z) {
        double share = (z - law.supportLower()) / (law.supportUpper() - law.supportLower());
        return 2 * Math.asin(Math.sqrt(Math.max(0, Math.min(1, share))));
    }

    private static double[] edges(
            SpectralLaw law, double from, double to, DoubleUnaryOperator toVariable, boolean bounded) {
        double[] inner = new double[2 * PROBABILITIES.length];
        for (int i = 0; i < PROBABILITIES.length; i++) {
            inner[2 * i] = law.quantile(PROBABILITIES[i]);
            inner[2 * i + 1] = law.inverseSurvival(PROBABILITIES[i]);
        }
        Arrays.sort(inner);
        // beyond the outermost quantiles of a half-line there is no mass worth a panel
        double first = bounded ? from : Math.max(from, Math.min(to, inner[0]));
        double last = bounded ? to : Math.min(to, Math.max(from, inner[inner.length - 1]));
        double[] coarse = Arrays.stream(inner)
                .filter(z -> z >= first && z <= last)
                .map(toVariable)
                .toArray();
        double[] all = Arrays.copyOf(coarse, coarse.length + 2);
        all[coarse.length] = toVariable.applyAsDouble(first);
        all[coarse.length + 1] = toVariable.applyAsDouble(last);
        double[] ends = Arrays.stream(all).sorted().distinct().toArray();
        double[] edges = new double[Math.max(1, HALVINGS * (ends.length - 1) + 1)];
        for (int i = 0; i < edges.length; i++) {
            int panel = Math.min(ends.length - 2, i / HALVINGS);
            edges[i] = panel < 0
                    ? ends[0]
                    : ends[panel] + (ends[panel + 1] - ends[panel]) * (i - HALVINGS * panel) / (double) HALVINGS;
        }
        return edges;
    }

    /** The probability of the window under the law. */
    public double mass() {
        return Arrays.stream(masses).sum();
    }

    /** ∫ f dF over the window. */
    public double integral(DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += masses[i] * f.applyAsDouble(points[i]);
        }
        return sum;
    }
}
