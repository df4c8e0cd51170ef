package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;

/**
 * The Marchenko–Pastur bulk as WeightWatcher 0.7.5.5 lays it: least squares between the law's density and a kernel estimate (a
 * triangle of half width 0.1) of the eigenvalues scaled to mean 1, on 1,000 points from 0 to λmax + 0.5, those with an estimate
 * of at most 0.01 left out. σ is the best of a grid in steps of 1 % of the σ whose edge is λmax, then polished by the simplex
 * method of Nelder and Mead. A square matrix is fitted by the quarter circle to the singular values.
 *
 * <p>The bulk must have its upper edge between the estimate's peak and the last point kept, and its lower edge below the peak.
 *
 * @param sigma σ of entries that would give the bulk, after scaling
 * @param lowerEdge (σ(1 − 1/√Q))² in the units of the eigenvalues
 * @param upperEdge (σ(1 + 1/√Q))² in the units of the eigenvalues
 * @param spikes how many lie above the upper edge by more than √(Q^(−1/2) λ₊^(2/3) n^(−2/3)), after scaling
 * @param softRank λ₊/λmax
 * @param weightScale what the singular values are multiplied by, √(N/Σλ)
 */
record KernelBulkFit(
        double sigma, double lowerEdge, double upperEdge, int spikes, double softRank, double weightScale) {
    private static final int POINTS = 1000;
    private static final double HALF_WIDTH = 0.1;
    private static final double BEYOND = 0.5;
    private static final double LEAST_DENSITY = 0.01;
    private static final double IMPOSSIBLE = 1e6;

    /** The estimate where it is large enough. */
    private record Estimate(double[] x, double[] density) {
        static Estimate of(double[] values) {
            double end = Arrays.stream(values).max().orElseThrow() + BEYOND;
            double[] x = new double[POINTS];
            double[] density = new double[POINTS];
            int kept = 0;
            for (int i = 0; i < POINTS; i++) {
                double point = i == POINTS - 1 ? end : i * (end / (POINTS - 1));
                double height = height(values, point);
                if (height > LEAST_DENSITY) {
                    x[kept] = point;
                    density[kept++] = height;
                }
            }
            return new Estimate(Arrays.copyOf(x, kept), Arrays.copyOf(density, kept));
        }

        private static double height(double[] values, double point) {
            double sum = Arrays.stream(values)
                    .map(v -> Math.max(0, 1 - Math.abs(v - point) / HALF_WIDTH))
                    .sum();
            return sum / (values.length * HALF_WIDTH);
        }

        double peak() {
            int best = 0;
            for (int i = 1; i < x.length; i++) {
                best = density[i] > density[best] ? i : best;
            }
            return x[best];
        }

        double squares(DoubleUnaryOperator law) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double value = law.applyAsDouble(x[i]);
                double residual = (Double.isNaN(value) ? 0 : value) - density[i];
                sum += residual * residual;
            }
            return sum;
        }
    }

    /** The fit; empty if the estimate is nowhere large enough. */
    static Optional<KernelBulkFit> of(double[] eigenvalues, int smaller, int larger, CancelToken cancel)
            throws CancelledException {
        double trace = Arrays.stream(eigenvalues).sum();
        double weightScale = Math.sqrt(eigenvalues.length) / Math.sqrt(trace);
        double unit = weightScale * weightScale;
        double[] scaled = Arrays.stream(eigenvalues).map(v -> unit * v).toArray();
        double largest = Arrays.stream(scaled).max().orElseThrow();
        boolean square = smaller == larger;
        Estimate estimate =
                Estimate.of(square ? Arrays.stream(scaled).map(Math::sqrt).toArray() : scaled);
        if (estimate.x().length == 0) {
            return Optional.empty();
        }
        double ratio = (double) larger / smaller;
        DoubleUnaryOperator cost = square ? quarterCircle(estimate) : marchenkoPastur(estimate, ratio);
        double inverseRoot = 1 / Math.sqrt(ratio);
        double atLargest = Math.sqrt(largest / ((1 + inverseRoot) * (1 + inverseRoot)));
        double sigma = OneDimensionalSimplex.polish(cost, bestOfGrid(cost, atLargest, cancel));
        double upper = square(sigma * (1 + inverseRoot));
        double lower = square(sigma * (1 - inverseRoot));
        double margin = Math.sqrt(inverseRoot * Math.pow(upper, 2.0 / 3) * Math.pow(smaller, -2.0 / 3));
        int spikes = (int) Arrays.stream(scaled).filter(v -> v > upper + margin).count();
        return Optional.of(new KernelBulkFit(sigma, lower / unit, upper / unit, spikes, upper / largest, weightScale));
    }

    private static double square(double x) {
        return x * x;
    }

    private static double bestOfGrid(DoubleUnaryOperator cost, double unit, CancelToken cancel)
            throws CancelledException {
        double start = 0.05 * unit;
        double step = 0.01 * unit;
        int count = (int) Math.ceil((2.0 * unit - start) / step);
        double best = start;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            cancel.throwIfCancelled();
            double sigma = i * step + start;
            double value = cost.applyAsDouble(sigma);
            if (value < least) {
                least = value;
                best = sigma;
            }
        }
        return best;
    }

    /** The factor under the root is that of σ = 1 whatever σ, as it is there. */
    private static DoubleUnaryOperator quarterCircle(Estimate estimate) {
        return sigma -> estimate.squares(x -> Math.sqrt(4 - x * x) / (Math.PI * sigma * sigma));
    }

    private static DoubleUnaryOperator marchenkoPastur(Estimate estimate, double ratio) {
        double peak = estimate.peak();
        double[] x = estimate.x();
        double last = x[x.length - 1];
        double inverseRoot = Math.sqrt(1 / ratio);
        return sigma -> {
            double upper = square(sigma * (1 + inverseRoot));
            double lower = square(sigma * (1 - inverseRoot));
            if (upper < peak || upper > last || lower > peak) {
                return IMPOSSIBLE * x.length;
            }
            return estimate.squares(
                    v -> Math.sqrt((upper - v) * (v - lower)) * ratio / (2 * Math.PI * sigma * sigma * v));
        };
    }
}
