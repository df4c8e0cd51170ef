package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;

/**
 * The columns that WeightWatcher 0.7.5.5 writes of a dense layer, by its names and definitions, so that numbers can be compared;
 * {@link QuotedMetrics} says what this program would rather quote. λ are all N squared singular values, n the smaller and m the
 * larger side, Q = m/n.
 *
 * <ul>
 *   <li>{@code alpha}, {@code D}, {@code xmin}, {@code xmax}, {@code sigma}, {@code num_pl_spikes}: of the power law above that one
 *       of all λ &gt; 1e-5 but the largest, whose D is least; D = max |F(λᵢ) − i/k| over the k values of the tail, i from 0: one
 *       side of each step; a tail may be as short as two values
 *   <li>{@code rank_loss}: σ at most 2^−52·m·σmax; {@code weak_rank_loss}: λ below 1e-6; {@code entropy} adds 1e-10 to each
 *       p = λ/Σλ and to the rank
 *   <li>{@code num_spikes}, {@code sigma_mp}, {@code mp_softrank}, {@code W_scale}, {@code bulk_max}, {@code bulk_min}: of
 *       {@link KernelBulkFit}
 *   <li>{@code rand_…}, {@code max_rand_eval}, {@code rand_distance}, {@code ww_softrank}, {@code ww_maxdist}: of the same entries
 *       in random places
 * </ul>
 *
 * <p>Columns that have no value there, such as those of a bulk when no shape is known, are left out. Agrees with the tool to 1e-6,
 * relatively, where its own single precision of the entries allows.
 */
public final class WeightWatcherMetrics {
    private static final double LEAST_FITTED = 1e-5;
    private static final double WEAK = 1e-6;
    private static final double TOO_SMALL_FOR_LOGARITHMS = 1e-10;

    private final double[] values;
    private final int smaller;
    private final int larger;

    private WeightWatcherMetrics(double[] eigenvalues, int smaller, int larger) {
        values = eigenvalues.clone();
        Arrays.sort(values);
        this.smaller = smaller;
        this.larger = larger;
    }

    /**
     * Of a matrix.
     *
     * @param eigenvalues all squared singular values, at least one positive, in any order
     * @param smaller n, the smaller side
     * @param larger m, the larger side
     */
    public static WeightWatcherMetrics of(double[] eigenvalues, int smaller, int larger) {
        if (eigenvalues.length == 0 || smaller < 1 || larger < smaller) {
            throw new IllegalArgumentException(
                    eigenvalues.length + " eigenvalues of a matrix " + smaller + " × " + larger);
        }
        return new WeightWatcherMetrics(eigenvalues, smaller, larger);
    }

    /** Of eigenvalues whose matrix is not known: without the columns of a bulk. */
    public static WeightWatcherMetrics ofEigenvalues(double[] eigenvalues) {
        return new WeightWatcherMetrics(eigenvalues, 0, eigenvalues.length);
    }

    /**
     * The columns of the spectrum itself.
     *
     * @throws CancelledException if the work was cancelled
     */
    public Map<String, Double> columns(CancelToken cancel) throws CancelledException {
        Map<String, Double> columns = new LinkedHashMap<>();
        Optional<OneSidedTail> tail = OneSidedTail.of(above(LEAST_FITTED), cancel);
        tail.ifPresent(found -> {
            columns.put("alpha", found.alpha());
            columns.put("D", found.distance());
            columns.put("xmin", found.xMin());
            columns.put("xmax", values[values.length - 1]);
            columns.put("sigma", found.sigma());
            columns.put("num_pl_spikes", (double) above(Math.nextDown(found.xMin())).length);
        });
        putSizes(columns);
        putNorms(columns);
        tail.ifPresent(found -> putWeighted(found.alpha(), columns));
        putBulk("", values, columns, cancel);
        return columns;
    }

    private double[] above(double bound) {
        return Arrays.stream(values).filter(v -> v > bound).toArray();
    }

    private double largest() {
        return values[values.length - 1];
    }

    private int rank() {
        double tolerance = Math.sqrt(largest()) * larger * Math.ulp(1.0);
        return (int) Arrays.stream(values)
                .filter(v -> v > 0 && Math.sqrt(v) > tolerance)
                .count();
    }

    private void putSizes(Map<String, Double> columns) {
        columns.put("num_evals", (double) values.length);
        columns.put("rank_loss", (double) (values.length - rank()));
        columns.put("weak_rank_loss", (double)
                Arrays.stream(values).filter(v -> v < WEAK).count());
        columns.put("sv_max", Math.sqrt(largest()));
        columns.put("sv_min", Math.sqrt(Math.max(0, values[0])));
        columns.put("lambda_max", largest());
    }

    private void putNorms(Map<String, Double> columns) {
        double norm = Arrays.stream(values).sum();
        double entropy = -Arrays.stream(values)
                .map(v -> v / norm + TOO_SMALL_FOR_LOGARITHMS)
                .map(p -> p * Math.log(p))
                .sum();
        columns.put("norm", norm);
        columns.put("log_norm", Math.log10(norm));
        columns.put("spectral_norm", largest());
        columns.put("log_spectral_norm", Math.log10(largest()));
        columns.put("stable_rank", norm / largest());
        columns.put("matrix_rank", (double) rank());
        columns.put("entropy", entropy / Math.log(rank() + TOO_SMALL_FOR_LOGARITHMS));
    }

    private void putWeighted(double alpha, Map<String, Double> columns) {
        double sum = Arrays.stream(values)
                .map(v -> Math.pow(Math.max(0, v) / largest(), alpha))
                .sum();
        columns.put("alpha_weighted", alpha * Math.log10(largest()));
        columns.put("log_alpha_norm", Math.log10(sum) + alpha * Math.log10(largest()));
    }

    private void putBulk(String prefix, double[] of, Map<String, Double> columns, CancelToken cancel)
            throws CancelledException {
        if (smaller == 0) {
            return;
        }
        Optional<KernelBulkFit> fit = KernelBulkFit.of(of, smaller, larger, cancel);
        fit.ifPresent(bulk -> {
            columns.put(prefix + "num_spikes", (double) bulk.spikes());
            columns.put(prefix + "sigma_mp", bulk.sigma());
            columns.put(prefix + "mp_softrank", bulk.softRank());
            columns.put(prefix + "W_scale", bulk.weightScale());
            columns.put(prefix + "bulk_max", bulk.upperEdge());
            columns.put(prefix + "bulk_min", bulk.lowerEdge());
        });
    }

    /**
     * The columns of the randomised baseline.
     *
     * @param pooled eigenvalues of one or more matrices with the entries in random places, together
     * @param other those of one more such matrix, as many as there are eigenvalues
     * @throws CancelledException if the work was cancelled
     */
    public Map<String, Double> baseline(double[] pooled, double[] other, CancelToken cancel) throws CancelledException {
        double[] random = other.clone();
        Arrays.sort(random);
        Map<String, Double> columns = new LinkedHashMap<>();
        columns.put("max_rand_eval", Arrays.stream(pooled).max().orElseThrow());
        columns.put("rand_distance", jensenShannon(values, random));
        columns.put("ww_softrank", random[random.length - 1] / largest());
        columns.put("ww_maxdist", largest() - random[random.length - 1]);
        putBulk("rand_", pooled, columns, cancel);
        return columns;
    }

    /** √((KL(p‖m) + KL(q‖m))/2) of the ordered values themselves, taken as weights; m is the mean of both before norming. */
    private static double jensenShannon(double[] p, double[] q) {
        double[] middle = new double[p.length];
        Arrays.setAll(middle, i -> (p[i] + q[i]) / 2);
        return Math.sqrt((divergence(p, middle) + divergence(q, middle)) / 2);
    }

    private static double divergence(double[] p, double[] m) {
        double ofP = Arrays.stream(p).sum();
        double ofM = Arrays.stream(m).sum();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double share = p[i] / ofP;
            sum += share > 0 ? share * Math.log(share / (m[i] / ofM)) : 0;
        }
        return sum;
    }
}
