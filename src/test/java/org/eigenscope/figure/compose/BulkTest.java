package org.eigenscope.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.histogram.LogHistogram;
import org.junit.jupiter.api.Test;

class BulkTest {
    private static final int BINS = 200;

    @Test
    void endsAtTukeysOuterFenceWhereOutliersAreFarOff() {
        double[] values = uniform(0.1, 0.5, 100);
        double[] heavy = Arrays.copyOf(values, 110);
        Arrays.fill(heavy, 100, 110, 50);
        // the quartiles of 110 of which 100 are uniform: at 27.5 and 82.5 hundredths
        double lower = 0.1 + 0.4 * 0.275;
        double upper = 0.1 + 0.4 * 0.825;
        assertThat(Bulk.end(steps(heavy))).isCloseTo(upper + 3 * (upper - lower), withPercentage(3));
    }

    @Test
    void endsWithTheLastBarWhereNoneIsFarOff() {
        assertThat(Bulk.end(steps(uniform(0.1, 4, 300)))).isEqualTo(4);
    }

    @Test
    void nothingEndsNowhere() {
        assertThat(Bulk.end(new HistogramSteps(new double[0], new double[0], "")))
                .isNaN();
    }

    @Test
    void linearAbscissaShowsTheBulkAndALogarithmicOneEverything() {
        double[] heavy = Arrays.copyOf(uniform(0.1, 0.5, 100), 110);
        Arrays.fill(heavy, 100, 110, 50);
        FigureSpec log = FigureSpec.of(steps(heavy));
        FigureSpec linear = log.withXAxis(log.xAxis().withScale(AxisScale.LINEAR));
        assertThat(FigureRanges.of(log).x().upper()).isGreaterThan(50);
        assertThat(FigureRanges.of(linear).x().lower()).isBetween(0.0, 0.1);
        assertThat(FigureRanges.of(linear).x().upper())
                .as("the last bar before the fence ends at 0.5")
                .isBetween(0.5, 0.55);
        AxisRange chosen = new AxisRange(0, 60);
        assertThat(FigureRanges.of(linear.withXAxis(linear.xAxis().withRange(chosen)))
                        .x())
                .isEqualTo(chosen);
    }

    @Test
    void logarithmicOrdinateOverTheBulkBeginsBelowItsBarsAndNotBelowThoseOutOfSight() {
        double[] heavy = Arrays.copyOf(uniform(0.1, 0.5, 100), 101);
        heavy[100] = 1e6;
        FigureSpec log = FigureSpec.of(steps(heavy));
        FigureSpec semilogy = log.withXAxis(log.xAxis().withScale(AxisScale.LINEAR));
        assertThat(FigureRanges.of(log).y().lower()).isLessThan(1e-7);
        assertThat(FigureRanges.of(semilogy).y().lower()).isGreaterThan(1e-3);
    }

    private static HistogramSteps steps(double[] values) {
        LogHistogram bins = LogHistogram.of(values, BINS);
        double[] edges = bins.edges();
        int[] counts = bins.counts();
        double[] densities = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            densities[i] = counts[i] / (bins.total() * (edges[i + 1] - edges[i]));
        }
        return new HistogramSteps(edges, densities, "eigenvalues");
    }

    private static double[] uniform(double from, double to, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + (to - from) * i / (count - 1);
        }
        return values;
    }
}
