package org.eigenscope.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

class LogHistogramTest {
    @Test
    void binsAreEquallyWideInTheLogarithm() {
        double[] edges = LogHistogram.of(new double[] {1, 10, 1000}, 3).edges();
        assertThat(edges).containsExactly(new double[] {1, 10, 100, 1000}, within(1e-9));
    }

    @Test
    void aValueOnAnInnerEdgeBelongsToTheBinAboveIt() {
        assertThat(LogHistogram.of(new double[] {1, 2, 4}, 2).counts()).containsExactly(1, 2);
    }

    @Test
    void heightsAreCountsOverNumberAndWidth() {
        LogHistogram histogram = LogHistogram.of(new double[] {1, 2, 50, 100}, 2);
        assertThat(histogram.bars().get(0).density()).isCloseTo(2.0 / (4 * 9), within(1e-12));
        assertThat(histogram.bars().get(1).density()).isCloseTo(2.0 / (4 * 90), within(1e-12));
    }

    @Test
    void barsSitAtTheirGeometricCentres() {
        assertThat(LogHistogram.of(new double[] {1, 100}, 1).bars().get(0).center())
                .isCloseTo(10, within(1e-12));
    }

    @Test
    void emptyBinsAreGaps() {
        LogHistogram histogram = LogHistogram.of(new double[] {1, 1000}, 3);
        assertThat(histogram.binCount()).isEqualTo(3);
        assertThat(histogram.bars()).hasSize(2);
    }

    @Test
    void onlyPositiveEigenvaluesAreBinnedAndCounted() {
        Spectrum.Details details =
                new Spectrum.Details(5, 5, Spectrum.Source.SYMMETRIC, Normalization.RAW, 1e-9, "by hand");
        LogHistogram histogram = LogHistogram.of(Spectrum.of(new double[] {-3, 0, 1, 2, 3}, details));
        assertThat(histogram.total()).isEqualTo(3);
    }

    @Test
    void theAutomaticNumberFollowsFreedmanAndDiaconis() {
        // ln λ even on [0, 1]: the bin width is 2·0.5·27000^(−1/3) = 1/30
        double[] values = IntStream.range(0, 27_000)
                .mapToDouble(i -> Math.exp(i / 26_999.0))
                .toArray();
        assertThat(LogHistogram.automaticBins(values)).isEqualTo(30);
    }

    @Test
    void fewValuesStillGetTwentyBins() {
        assertThat(LogHistogram.automaticBins(new double[] {1, 2, 3})).isEqualTo(20);
    }

    @Test
    void farOutliersGetNoMoreThanTwoHundredBins() {
        double[] values = new SplittableRandom(1).doubles(1000, 1, 1.01).toArray();
        values[0] = 1e9;
        assertThat(LogHistogram.automaticBins(values)).isEqualTo(200);
    }

    @Test
    void equalValuesShareOneBarAroundThem() {
        double[] values = new double[40];
        Arrays.fill(values, 3);
        LogHistogram histogram = LogHistogram.of(values);
        assertThat(histogram.bars()).hasSize(1);
        assertThat(histogram.bars().get(0).lower()).isLessThan(3);
        assertThat(histogram.bars().get(0).upper()).isGreaterThan(3);
    }

    @Test
    void theLargestAndSmallestDoublesHaveFiniteHeights() {
        LogHistogram histogram = LogHistogram.of(new double[] {Double.MIN_VALUE, 1, Double.MAX_VALUE}, 50);
        assertThat(histogram.bars()).allMatch(bar -> Double.isFinite(bar.density()) && bar.density() > 0);
    }

    @Test
    void zerosAreRefused() {
        assertThatThrownBy(() -> LogHistogram.of(new double[] {1, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
    }

    @Test
    void notANumberIsRefused() {
        assertThatThrownBy(() -> LogHistogram.of(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void noBinsAreRefused() {
        assertThatThrownBy(() -> LogHistogram.of(new double[] {1, 2}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bins = 0");
    }
}
