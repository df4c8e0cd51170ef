package org.eigenscope.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eigenscope.study.statistic.StatisticReference;
import org.junit.jupiter.api.Test;

class LinearAlignmentTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void wideAndTallMatricesHaveNumpysAlignment() {
        for (JsonNode expected : StatisticReference.read().get("alignments")) {
            assertThat(LinearAlignment.of(matrix(expected.get("a")), matrix(expected.get("b"))))
                    .isCloseTo(expected.get("cka").asDouble(), within(ROUNDING));
        }
    }

    @Test
    void scaleDoesNotMatterHoweverLarge() {
        double[] values = {1, 2, 3, 5, 8, 13};
        double[] huge = {1e200, 2e200, 3e200, 5e200, 8e200, 13e200};
        assertThat(LinearAlignment.of(matrix(values, 3), matrix(huge, 3))).isCloseTo(1, within(ROUNDING));
    }

    /** numpy: f(Yᴴ X)² / (f(Xᴴ X) f(Yᴴ Y)) of centred columns, f the Frobenius norm. */
    @Test
    void complexMatricesHaveNumpysAlignment() {
        double[] x = new double[2 * 6 * 9];
        double[] y = new double[x.length];
        for (int j = 0; j < 6; j++) {
            for (int k = 0; k < 9; k++) {
                int at = 2 * (9 * j + k);
                x[at] = Math.sin(1 + 3 * j + 7 * k);
                x[at + 1] = Math.cos(2 + 5 * j + k);
                y[at] = x[at] + 0.3 * Math.cos(j * k);
                y[at + 1] = x[at + 1] + 0.3 * Math.sin(j + 2 * k);
            }
        }
        assertThat(LinearAlignment.of(complex(x), complex(y))).isCloseTo(0.99311791277703, within(ROUNDING));
    }

    private static Matrix complex(double[] values) {
        return Matrix.ofRowMajor(values, 6, 9, ElementType.C128, new Provenance(Path.of("a"), "a", Map.of()));
    }

    private static Matrix matrix(JsonNode rows) {
        List<Double> values = new ArrayList<>();
        rows.forEach(row -> row.forEach(cell -> values.add(cell.asDouble())));
        return matrix(values.stream().mapToDouble(v -> v).toArray(), rows.size());
    }

    private static Matrix matrix(double[] values, int rows) {
        return Matrix.ofRowMajor(
                values, rows, values.length / rows, ElementType.F64, new Provenance(Path.of("a"), "a", Map.of()));
    }
}
