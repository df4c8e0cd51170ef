package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every spectral law promises; each law's test extends this with the laws to hold to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractSpectralLawTest {
    /** What the quadrature of the tests and the laws' own distribution functions may differ by, relatively. */
    private static final double QUADRATURE = 1e-10;

    private static final double MOMENT = 1e-8;
    private static final double ROUND_TRIP = 1e-11;
    private static final double TRANSFORM = 1e-9;
    private static final double[] LEVELS = {1e-12, 1e-6, 1e-3, 0.05, 0.3, 0.5, 0.8, 0.97, 0.9999};

    abstract Stream<Named<SpectralLaw>> laws();

    /** Points between the tails, by quantile. */
    static double[] points(SpectralLaw law) {
        return DoubleStream.of(LEVELS)
                .map(p -> law.atomAtZero() + (1 - law.atomAtZero()) * p)
                .map(law::quantile)
                .filter(x -> x > law.supportLower() && x < law.supportUpper())
                .distinct()
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void massIsOne(SpectralLaw law) {
        assertThat(LawIntegral.of(law, x -> 1) + law.atomAtZero()).isCloseTo(1, within(QUADRATURE));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void distributionRisesByTheIntegralOfTheDensity(SpectralLaw law) {
        double[] points = points(law);
        for (int i = 1; i < points.length; i++) {
            double mass = LawIntegral.between(law, x -> 1, points[i - 1], points[i]);
            double rise = i < 5
                    ? law.cumulative(points[i]) - law.cumulative(points[i - 1])
                    : law.survival(points[i - 1]) - law.survival(points[i]);
            assertThat(rise).isCloseTo(mass, within(Math.max(QUADRATURE * mass, edgeRounding(law, points[i - 1]))));
        }
    }

    /** What one unit of rounding of λ moves F by. */
    private static double edgeRounding(SpectralLaw law, double lambda) {
        return 4 * Math.ulp(lambda) * law.density(lambda);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void cumulativeAndSurvivalSumToOne(SpectralLaw law) {
        for (double x : points(law)) {
            assertThat(law.cumulative(x) + law.survival(x)).isCloseTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void distributionNeverFalls(SpectralLaw law) {
        double[] points = points(law);
        for (int i = 1; i < points.length; i++) {
            for (int k = 0; k < 20; k++) {
                double a = points[i - 1] + (points[i] - points[i - 1]) * k / 20;
                double b = points[i - 1] + (points[i] - points[i - 1]) * (k + 1) / 20;
                assertThat(law.cumulative(b)).isGreaterThanOrEqualTo(law.cumulative(a) * (1 - 1e-12));
                assertThat(law.survival(b)).isLessThanOrEqualTo(law.survival(a) * (1 + 1e-12));
            }
        }
    }

    /** The few units of rounding that a quantile may be off by. */
    private static double slack(double lambda) {
        return 4 * Math.ulp(lambda);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void quantileInvertsCumulativeInTheLowerTail(SpectralLaw law) {
        for (double level : new double[] {1e-100, 1e-30, 1e-12, 1e-5, 0.01, 0.2, 0.49, 0.5, 0.77, 0.999}) {
            double p = law.atomAtZero() > 0 ? law.atomAtZero() + (1 - law.atomAtZero()) * level : level;
            double x = law.quantile(p);
            if (x > 1e-300) {
                assertThat(p)
                        .isBetween(
                                law.cumulative(x - slack(x)) * (1 - ROUND_TRIP),
                                law.cumulative(x + slack(x)) * (1 + ROUND_TRIP));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void inverseSurvivalInvertsSurvivalInTheUpperTail(SpectralLaw law) {
        for (double level : new double[] {1e-100, 1e-30, 1e-12, 1e-5, 0.01, 0.2, 0.49, 0.5, 0.77, 0.999}) {
            double q = (1 - law.atomAtZero()) * level;
            double x = law.inverseSurvival(q);
            if (x > 1e-300 && x < 1e300) {
                assertThat(q)
                        .isBetween(
                                law.survival(x + slack(x)) * (1 - ROUND_TRIP),
                                law.survival(x - slack(x)) * (1 + ROUND_TRIP));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void quantilesOfZeroAndOneAreTheEndsOfTheSupport(SpectralLaw law) {
        assertThat(law.quantile(0)).isEqualTo(law.atomAtZero() > 0 ? 0 : law.supportLower());
        assertThat(law.quantile(1)).isEqualTo(law.supportUpper());
        assertThat(law.inverseSurvival(0)).isEqualTo(law.supportUpper());
        assertThat(law.inverseSurvival(1)).isEqualTo(law.quantile(0));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void densityIsTheExponentialOfItsLogarithm(SpectralLaw law) {
        for (double x : points(law)) {
            assertThat(law.density(x)).isCloseTo(Math.exp(law.logDensity(x)), within(1e-12 * law.density(x)));
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void bulkEvaluationAgreesWithPointwise(SpectralLaw law) {
        double[] points = points(law);
        double[] expected = Arrays.stream(points).map(law::logDensity).toArray();
        law.logDensities(points, points);
        assertThat(points).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void densitiesOfManyPointsAreThoseOfEach(SpectralLaw law) {
        double[] points = points(law);
        double[] expected = Arrays.stream(points).map(law::density).toArray();
        law.densities(points, points);
        assertThat(points).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void meanIsTheFirstMoment(SpectralLaw law) {
        if (law.mean() < Double.POSITIVE_INFINITY) {
            double size = Math.abs(law.mean()) + law.quantile(0.9) - law.quantile(0.1);
            assertThat(law.mean()).isCloseTo(LawIntegral.of(law, x -> x), within(MOMENT * size));
        } else {
            assertThat(law.upperTailExponent().orElseThrow()).isGreaterThanOrEqualTo(-2);
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void varianceIsTheSecondCentralMoment(SpectralLaw law) {
        if (law.variance() < Double.POSITIVE_INFINITY) {
            double mean = law.mean();
            double spread = LawIntegral.of(law, x -> (x - mean) * (x - mean)) + law.atomAtZero() * mean * mean;
            assertClose(law.variance(), spread, MOMENT);
        } else {
            assertThat(law.upperTailExponent().orElseThrow()).isGreaterThanOrEqualTo(-3);
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void logMomentIsTheMeanLogarithm(SpectralLaw law) {
        double moment = law.logMoment();
        if (Double.isFinite(moment)) {
            assertThat(moment).isCloseTo(LawIntegral.of(law, Math::log), within(MOMENT));
        } else if (moment > 0) {
            assertThat(law.upperTailExponent()).hasValue(-1);
        } else {
            assertThat(law.atomAtZero() > 0
                            || law.supportLower() < 0
                            || law.lowerTailExponent().orElse(0) == -1)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void reciprocalMomentsAreThoseOfTheReciprocal(SpectralLaw law) {
        if (law.supportLower() < 0) {
            assertThatThrownBy(law::reciprocalMean).isInstanceOf(IllegalStateException.class);
            return;
        }
        double mean = law.reciprocalMean();
        if (mean == Double.POSITIVE_INFINITY) {
            assertThat(law.atomAtZero() > 0 || law.lowerTailExponent().orElseThrow() <= 0)
                    .isTrue();
            return;
        }
        assertClose(mean, LawIntegral.of(law, x -> 1 / x), MOMENT);
        if (law.reciprocalVariance() < Double.POSITIVE_INFINITY) {
            double variance = LawIntegral.of(law, x -> (1 / x - mean) * (1 / x - mean));
            assertClose(law.reciprocalVariance(), variance, MOMENT);
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void transformIsTheIntegralOffTheAxis(SpectralLaw law) {
        double width = law.quantile(0.9) - law.quantile(0.1);
        for (double level : new double[] {0.02, 0.5, 0.9}) {
            for (double height : new double[] {0.3, 2}) {
                Complex z = new Complex(law.quantile(level), height * width);
                assertTransform(law, z);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void transformIsTheIntegralLeftOfTheSupport(SpectralLaw law) {
        double end = law.atomAtZero() > 0 ? 0 : law.supportLower();
        for (double distance : new double[] {0.1, 1, 50}) {
            Complex z = new Complex(end - distance, 0);
            assertTransform(law, z);
            assertThat(law.stieltjes(z).getImaginary()).isZero();
        }
    }

    private static void assertTransform(SpectralLaw law, Complex z) {
        DoubleUnaryOperator real =
                x -> new Complex(z.getReal() - x, z.getImaginary()).reciprocal().getReal();
        DoubleUnaryOperator imaginary =
                x -> new Complex(z.getReal() - x, z.getImaginary()).reciprocal().getImaginary();
        Complex atom = law.atomAtZero() > 0 ? z.reciprocal().multiply(law.atomAtZero()) : Complex.ZERO;
        Complex expected = new Complex(LawIntegral.of(law, real), LawIntegral.of(law, imaginary)).add(atom);
        Complex got = law.stieltjes(z);
        assertThat(got.subtract(expected).abs())
                .as("G(%s) = %s, expected %s", z, got, expected)
                .isLessThan(TRANSFORM * expected.abs());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void transformJumpsByTheDensityAcrossTheAxis(SpectralLaw law) {
        for (double level : new double[] {0.1, 0.5, 0.8}) {
            double p = law.atomAtZero() + (1 - law.atomAtZero()) * level;
            double x = law.quantile(p);
            double width = Math.min(x - law.supportLower(), law.quantile(Math.min(1, p + 0.1)) - x);
            if (x > 1e-280) {
                double jump = -law.stieltjes(new Complex(x, 1e-11 * width)).getImaginary() / Math.PI;
                assertClose(jump, law.density(x), 1e-8);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void outsideTheSupportThereIsNothing(SpectralLaw law) {
        double below = law.supportLower() - Math.max(1, Math.abs(law.supportLower()) * 1e-6);
        for (double x : new double[] {below, Double.NEGATIVE_INFINITY}) {
            assertThat(law.density(x)).isZero();
            assertThat(law.logDensity(x)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(law.cumulative(x)).isEqualTo(x < 0 ? 0 : law.atomAtZero());
            assertThat(law.survival(x)).isEqualTo(1 - law.cumulative(x));
        }
        double above =
                law.supportUpper() < Double.POSITIVE_INFINITY ? law.supportUpper() + 1 : Double.POSITIVE_INFINITY;
        assertThat(law.density(above)).isZero();
        assertThat(law.cumulative(above)).isEqualTo(1);
        assertThat(law.survival(above)).isZero();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void notANumberIsRefused(SpectralLaw law) {
        List<ToDoubleFunction<Double>> methods = List.of(
                law::logDensity, law::density, law::cumulative, law::survival, law::quantile, law::inverseSurvival);
        for (ToDoubleFunction<Double> method : methods) {
            assertThatThrownBy(() -> method.applyAsDouble(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void probabilitiesOutsideZeroAndOneAreNamed(SpectralLaw law) {
        assertThatThrownBy(() -> law.quantile(-1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1.0E-9");
        assertThatThrownBy(() -> law.inverseSurvival(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }

    @ParameterizedTest
    @MethodSource("laws")
    void transformBelowTheAxisOrOnTheSupportIsRefused(SpectralLaw law) {
        double median = Math.max(law.quantile(0.5), law.supportLower());
        for (Complex z : List.of(new Complex(median, -1), new Complex(median, 0))) {
            assertThatThrownBy(() -> law.stieltjes(z)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void seededSampleFollowsTheDistribution(SpectralLaw law) {
        int n = 2000;
        Random random = new Random(20260101);
        double[] sample = DoubleStream.generate(() -> law.sample(random))
                .limit(n)
                .sorted()
                .toArray();
        double distance = 0;
        for (int i = 0; i < n; i++) {
            if (sample[i] > 1e-300 && sample[i] != 0) {
                double f = law.cumulative(sample[i]);
                distance = Math.max(distance, Math.max((i + 1.0) / n - f, f - (double) i / n));
            }
        }
        // Kolmogorov's 0.1 % point
        assertThat(distance).isLessThan(1.95 / Math.sqrt(n));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void tailExponentsAreTheSlopesOfTheLogDensity(SpectralLaw law) {
        OptionalDouble lower = law.lowerTailExponent();
        if (lower.isPresent()) {
            // from the end itself, λ − lower must still be a double with digits
            double at = law.supportLower() + LawIntegral.scale(law) * (law.supportLower() == 0 ? 1e-25 : 1e-9);
            assertThat(slope(law, at, at - law.supportLower()))
                    .isCloseTo(lower.getAsDouble(), within(logarithmic(law) ? 0.2 : 1e-3));
        }
        OptionalDouble upper = law.upperTailExponent();
        if (upper.isPresent()) {
            double at = law.supportLower() + LawIntegral.scale(law) * 1e25;
            assertThat(slope(law, at, at)).isCloseTo(upper.getAsDouble(), within(logarithmic(law) ? 0.2 : 1e-3));
        }
    }

    /** Whether a logarithm goes with the power, as 1/(x ln²x) does. */
    private static boolean logarithmic(SpectralLaw law) {
        return law.lowerTailExponent().orElse(0) == -1
                || law.upperTailExponent().orElse(0) == -1;
    }

    private static double slope(SpectralLaw law, double at, double distance) {
        double to = at + 0.1 * distance;
        return (law.logDensity(to) - law.logDensity(at)) / Math.log1p(0.1);
    }

    static void assertClose(double got, double expected, double relative) {
        assertThat(got).isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
