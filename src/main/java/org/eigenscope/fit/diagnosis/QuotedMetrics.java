package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.tail.PowerLawScan;
import org.eigenscope.fit.tail.PowerLawTail;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;

/**
 * The metrics that are quoted of layers, over the positive eigenvalues λ of a spectrum, N of all signs; logarithms are to base 10.
 * Those that begin with tail_ and bulk_, the rank and the zeros are defined otherwise than metrics that other tools give similar
 * names; {@link WeightWatcherMetrics} are that tool's.
 *
 * <ul>
 *   <li>{@code tail_alpha}, {@code tail_D}, {@code tail_xmin}, {@code tail_count}, {@code tail_standard_error}: exponent, distance,
 *       start, size and standard error of the {@link PowerLawTail}
 *   <li>{@code spectral_norm} λmax; {@code norm} Σλ; {@code stable_rank} Σλ/λmax; {@code rank} N less the zeros; {@code
 *       zero_count} the zeros; {@code entropy} −Σ p ln p / ln(rank), p = λ/Σλ
 *   <li>{@code log_norm} log Σλ; {@code log_spectral_norm} log λmax; {@code tail_alpha_weighted} α log λmax; {@code
 *       tail_log_alpha_norm} log Σλ^α
 *   <li>{@code bulk_softrank} λ₊/λmax, λ₊ the upper edge of the Marchenko–Pastur bulk; {@code bulk_sigma} the standard deviation of
 *       entries that such a bulk has, √(s/M) with M the larger side for raw eigenvalues of a rectangular matrix, else √s; {@code
 *       bulk_spikes} the λ more than four Tracy–Widom units above the edge; none of them unless more than half of the λ lie in the bulk
 *   <li>{@code trace} Σλ/N; {@code log_det} Σ ln λ over the positive λ, per eigenvalue
 * </ul>
 *
 * <p>A metric that a spectrum does not have is left out.
 */
public final class QuotedMetrics {
    private final Map<String, Double> values;

    private QuotedMetrics(Map<String, Double> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * The metrics of a spectrum.
     *
     * @throws CancelledException if the work was cancelled
     */
    public static QuotedMetrics of(Spectrum spectrum, CancelToken cancel) throws CancelledException {
        return of(spectrum, new LastBulkFit(), cancel);
    }

    static QuotedMetrics of(Spectrum spectrum, LastBulkFit bulk, CancelToken cancel) throws CancelledException {
        Map<String, Double> metrics = new LinkedHashMap<>();
        double[] values = spectrum.positive();
        if (values.length > 0) {
            Optional<PowerLawTail> tail = new PowerLawScan(values).best();
            tail.ifPresent(found -> addTail(found, metrics));
            addNorms(spectrum, values, metrics);
            tail.ifPresent(found -> addWeighted(found.exponent(), values, metrics));
            addBulk(spectrum, values, metrics, bulk, cancel);
        }
        return new QuotedMetrics(metrics);
    }

    private static void addTail(PowerLawTail tail, Map<String, Double> metrics) {
        metrics.put("tail_alpha", tail.exponent());
        metrics.put("tail_D", tail.distance());
        metrics.put("tail_xmin", tail.xMin());
        metrics.put("tail_count", (double) tail.tailCount());
        metrics.put("tail_standard_error", tail.standardError());
    }

    private static void addNorms(Spectrum spectrum, double[] values, Map<String, Double> metrics) {
        double largest = values[values.length - 1];
        // relative to the largest, so that no unit overflows
        double stableRank = Arrays.stream(values).map(v -> v / largest).sum();
        double entropy = -Arrays.stream(values)
                .map(v -> v / largest / stableRank)
                .map(p -> p > 0 ? p * Math.log(p) : 0)
                .sum();
        int rank = spectrum.size() - spectrum.zeroCount();
        metrics.put("spectral_norm", largest);
        metrics.put("norm", stableRank * largest);
        metrics.put("stable_rank", stableRank);
        metrics.put("rank", (double) rank);
        metrics.put("zero_count", (double) spectrum.zeroCount());
        if (rank > 1) {
            metrics.put("entropy", entropy / Math.log(rank));
        }
        metrics.put("log_norm", Math.log10(stableRank) + Math.log10(largest));
        metrics.put("log_spectral_norm", Math.log10(largest));
        metrics.put("trace", stableRank * largest / spectrum.size());
        metrics.put("log_det", Arrays.stream(values).map(Math::log).average().orElseThrow());
    }

    private static void addWeighted(double alpha, double[] values, Map<String, Double> metrics) {
        double largest = values[values.length - 1];
        double sum =
                Arrays.stream(values).map(v -> Math.pow(v / largest, alpha)).sum();
        metrics.put("tail_alpha_weighted", alpha * Math.log10(largest));
        metrics.put("tail_log_alpha_norm", Math.log10(sum) + alpha * Math.log10(largest));
    }

    private static void addBulk(
            Spectrum spectrum, double[] values, Map<String, Double> metrics, LastBulkFit last, CancelToken cancel)
            throws CancelledException {
        try {
            BulkFit bulk = last.of(values, spectrum.details().aspectRatio(), cancel);
            if (2 * bulk.inside() <= values.length) {
                // the smaller part of a spectrum is no bulk
                return;
            }
            Spectrum.Details details = spectrum.details();
            boolean raw = details.source().isSquared() && details.normalization() == Normalization.RAW;
            double side = raw ? Math.max(details.rows(), details.columns()) : 1;
            metrics.put("bulk_softrank", bulk.upperEdge() / values[values.length - 1]);
            metrics.put("bulk_sigma", Math.sqrt(bulk.scale() / side));
            metrics.put("bulk_spikes", (double) bulk.spikes());
        } catch (CancelledException e) {
            throw e;
        } catch (EigenscopeException e) {
            // no bulk fits so few or such eigenvalues, and its metrics are left out
            return;
        }
    }

    /** The metrics by name, in a fixed order; unmodifiable. */
    public Map<String, Double> asMap() {
        return values;
    }
}
