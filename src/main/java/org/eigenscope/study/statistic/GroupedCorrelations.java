package org.eigenscope.study.statistic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How two columns go together in each group of rows and in all of them.
 *
 * @param pooled over all rows
 * @param groups by the group's name, in the order in which groups come
 */
public record GroupedCorrelations(Correlations pooled, Map<String, Correlations> groups) {
    public GroupedCorrelations {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /**
     * Of two columns.
     *
     * @param group of each row; empty texts for no groups
     * @see Correlations#of
     */
    public static GroupedCorrelations of(
            double[] x, double[] y, String[] cluster, String[] group, Correlations.Resampling resampling) {
        Map<String, Correlations> groups = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (String name : group) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        for (String name : names) {
            int[] rows = IntStream.range(0, group.length)
                    .filter(i -> group[i].equals(name))
                    .toArray();
            groups.put(
                    name,
                    Correlations.of(
                            IntStream.of(rows).mapToDouble(i -> x[i]).toArray(),
                            IntStream.of(rows).mapToDouble(i -> y[i]).toArray(),
                            IntStream.of(rows).mapToObj(i -> cluster[i]).toArray(String[]::new),
                            resampling));
        }
        return new GroupedCorrelations(Correlations.of(x, y, cluster, resampling), groups);
    }

    /**
     * Where pooling turns the sign round (Simpson's paradox): the pooled coefficient and the mean of the groups', weighted by their rows,
     * have opposite signs. A sentence; empty if they do not.
     */
    public Optional<String> reversal(Coefficient coefficient) {
        double sum = 0;
        double weight = 0;
        for (Correlations group : groups.values()) {
            double value = group.estimates().get(coefficient).value();
            if (!Double.isNaN(value)) {
                sum += group.rows() * value;
                weight += group.rows();
            }
        }
        double within = sum / weight;
        double all = pooled.estimates().get(coefficient).value();
        return weight > 0 && within * all < 0
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "Pooling turns the sign round: %s is %.3f over all rows and %.3f on average within groups, so the pooled"
                                + " value tells how groups differ.",
                        coefficient.id(),
                        all,
                        within))
                : Optional.empty();
    }
}
