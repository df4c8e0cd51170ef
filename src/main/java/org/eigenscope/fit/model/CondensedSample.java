package org.eigenscope.fit.model;

import java.util.Arrays;

/**
 * A few hundred weighted points in place of thousands of eigenvalues: Σ wᵢ g(xᵢ) is Σ g(λ) for every g that is smooth
 * in ln λ.
 *
 * <p>Neighbours whose logarithms lie closely together become the two nodes of the Gauss rule of their own distribution:
 * weights are positive, nodes lie within the group, and every cubic in ln λ is summed exactly. The error of a group is
 * a fourth derivative times the fourth power of its width (W. Gautschi, Orthogonal Polynomials, 2004, §1.4). Towards
 * both ends of the sample groups become narrower in proportion to the distance to the end, because densities of laws
 * with an edge vary there as a power of it. The extremes are not grouped. ln L differs from the full sum by less than
 * 10⁻³ wherever it lies within 25 of its maximum; a test checks this.
 */
public final class CondensedSample {
    /** The widest group in ln λ. */
    private static final double WIDEST = 0.03;
    /** The widest group in ln λ, as a fraction of its distance to the nearer end of the sample. */
    private static final double WIDEST_AT_END = 0.12;
    /** How many eigenvalues at either end are never grouped. */
    private static final int SINGLE = 24;

    private final double[] points;
    private final double[] weights;
    private int count;

    private CondensedSample(int size) {
        points = new double[size];
        weights = new double[size];
    }

    private CondensedSample(CondensedSample full) {
        points = Arrays.copyOf(full.points, full.count);
        weights = Arrays.copyOf(full.weights, full.count);
        count = full.count;
    }

    /**
     * Condenses a sample.
     *
     * @param sorted positive, ascending, finite
     */
    public static CondensedSample of(double[] sorted) {
        CondensedSample built = new CondensedSample(sorted.length);
        int from = 0;
        while (from < sorted.length) {
            int to = endOfGroup(sorted, from);
            built.add(sorted, from, to);
            from = to;
        }
        return new CondensedSample(built);
    }

    private static int endOfGroup(double[] sorted, int from) {
        int last = sorted.length - 1;
        int limit = sorted.length - SINGLE;
        if (from < SINGLE || from >= limit) {
            return from + 1;
        }
        double first = sorted[from];
        double fromBottom = first - sorted[0];
        int to = from + 1;
        while (to < limit) {
            double width = sorted[to] - first;
            double toTop = sorted[last] - sorted[to];
            if (width > WIDEST * first || width > WIDEST_AT_END * Math.min(fromBottom, toTop)) {
                break;
            }
            to++;
        }
        return to;
    }

    private void add(double[] sorted, int from, int to) {
        int n = to - from;
        double first = Math.log(sorted[from]);
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += (Math.log(sorted[i]) - first) / n;
        }
        double second = 0;
        double third = 0;
        for (int i = from; i < to; i++) {
            double off = Math.log(sorted[i]) - first - mean;
            second += off * off / n;
            third += off * off * off / n;
        }
        if (n <= 2 || !(second > 0)) {
            for (int i = from; i < to; i++) {
                put(sorted[i], 1);
            }
            return;
        }
        // the roots of t² − (m₃/m₂)t − m₂, the polynomial orthogonal to 1 and t
        double half = third / second / 2;
        double root = Math.sqrt(half * half + second);
        double below = half - root;
        double above = half + root;
        put(Math.exp(first + mean + below), n * above / (above - below));
        put(Math.exp(first + mean + above), -n * below / (above - below));
    }

    private void put(double point, double weight) {
        points[count] = point;
        weights[count++] = weight;
    }

    /** How many points there are. */
    public int size() {
        return points.length;
    }

    /** The points, ascending; copied. */
    public double[] points() {
        return points.clone();
    }

    /** How many eigenvalues each point stands for; copied. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The weighted sum Σ wᵢ gᵢ.
     *
     * @param values gᵢ at each point, in the order of {@link #points}
     */
    public double sum(double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }
}
