package org.eigenscope.fit.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Samples;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tails against {@code tail_reference.py}, which searches every x_min one by one. */
class TailReferenceTest {
    private static final double ROUNDING = 1e-9;
    /** scipy's and our simplex both stop when ln L is flat to 1e-9; flat directions leave more of z. */
    private static final double LIKELIHOOD_TOLERANCE = 1e-3;

    private static final double VUONG_TOLERANCE = 0.02;

    static List<String> tails() {
        return Samples.lines("tail_reference.csv");
    }

    static List<String> shapes() {
        return Samples.lines("tail_shapes.csv");
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tailIsTheOneThatAnExhaustiveSearchFinds(String line) throws Exception {
        String[] cells = line.split(",");
        PowerLawTail tail = PowerLawTail.of(Samples.shuffled(Samples.reference(cells[0]), 3));

        assertThat(tail.exponent()).isCloseTo(Double.parseDouble(cells[1]), within(ROUNDING));
        assertThat(tail.distance()).isCloseTo(Double.parseDouble(cells[2]), within(ROUNDING));
        assertThat(tail.xMin()).isEqualTo(Double.parseDouble(cells[3]));
        assertThat(tail.tailCount()).isEqualTo(Integer.parseInt(cells[4]));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void hillEstimatesAgree(String line) {
        String[] cells = line.split(",");
        double[] hill = HillPlot.exponents(Samples.reference(cells[0]));

        assertThat(hill[4]).isCloseTo(Double.parseDouble(cells[5]), within(ROUNDING));
        assertThat(hill[19]).isCloseTo(Double.parseDouble(cells[6]), within(ROUNDING));
        assertThat(hill[49]).isCloseTo(Double.parseDouble(cells[7]), within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shapesOfTheTailReachTheReferenceLikelihoods(String line) throws Exception {
        String[] cells = line.split(",");
        double[] values = Samples.reference(cells[0]);
        TailLeague.Row row = TailLeague.of(values, PowerLawTail.of(values).xMin()).stream()
                .filter(r -> r.shape().id().equals(cells[1]))
                .findFirst()
                .orElseThrow();

        assertThat(row.logLikelihood()).isCloseTo(Double.parseDouble(cells[2]), within(LIKELIHOOD_TOLERANCE));
        if (row.shape() != TailLeague.Shape.TRUNCATED_POWER_LAW) {
            assertThat(row.againstPowerLaw().statistic())
                    .isCloseTo(Double.parseDouble(cells[3]), within(VUONG_TOLERANCE));
        }
    }

    @Test
    void boundedDistanceIsTheExhaustiveOne() {
        double[] values = Samples.reference("pareto");
        PowerLawScan scan = new PowerLawScan(values);
        for (int start = 0; start < scan.starts(); start += 7) {
            assertThat(scan.distance(start, Double.POSITIVE_INFINITY))
                    .isCloseTo(exhaustive(values, start), within(1e-12));
        }
    }

    private static double exhaustive(double[] values, int start) {
        double[] tail = Arrays.stream(values).sorted().skip(start).toArray();
        double slope = tail.length
                / Arrays.stream(tail).map(v -> Math.log(v / tail[0])).sum();
        double most = 0;
        for (int i = 0; i < tail.length; i++) {
            double f = 1 - Math.pow(tail[i] / tail[0], -slope);
            most = Math.max(most, Math.max((i + 1.0) / tail.length - f, f - (double) i / tail.length));
        }
        return most;
    }

    @Test
    void powerLawIsNotRejectedAboveALognormalBody() throws Exception {
        double[] values = Samples.reference("pareto");

        assertThat(pValue(values, Runnable::run)).isGreaterThan(0.1);
    }

    @Test
    void uniformTailIsRejected() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        double[] values =
                DoubleStream.generate(() -> 1 + random.nextDouble()).limit(2000).toArray();
        PowerLawTail whole = new PowerLawScan(values).tail(0);

        assertThat(whole.pValue(values, 40, 1, Runnable::run, CancelToken.NONE)).isLessThan(0.05);
    }

    @Test
    void helpersDoNotChangeThePValue() throws Exception {
        double[] values = Samples.reference("inverse");
        ExecutorService helpers = Executors.newFixedThreadPool(2);
        try {
            assertThat(pValue(values, helpers)).isEqualTo(pValue(values, Runnable::run));
        } finally {
            helpers.shutdownNow();
        }
    }

    private static double pValue(double[] values, Executor helpers) throws Exception {
        return PowerLawTail.of(values).pValue(values, 50, 9, helpers, CancelToken.NONE);
    }

    @Test
    void cancelledPValueStops() {
        double[] values = Samples.reference("inverse");
        assertThatThrownBy(() -> PowerLawTail.of(values).pValue(values, 50, 9, Runnable::run, () -> true))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void stripHoldsTheBestTailWhenItTriesEveryStart() throws Exception {
        double[] values = Samples.reference("inverse");
        PowerLawTail best = PowerLawTail.of(values);
        PowerLawTail.Strip strip = PowerLawTail.strip(values, 1000);
        int at = Arrays.binarySearch(strip.xMins(), best.xMin());

        assertThat(strip.exponents()[at]).isEqualTo(best.exponent());
        assertThat(Arrays.stream(strip.distances()).min()).hasValue(best.distance());
        assertThat(PowerLawTail.strip(values, 20).xMins()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void tailShapesNeedTenValues() {
        assertThatThrownBy(() -> TailLeague.of(new double[] {1, 2, 3}, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("at least 10");
    }
}
