package org.eigenscope.fit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Samples;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the tool itself: {@code weightwatcher_reference.py}. */
class WeightWatcherMetricsTest {
    private static final double AGREED = 1e-6;

    static List<String> spectra() {
        return Samples.lines("weightwatcher_spectra.csv");
    }

    private static double[] values(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @MethodSource("spectra")
    void columnsAreTheTools(String line) throws Exception {
        String[] cells = line.split(",");
        WeightWatcherMetrics metrics =
                WeightWatcherMetrics.of(values(cells[3]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
        Map<String, Double> columns = metrics.columns(CancelToken.NONE);
        columns.putAll(metrics.baseline(values(cells[4]), values(cells[4]), CancelToken.NONE));
        for (String row : Samples.lines("weightwatcher_reference.csv")) {
            String[] expected = row.split(",");
            if (expected[0].equals(cells[0])) {
                double value = Double.parseDouble(expected[2]);
                assertThat(columns.get(expected[1]))
                        .as(expected[1])
                        .isCloseTo(value, within(AGREED * Math.max(1e-6, Math.abs(value))));
            }
        }
    }

    @Test
    void eigenvaluesWithoutAShapeHaveNoBulk() throws Exception {
        double[] values = {1, 2, 3, 5, 8, 13};
        Map<String, Double> columns = WeightWatcherMetrics.ofEigenvalues(values).columns(CancelToken.NONE);
        assertThat(columns).containsKey("alpha").doesNotContainKeys("num_spikes", "sigma_mp");
    }

    @Test
    void equalEigenvaluesHaveNoExponent() throws Exception {
        Map<String, Double> columns =
                WeightWatcherMetrics.of(new double[] {2, 2, 2, 2}, 4, 8).columns(CancelToken.NONE);
        assertThat(columns).containsEntry("matrix_rank", 4.0).doesNotContainKey("alpha");
    }

    @Test
    void aShapeWithItsSidesExchangedIsRefused() {
        double[] values = {1, 2};
        assertThatThrownBy(() -> WeightWatcherMetrics.of(values, 8, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 × 2");
    }

    @Test
    void cancelledMetricsStop() {
        WeightWatcherMetrics metrics = WeightWatcherMetrics.of(new double[] {1, 2, 3}, 3, 4);
        assertThatThrownBy(() -> metrics.columns(() -> true)).isInstanceOf(CancelledException.class);
    }
}
