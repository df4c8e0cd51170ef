package org.eigenscope.spectrum.bidiagonal;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All eigenvalues of T = L·Lᵀ together. Counts on a coarse and on a finer grid give a first estimate of each, and
 * Laguerre's iteration finds it from there (T. Y. Li and Z. Zeng, SIAM J. Sci. Comput. 15, 1994). Each stays inside a
 * bracket, and the counts at all iterates narrow all brackets. About five evaluations for each eigenvalue.
 *
 * <p>Time O(N²), memory O(N); the relative error of every eigenvalue is of order N·2^−52, as {@link
 * StationaryTransforms} gives it.
 */
final class SimultaneousLaguerre {
    /** Below this 1/(x − λ) may overflow when x is within rounding of λ. */
    private static final double LEAST_BOUND = 0x1p-900;

    private static final int GRID = 64;

    /** Rounds; about five are usual. */
    private static final int MOST_ROUNDS = 60;

    /** The number of rounds after which every third step halves the bracket. */
    private static final int SLOW = 12;

    /** Laguerre's error is the cube of the step over the square of the gap to the neighbours. */
    private static final double STEP_PER_GAP = 1e-5;

    /** The neighbours' share of Σ (x/(x − λ))², which their estimates may not show yet. */
    private static final double NEIGHBOURS_SHARE = 1e-8;

    private static final double ROUNDING = 0x1p-51;

    /** The factor that moves x away from a number where a pivot is 0. */
    private static final double NUDGE = 1 + 0x1p-45;

    private final int n;
    private final StationaryTransforms transforms;
    private final double[] x;
    private final double[] lower;
    private final double[] upper;
    private final double[] estimates;
    private final int[] open;
    private int openCount;

    private SimultaneousLaguerre(double[] q, double[] e, double least, double largest) {
        n = q.length;
        transforms = new StationaryTransforms(q, e);
        x = new double[n];
        lower = new double[n];
        upper = new double[n];
        estimates = new double[n];
        open = new int[n];
        openCount = n;
        Arrays.fill(lower, least);
        Arrays.fill(upper, largest);
        Arrays.setAll(open, k -> k);
    }

    /**
     * All eigenvalues, ascending; empty if they are spread too far for this method or do not converge.
     *
     * @param q squares of the diagonal of L, positive, the largest of all squares of order 1
     * @param e squares below it, none negligible
     */
    static Optional<double[]> eigenvalues(double[] q, double[] e) {
        double least = 1 / inverseTrace(q, e) * (1 - 1e-3);
        // also for an infinite trace, or none
        if (!(least > LEAST_BOUND)) {
            return Optional.empty();
        }
        return new SimultaneousLaguerre(q, e, least, bound(q, e)).solve();
    }

    /** tr T⁻¹, from f_i = (T⁻¹)_ii = (1 + e_i·f_{i+1})/q_i. */
    private static double inverseTrace(double[] q, double[] e) {
        int last = q.length - 1;
        double f = 1 / q[last];
        double trace = f;
        for (int i = last - 1; i >= 0; i--) {
            f = (1 + e[i] * f) / q[i];
            trace += f;
        }
        return trace;
    }

    /** An upper bound of the eigenvalues, by Gershgorin's circles. */
    private static double bound(double[] q, double[] e) {
        double bound = 0;
        double before = 0;
        double beside = 0;
        for (int i = 0; i < q.length; i++) {
            double next = i < e.length ? Math.sqrt(q[i] * e[i]) : 0;
            bound = Math.max(bound, q[i] + before + beside + next);
            before = i < e.length ? e[i] : 0;
            beside = next;
        }
        return bound * (1 + 1e-12);
    }

    private Optional<double[]> solve() {
        guess();
        for (int round = 0; openCount > 0; round++) {
            if (round == MOST_ROUNDS) {
                return Optional.empty();
            }
            for (int j = 0; j < openCount; j++) {
                x[j] = estimates[open[j]];
            }
            transforms.at(x, openCount);
            narrow(openCount);
            boolean halving = round > SLOW && round % 3 == 0;
            int kept = 0;
            for (int j = 0; j < openCount; j++) {
                if (!advance(j, open[j], halving)) {
                    open[kept++] = open[j];
                }
            }
            openCount = kept;
        }
        Arrays.sort(estimates);
        return Optional.of(estimates);
    }

    /** Estimates by interpolation between counts on two grids, the second one of which is even in the counts of the first. */
    private void guess() {
        int grid = Math.min(n, GRID);
        double ratio = upper[0] / lower[0];
        for (int j = 0; j < grid; j++) {
            x[j] = lower[0] * Math.pow(ratio, (j + 0.5) / grid);
        }
        NavigableMap<Double, Double> staircase = new TreeMap<>();
        staircase.put(lower[0], 0.0);
        staircase.put(upper[0], (double) n);
        count(grid, staircase);
        interpolate(staircase, grid, x);
        count(grid, staircase);
        interpolate(staircase, n, estimates);
    }

    private void count(int grid, Map<Double, Double> staircase) {
        transforms.at(x, grid);
        narrow(grid);
        for (int j = 0; j < grid; j++) {
            if (transforms.count(j) >= 0) {
                staircase.put(x[j], transforms.count(j));
            }
        }
    }

    /** Numbers below which there are (j + ½)·N/size eigenvalues, if their logarithms are spread evenly between the steps. */
    private void interpolate(NavigableMap<Double, Double> staircase, int size, double[] into) {
        Map.Entry<Double, Double> left = staircase.firstEntry();
        Map.Entry<Double, Double> right = staircase.higherEntry(left.getKey());
        for (int j = 0; j < size; j++) {
            double target = (j + 0.5) * n / size;
            while (right.getValue() < target) {
                left = right;
                right = staircase.higherEntry(left.getKey());
            }
            double share = (target - left.getValue()) / (right.getValue() - left.getValue());
            into[j] = left.getKey() * Math.pow(right.getKey() / left.getKey(), Math.max(0, Math.min(1, share)));
        }
    }

    /** Narrows the brackets of all eigenvalues by the counts at the numbers just evaluated. */
    private void narrow(int evaluated) {
        for (int j = 0; j < evaluated; j++) {
            double count = transforms.count(j);
            if (count < n) {
                lower[(int) count] = Math.max(lower[(int) count], x[j]);
            }
            if (count > 0) {
                upper[(int) count - 1] = Math.min(upper[(int) count - 1], x[j]);
            }
        }
        for (int k = 1; k < n; k++) {
            lower[k] = Math.max(lower[k], lower[k - 1]);
            upper[n - 1 - k] = Math.min(upper[n - 1 - k], upper[n - k]);
        }
    }

    /** Moves the estimate of λ_k on from the j-th number; true if it is there. */
    private boolean advance(int j, int k, boolean halving) {
        double count = transforms.count(j);
        if (Double.isNaN(count)) {
            estimates[k] = x[j] * NUDGE;
            return false;
        }
        boolean above = count <= k;
        // counted from here, the one that is looked for
        double rank = above ? k - count + 1 : count - k;
        double step = step(j, above);
        double next = x[j] + step * x[j];
        boolean inside = next >= lower[k] && next <= upper[k];
        if (rank == 1 && inside && arrived(j, k, step)) {
            estimates[k] = next;
            return true;
        }
        if (upper[k] - lower[k] <= ROUNDING * upper[k]) {
            estimates[k] = 0.5 * (lower[k] + upper[k]);
            return true;
        }
        estimates[k] = inside && rank == 1 && !halving ? next : middle(lower[k], upper[k]);
        return false;
    }

    /**
     * Laguerre's step to the next eigenvalue above or below, relative to x: n/(∓s₁ + √((n − 1)(n·s₂ − s₁²))), which
     * assumes that all others are equal.
     */
    private double step(int j, boolean above) {
        double sum = transforms.sum(j);
        double root = Math.sqrt(Math.max(0, (n - 1) * (n * transforms.sumOfSquares(j) - sum * sum)));
        return above ? n / (root - sum) : -n / (root + sum);
    }

    private boolean arrived(int j, int k, double step) {
        double size = Math.abs(step * x[j]);
        double next = x[j] + step * x[j];
        double below = k > 0 ? next - estimates[k - 1] : next;
        double beyond = k < n - 1 ? estimates[k + 1] - next : next;
        double gap = Math.min(Math.abs(below), Math.abs(beyond));
        boolean alone = Math.abs(transforms.sumOfSquares(j) * step * step - 1) <= NEIGHBOURS_SHARE;
        return size <= ROUNDING * x[j] || (size <= STEP_PER_GAP * gap && alone);
    }

    private static double middle(double low, double high) {
        return high < 4 * low ? 0.5 * (low + high) : Math.sqrt(low) * Math.sqrt(high);
    }
}
