package org.eigenscope.fit.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.eigenscope.error.BadInputException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;

class KappaInversionTest {
    private static final double ERROR = 0.5;
    private static final Interval.Method METHOD = Interval.Method.PARAMETRIC_BOOTSTRAP;

    /** Draws of ln κ̂ are normal with a bias and a standard deviation of 0.5; the distance is ln(κ/κ̂) over the latter. */
    private static KappaInversion normal(double estimate, double bias, double... kappas) {
        List<KappaNode> nodes = DoubleStream.of(kappas)
                .mapToObj(kappa -> new KappaNode(
                        ParameterSet.EMPTY.with(KAPPA, kappa),
                        Math.log(kappa / estimate) / ERROR,
                        IntStream.range(0, 999)
                                .mapToDouble(i -> -bias / ERROR
                                        + new NormalDistribution().inverseCumulativeProbability((i + 0.5) / 999))
                                .toArray()))
                .toList();
        return new KappaInversion(nodes, estimate, 0.01, 200, kappa -> Math.log(kappa / estimate) / ERROR);
    }

    @Test
    void intervalOfUnbiasedEstimatesIsTheUsualOne() {
        Interval interval = normal(5, 0, 1, 5, 20).interval(0.95, METHOD);

        assertThat(Math.log(interval.lower() / 5)).isCloseTo(-1.96 * ERROR, within(0.01));
        assertThat(Math.log(interval.upper() / 5)).isCloseTo(1.96 * ERROR, within(0.01));
    }

    @Test
    void biasOfTheEstimatesIsTakenOutOfTheInterval() {
        Interval interval = normal(5, 0.4, 1, 5, 20).interval(0.95, METHOD);

        assertThat(Math.log(interval.lower() / 5)).isCloseTo(-0.4 - 1.96 * ERROR, within(0.01));
        assertThat(Math.log(interval.upper() / 5)).isCloseTo(-0.4 + 1.96 * ERROR, within(0.01));
    }

    @Test
    void endBeyondTheRangeIsOpen() {
        Interval interval = normal(100, 0, 20, 100, 200).interval(0.95, METHOD);

        assertThat(interval.upperOpen()).isTrue();
        assertThat(interval.lowerOpen()).isFalse();
        assertThat(interval.lower()).isLessThan(100);
    }

    @Test
    void estimateBeyondTheRangeLeavesTheIntervalOpen() {
        Interval interval = normal(1000, 0, 50, 200).interval(0.95, METHOD);

        assertThat(interval.upperOpen()).isTrue();
        assertThat(interval.lower()).isLessThan(200 + 1e-9);
    }

    @Test
    void nodesShareTheDrawsByTheConfidenceDistribution() {
        double[] weights =
                normal(5, 0, 5 * Math.exp(-ERROR), 5, 5 * Math.exp(ERROR)).weights();

        // Φ between −½ and ½ is 0.383 in the middle of a normal law; the ends have the tails, linearly between nodes
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(weights[1]).isCloseTo((0.8413 - 0.1587) / 2, within(0.01));
        assertThat(weights[0]).isCloseTo(weights[2], within(0.01));
    }

    @Test
    void placesWhereNoDrawCanBeRefittedAreLeftOut() throws Exception {
        FitRequest request = FitRequest.of(Samples.htmp(40, 4, 0.5, 1), LawFamily.HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5));
        FitResult fit = Samples.fit(request);
        LawFitter onlyNear = (again, progress, cancel) -> {
            if (again.start().get(KAPPA) < fit.parameters().get(KAPPA)) {
                throw new BadInputException("No.");
            }
            return new SpectralFitter().fit(again, progress, cancel);
        };
        BootstrapResult result =
                new ParametricBootstrap(onlyNear).run(request, fit, 5, 1, ProgressListener.NONE, CancelToken.NONE);

        assertThat(result.intervals().get(KAPPA).contains(fit.parameters().get(KAPPA)))
                .isTrue();
        assertThat(result.replicates()).isEqualTo(5);
    }

    /** A real Gaussian matrix has κ = N, where κ̂ is mostly at the end of the search. */
    @Test
    void intervalOfAGaussianMatrixIsNoPointAtTheEndOfTheSearch() throws Exception {
        int n = 50;
        for (int seed = 0; seed < 2; seed++) {
            FitRequest request = FitRequest.of(Samples.htmp(n, n, 0.5, seed), LawFamily.HTMP)
                    .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5));
            BootstrapResult result = new ParametricBootstrap(new SpectralFitter())
                    .run(request, Samples.fit(request), 19, 1, ProgressListener.NONE, CancelToken.NONE);
            Interval interval = result.intervals().get(KAPPA);

            assertThat(interval.lower()).isBetween(0.5, (double) n);
            assertThat(interval.upperOpen() || interval.upper() >= n).isTrue();
            assertThat(result.kolmogorovSmirnovP()).isGreaterThan(0.05);
        }
    }
}
