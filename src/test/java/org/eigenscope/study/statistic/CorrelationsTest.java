package org.eigenscope.study.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.study.statistic.Correlations.Exchanged;
import org.eigenscope.study.statistic.Correlations.Resampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationsTest {
    private static final Resampling SOME = new Resampling(299, 299, 3);
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @EnumSource(Coefficient.class)
    void coefficientsWithTiesAreScipys(Coefficient coefficient) {
        JsonNode expected = StatisticReference.read();
        double[] x = StatisticReference.numbers(expected.get("columns").get("x"));
        double[] y = StatisticReference.numbers(expected.get("columns").get("y"));
        assertThat(coefficient.of(x, y))
                .isCloseTo(expected.get("coefficients").get(coefficient.id()).asDouble(), within(ROUNDING));
    }

    @Test
    void summariesAreNumpys() {
        JsonNode expected = StatisticReference.read();
        double[] x = StatisticReference.numbers(expected.get("columns").get("x"));
        double[] weights = new double[x.length];
        Arrays.setAll(weights, i -> i + 1);
        ColumnSummary summary = ColumnSummary.of(x, weights);
        double[] quartiles = StatisticReference.numbers(expected.get("quantiles"));
        assertThat(new double[] {summary.lowerQuartile(), summary.median(), summary.upperQuartile()})
                .containsExactly(quartiles, within(ROUNDING));
        assertThat(summary.weightedMean())
                .isCloseTo(expected.get("weighted_mean").asDouble(), within(ROUNDING));
    }

    @Test
    void missingRowsAreCountedAndNotAveragedOver() {
        ColumnSummary summary = ColumnSummary.of(new double[] {2, Double.NaN, 4}, new double[] {1, 1_000, 3});
        assertThat(summary.weightedMean()).isEqualTo(3.5);
        assertThat(summary.missing()).isEqualTo(1);
    }

    @Test
    void rowsWithAMissingNumberAreLeftOut() {
        double[] x = {1, 2, Double.NaN, 4, 5};
        double[] y = {1, 2, 3, Double.NaN, 5};
        assertThat(Correlations.of(x, y, names(5, 5), SOME).rows()).isEqualTo(3);
    }

    @Test
    void valuesOfRunsAreExchangedAmongRuns() {
        // four layers of each of six runs, whose accuracy is one number a run
        double[] kappa = column(24, i -> i / 4 + 0.1 * (i % 4));
        double[] accuracy = column(24, i -> i / 4);
        Correlations found = Correlations.of(kappa, accuracy, names(24, 6), SOME);
        assertThat(found.exchanged()).isEqualTo(Exchanged.AMONG_CLUSTERS);
        assertThat(found.clusters()).isEqualTo(6);
        // a perfect order of six runs has its equal in 2 of 720, and not in one of 24! exchanges of rows
        assertThat(found.estimates().get(Coefficient.SPEARMAN).p()).isBetween(1.0 / 300, 0.03);
    }

    @Test
    void columnsThatVaryWithinRunsAreExchangedThere() {
        double[] x = column(12, i -> i);
        double[] y = column(12, i -> i * i);
        assertThat(Correlations.of(x, y, names(12, 3), SOME).exchanged()).isEqualTo(Exchanged.WITHIN_CLUSTERS);
    }

    @Test
    void clustersWidenTheInterval() {
        SplittableRandom random = new SplittableRandom(5);
        double[] effects = column(8, i -> random.nextGaussian());
        double[] others = column(8, i -> random.nextGaussian());
        double[] x = column(80, i -> effects[i / 10] + 0.1 * random.nextGaussian());
        double[] y = column(80, i -> others[i / 10] + 0.1 * random.nextGaussian());
        CorrelationEstimate clustered =
                Correlations.of(x, y, names(80, 8), SOME).estimates().get(Coefficient.PEARSON);
        CorrelationEstimate independent =
                Correlations.of(x, y, names(80, 80), SOME).estimates().get(Coefficient.PEARSON);
        assertThat(clustered.high() - clustered.low()).isGreaterThan(2 * (independent.high() - independent.low()));
    }

    @Test
    void twoClustersHaveNoInterval() {
        CorrelationEstimate estimate = Correlations.of(column(8, i -> i), column(8, i -> i % 3), names(8, 2), SOME)
                .estimates()
                .get(Coefficient.PEARSON);
        assertThat(estimate.low()).isNaN();
    }

    @Test
    void aColumnThatDoesNotVaryHasNoCoefficient() {
        CorrelationEstimate estimate = Correlations.of(column(9, i -> 1), column(9, i -> i), names(9, 9), SOME)
                .estimates()
                .get(Coefficient.SPEARMAN);
        assertThat(estimate.value()).isNaN();
        assertThat(estimate.p()).isNaN();
    }

    @Test
    void poolingThatTurnsTheSignRoundIsSaid() {
        // within each role y falls with x, and roles lie along a rising line
        double[] x = column(30, i -> 10 * (i / 10) + i % 10);
        double[] y = column(30, i -> 20 * (i / 10) - i % 10);
        String[] role = names(30, 3);
        GroupedCorrelations found = GroupedCorrelations.of(x, y, names(30, 30), role, SOME);
        assertThat(found.groups()).hasSize(3);
        assertThat(found.reversal(Coefficient.SPEARMAN))
                .hasValueSatisfying(text -> assertThat(text).contains("turns the sign round"));
        assertThat(GroupedCorrelations.of(x, x, names(30, 30), role, SOME).reversal(Coefficient.SPEARMAN))
                .isEmpty();
    }

    @Test
    void differencesHaveTheIntervalOfZouAndDonner() {
        DifferenceInterval difference = DifferenceInterval.between(
                new DifferenceInterval.Estimate(1, 0.7, 1.4), new DifferenceInterval.Estimate(3, 2, 5));
        assertThat(difference.value()).isEqualTo(2);
        assertThat(difference.low()).isCloseTo(2 - Math.hypot(1, 0.4), within(ROUNDING));
        assertThat(difference.high()).isCloseTo(2 + Math.hypot(2, 0.3), within(ROUNDING));
    }

    @Test
    void openEndsLeaveTheDifferenceOpen() {
        DifferenceInterval difference = DifferenceInterval.between(
                new DifferenceInterval.Estimate(1, 0.7, Double.NaN), new DifferenceInterval.Estimate(3, 2, 5));
        assertThat(difference.low()).isNaN();
        assertThat(difference.high()).isFinite();
    }

    private interface Cell {
        double of(int row);
    }

    private static double[] column(int rows, Cell cell) {
        double[] column = new double[rows];
        Arrays.setAll(column, cell::of);
        return column;
    }

    /** Equally many rows of each cluster, one after another. */
    private static String[] names(int rows, int clusters) {
        String[] names = new String[rows];
        Arrays.setAll(names, i -> "c" + i * clusters / rows);
        return names;
    }
}
