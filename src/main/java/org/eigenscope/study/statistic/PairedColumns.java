package org.eigenscope.study.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two columns of numbers whose rows come in clusters, such as runs of training; rows with a number missing are left out. Copied in,
 * not to be written to.
 *
 * @param x a column
 * @param y another
 * @param clusters of each row, the numbers of the rows in each cluster
 */
record PairedColumns(double[] x, double[] y, List<int[]> clusters) {
    static PairedColumns of(double[] x, double[] y, String[] cluster) {
        if (x.length != y.length || x.length != cluster.length) {
            throw new IllegalArgumentException(x.length + ", " + y.length + " and " + cluster.length + " rows");
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                kept.add(i);
            }
        }
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            String name = cluster[kept.get(i)];
            // a row of no cluster is one of its own
            String key = name.isEmpty() ? "\n" + i : name;
            rows.computeIfAbsent(key, unseen -> new ArrayList<>()).add(i);
        }
        return new PairedColumns(
                kept.stream().mapToDouble(i -> x[i]).toArray(),
                kept.stream().mapToDouble(i -> y[i]).toArray(),
                rows.values().stream()
                        .map(list -> list.stream().mapToInt(i -> i).toArray())
                        .toList());
    }

    int size() {
        return x.length;
    }

    /** Whether a column has one value in each cluster. */
    boolean isConstantInClusters(double[] column) {
        return clusters.stream().allMatch(rows -> Arrays.stream(rows).allMatch(row -> column[row] == column[rows[0]]));
    }
}
