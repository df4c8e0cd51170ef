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
