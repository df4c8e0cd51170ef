package org.eigenscope.study.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * How two columns go together.
 *
 * <p>Rows of one cluster, such as the layers of one run, are not independent. Intervals are percentiles of the coefficient over
 * resampled clusters. The permutation test exchanges what is exchangeable: where one of the columns has one value in each cluster, as an
 * accuracy has in a run, these values among clusters; otherwise the values of y within each cluster. p = (1 + #{|r*| ≥ |r|})/(1 + B).
 *
 * @param rows n, rows with both numbers
 * @param clusters how many clusters they come in
 * @param exchanged what the permutation test exchanged
 * @param estimates of each coefficient
 */
public record Correlations(
        int rows, int clusters, Exchanged exchanged, Map<Coefficient, CorrelationEstimate> estimates) {
    /** The fewest rows that have a coefficient worth its name. */
    public static final int FEWEST = 3;

    private static final int FEWEST_CLUSTERS = 3;
    private static final double ROUNDING = 1e-12;

    /** What a permutation test exchanges. */
    public enum Exchanged {
        /** Values of whole clusters. */
        AMONG_CLUSTERS("among clusters"),
        /** Values of rows within each cluster. */
        WITHIN_CLUSTERS("within clusters");

        private final String words;

        Exchanged(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    public Correlations {
        estimates = Map.copyOf(estimates);
    }

    /**
     * How much is resampled.
     *
     * @param bootstrap resamples of clusters
     * @param permutations exchanges
     * @param seed of both
     */
    public record Resampling(int bootstrap, int permutations, long seed) {
        /** 1,999 of each. */
        public static final Resampling USUAL = new Resampling(1_999, 1_999, 1);

        public Resampling {
            if (bootstrap < 0 || permutations < 0) {
                throw new IllegalArgumentException(
                        "bootstrap = " + bootstrap + " and permutations = " + permutations + " must not be negative");
            }
        }
    }

    /**
     * Of two columns.
     *
     * @param x a column, NaN where a row has none
     * @param y another
     * @param cluster the cluster of each row; empty for a row that is one of its own
     */
    public static Correlations of(double[] x, double[] y, String[] cluster, Resampling resampling) {
        PairedColumns columns = PairedColumns.of(x, y, cluster);
        boolean ofX = columns.isConstantInClusters(columns.x());
        boolean among = ofX || columns.isConstantInClusters(columns.y());
        Exchanged exchanged = among ? Exchanged.AMONG_CLUSTERS : Exchanged.WITHIN_CLUSTERS;
        Map<Coefficient, CorrelationEstimate> estimates = new EnumMap<>(Coefficient.class);
        for (Coefficient coefficient : Coefficient.values()) {
            estimates.put(coefficient, estimate(coefficient, columns, among, ofX, resampling));
        }
        return new Correlations(columns.size(), columns.clusters().size(), exchanged, estimates);
    }

    private static CorrelationEstimate estimate(
            Coefficient coefficient, PairedColumns columns, boolean among, boolean ofX, Resampling resampling) {
        if (columns.size() < FEWEST) {
            return new CorrelationEstimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double value = coefficient.of(columns.x(), columns.y());
        double[] ends = interval(coefficient, columns, resampling);
        double p = among
                ? amongClusters(coefficient, columns, ofX, value, resampling)
                : withinClusters(coefficient, columns, value, resampling);
        return new CorrelationEstimate(value, ends[0], ends[1], p);
    }

    private static double[] interval(Coefficient coefficient, PairedColumns columns, Resampling resampling) {
        List<int[]> clusters = columns.clusters();
        if (clusters.size() < FEWEST_CLUSTERS || resampling.bootstrap() == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        SplittableRandom random = new SplittableRandom(resampling.seed());
        List<Double> values = new ArrayList<>();
        for (int draw = 0; draw < resampling.bootstrap(); draw++) {
            List<int[]> drawn = new ArrayList<>();
            int size = 0;
            for (int i = 0; i < clusters.size(); i++) {
                drawn.add(clusters.get(random.nextInt(clusters.size())));
                size += drawn.get(i).length;
            }
            int[] rows = new int[size];
            int at = 0;
            for (int[] cluster : drawn) {
                System.arraycopy(cluster, 0, rows, at, cluster.length);
                at += cluster.length;
            }
            double value = coefficient.of(pick(columns.x(), rows), pick(columns.y(), rows));
            if (!Double.isNaN(value)) {
                values.add(value);
            }
        }
        if (values.size() < 2) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(values.stream().mapToDouble(v -> v).toArray());
        return new double[] {percentile.evaluate(2.5), percentile.evaluate(97.5)};
    }

    private static double[] pick(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }

    /** The coefficient of columns one of which is permuted needs ranks only once. */
    private static double[][] ranked(Coefficient coefficient, PairedColumns columns) {
        if (coefficient == Coefficient.SPEARMAN) {
            NaturalRanking ranking = new NaturalRanking();
            return new double[][] {ranking.rank(columns.x()), ranking.rank(columns.y())};
        }
        return new double[][] {columns.x(), columns.y()};
    }

    private static double amongClusters(
            Coefficient coefficient, PairedColumns columns, boolean ofX, double value, Resampling resampling) {
        List<int[]> clusters = columns.clusters();
        Coefficient plain = coefficient == Coefficient.SPEARMAN ? Coefficient.PEARSON : coefficient;
        boolean alike =
                clusters.stream().mapToInt(rows -> rows.length).distinct().count() == 1;
        // with clusters of unequal sizes ranks change as values move
        double[][] pair = alike ? ranked(coefficient, columns) : new double[][] {columns.x(), columns.y()};
        Coefficient used = alike ? plain : coefficient;
        double[] moved = ofX ? pair[0] : pair[1];
        double[] held = ofX ? pair[1] : pair[0];
        double[] values = clusters.stream().mapToDouble(rows -> moved[rows[0]]).toArray();
        SplittableRandom random = new SplittableRandom(resampling.seed() + 1);
        return p(clusters.size() < 2 ? 0 : resampling.permutations(), value, () -> {
            shuffle(values, random);
            double[] permuted = new double[moved.length];
            for (int i = 0; i < values.length; i++) {
                for (int row : clusters.get(i)) {
                    permuted[row] = values[i];
                }
            }
            return used.of(held, permuted);
        });
    }

    private static double withinClusters(
            Coefficient coefficient, PairedColumns columns, double value, Resampling resampling) {
        Coefficient used = coefficient == Coefficient.SPEARMAN ? Coefficient.PEARSON : coefficient;
        double[][] pair = ranked(coefficient, columns);
        SplittableRandom random = new SplittableRandom(resampling.seed() + 1);
        return p(resampling.permutations(), value, () -> {
            double[] permuted = new double[columns.size()];
            for (int[] rows : columns.clusters()) {
                double[] values = pick(pair[1], rows);
                shuffle(values, random);
                for (int i = 0; i < rows.length; i++) {
                    permuted[rows[i]] = values[i];
                }
            }
            return used.of(pair[0], permuted);
        });
    }

    /** A coefficient after an exchange. */
    @FunctionalInterface
    private interface Exchange {
        double coefficient();
    }

    private static double p(int permutations, double value, Exchange exchange) {
        if (permutations == 0 || Double.isNaN(value)) {
            return Double.NaN;
        }
        int larger = 0;
        for (int i = 0; i < permutations; i++) {
            larger += Math.abs(exchange.coefficient()) >= Math.abs(value) - ROUNDING ? 1 : 0;
        }
        return (1.0 + larger) / (1 + permutations);
    }

    private static void shuffle(double[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
