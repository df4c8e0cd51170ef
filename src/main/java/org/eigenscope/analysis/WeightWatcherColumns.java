package org.eigenscope.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.diagnosis.WeightWatcherMetrics;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;

/** The columns of {@link WeightWatcherMetrics} of a sample, with the randomised baseline if the matrix is known. */
public final class WeightWatcherColumns {
    /** Matrices with fewer eigenvalues are shuffled five times. */
    private static final int FEW = 100;

    private static final int REPLICAS = 5;

    private WeightWatcherColumns() {}

    /** The matrix with its entries in random places. */
    public interface Shuffled {
        /** Its spectrum under a seed. */
        Spectrum spectrum(long seed) throws EigenscopeException;
    }

    /**
     * The columns.
     *
     * @param shuffled gives the baseline; empty if the matrix is not known
     * @param seed the first of up to six that set the places
     * @throws EigenscopeException if a shuffled matrix cannot be decomposed or the work was cancelled
     */
    public static Map<String, Double> of(FitSample sample, Optional<Shuffled> shuffled, long seed, CancelToken cancel)
            throws EigenscopeException {
        if (shuffled.isEmpty()) {
            return WeightWatcherMetrics.ofEigenvalues(notNegative(sample.spectrum()))
                    .columns(cancel);
        }
        double[] values = squares(sample.spectrum());
        Spectrum.Details shape = sample.spectrum().details();
        WeightWatcherMetrics metrics = WeightWatcherMetrics.of(
                values, Math.min(shape.rows(), shape.columns()), Math.max(shape.rows(), shape.columns()));
        Map<String, Double> columns = metrics.columns(cancel);
        double[] pooled = new double[0];
        int replicas = values.length < FEW ? REPLICAS : 1;
        for (int i = 0; i < replicas; i++) {
            double[] more = squares(shuffled.get().spectrum(seed + i));
            pooled = DoubleStream.concat(Arrays.stream(pooled), Arrays.stream(more))
                    .toArray();
        }
        double[] other = squares(shuffled.get().spectrum(seed + replicas));
        columns.putAll(metrics.baseline(pooled, other, cancel));
        return columns;
    }

    private static double[] notNegative(Spectrum spectrum) {
        return Arrays.stream(spectrum.computed()).map(v -> Math.max(0, v)).toArray();
    }

    /** Squared singular values, of a symmetric matrix too. */
    private static double[] squares(Spectrum spectrum) {
        return spectrum.details().source().isSquared()
                ? notNegative(spectrum)
                : Arrays.stream(spectrum.computed()).map(v -> v * v).sorted().toArray();
    }
}
