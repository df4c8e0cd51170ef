package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;

/**
 * The power law above that value, whichever of all but the largest, whose distance is least, the distance counting only the lower
 * end of each step: D = max |F(xᵢ) − i/k|, i = 0…k − 1, over the k values of the tail. This is how WeightWatcher takes it; {@link
 * org.eigenscope.fit.tail.PowerLawTail} counts both ends and leaves out tails of fewer than ten values.
 *
 * @param alpha 1 + k / Σ ln(xᵢ/x_min)
 * @param xMin the first value of the tail
 * @param distance D
 * @param sigma (α − 1)/√k
 */
record OneSidedTail(double alpha, double xMin, double distance, double sigma) {

    /** The tail of ascending positive values; empty if there are fewer than two, or all are equal. */
    static Optional<OneSidedTail> of(double[] ascending, CancelToken cancel) throws CancelledException {
        int n = ascending.length;
        if (n < 2 || ascending[0] == ascending[n - 1]) {
            return Optional.empty();
        }
        double[] logs = Arrays.stream(ascending).map(Math::log).toArray();
        double[] sums = new double[n + 1];
        for (int i = n - 1; i >= 0; i--) {
            sums[i] = sums[i + 1] + logs[i];
        }
        OneSidedTail best = null;
        for (int start = 0; start < n - 1; start++) {
            cancel.throwIfCancelled();
            OneSidedTail tail = from(ascending, logs, sums, start);
            best = best == null || tail.distance < best.distance ? tail : best;
        }
        return Optional.of(best);
    }

    private static OneSidedTail from(double[] ascending, double[] logs, double[] sums, int start) {
        double k = logs.length - start;
        double slope = k / (sums[start] - k * logs[start]);
        double largest = slope > 0 ? 0 : 1;
        for (int i = 0; i < k && slope > 0; i++) {
            // equal values have an infinite slope, and the law is 0 at x_min all the same
            double rise = logs[start + i] - logs[start];
            double law = rise == 0 ? 0 : -Math.expm1(-slope * rise);
            largest = Math.max(largest, Math.abs(law - i / k));
        }
        return new OneSidedTail(1 + slope, ascending[start], largest, slope / Math.sqrt(k));
    }
}
