package org.eigenscope.law.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.AffineLaw;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.MarchenkoPasturLaw;
import org.eigenscope.law.PowerLaw;
import org.eigenscope.law.ReciprocalLaw;
import org.eigenscope.law.ReferenceTable;
import org.eigenscope.law.special.AdaptiveQuadrature;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeProductLawTest {
    private static final double DENSITY = 1e-8;
    private static final double MOMENT = 1e-10;
    private static final double TABLE = 1e-8;
    private static final int ORDER = 4;
    private static final FreeFactor TWO_ATOMS = FreeFactor.atoms(new double[] {1, 8}, new double[] {0.7, 0.3});

    @Test
    void densityWithMarchenkoPasturSolvesSilversteinsEquation() {
        for (ReferenceTable.Row row :
                ReferenceTable.read("convolution/silverstein.csv").rows()) {
            FreeProductLaw law = FreeProductLaw.of(TWO_ATOMS, FreeFactor.of(MarchenkoPasturLaw.of(row.get("gamma"))));
            assertThat(law.density(row.get("x"))).as(row.toString()).isCloseTo(row.get("density"), within(DENSITY));
        }
    }

    @Test
    void takingNeighboursTogetherKeepsTheMeanTheEndsAndTheDensity() {
        double[] all =
                new Random(3).doubles(12_000, 0, 1).map(u -> Math.pow(u, -0.4)).toArray();
        double[] ones = new double[all.length];
        Arrays.fill(ones, 1);
        FreeFactor together = FreeFactor.eigenvalues(all);
        FreeFactor apart = FreeFactor.atoms(all, ones);
        assertThat(together.mean()).isCloseTo(apart.mean(), within(1e-12));
        assertThat(together.upper()).isEqualTo(apart.upper());
        FreeFactor noise = FreeFactor.of(HtmpLaw.of(20, 0.5));
        FreeProductLaw few = FreeProductLaw.of(together, noise);
        FreeProductLaw many = FreeProductLaw.of(apart, noise);
        for (double x : new double[] {0.3, 1, 3}) {
            assertThat(few.density(x)).isCloseTo(many.density(x), within(1e-3 * many.density(x)));
        }
    }

    @Test
    void fewEigenvaluesStayAsTheyAre() {
        double[] values = {3, 1, 4, 1, 5};
        assertThat(FreeFactor.eigenvalues(values).population(5)).containsExactly(1, 1, 3, 4, 5);
    }

    static Stream<Arguments> productsWithMoments() {
        double[] atoms = momentsOf(k -> 0.7 + 0.3 * Math.pow(8, k));
        double[] uniform = momentsOf(k -> (Math.pow(1.8, k + 1) - Math.pow(0.2, k + 1)) / (1.6 * (k + 1)));
        double[] wishart = momentsOf(k -> narayana(k, 0.5));
        double[] htmp = FreeMoments.ofHtmp(6, 0.4, ORDER);
        FreeFactor marchenkoPastur = FreeFactor.of(MarchenkoPasturLaw.of(0.5));
        FreeFactor htmpFactor = FreeFactor.of(HtmpLaw.of(6, 0.4));
        FreeFactor even = FreeFactor.uniform(0.2, 1.8);
        return Stream.of(
                Arguments.of(Named.of("MP ⊠ two atoms", marchenkoPastur), TWO_ATOMS, wishart, atoms),
                Arguments.of(Named.of("MP ⊠ MP", marchenkoPastur), marchenkoPastur, wishart, wishart),
                Arguments.of(Named.of("MP ⊠ uniform", marchenkoPastur), even, wishart, uniform),
                Arguments.of(Named.of("HTMP ⊠ two atoms", htmpFactor), TWO_ATOMS, htmp, atoms),
                Arguments.of(Named.of("HTMP ⊠ MP", htmpFactor), marchenkoPastur, htmp, wishart));
    }

    private static double[] momentsOf(IntToDoubleFunction moment) {
        return IntStream.rangeClosed(1, ORDER).mapToDouble(moment).toArray();
    }

    /** E[X^k] of MP(γ): Σ_r γ^r/(r + 1)·C(k, r)·C(k − 1, r). */
    private static double narayana(int k, double gamma) {
        double sum = 0;
        for (int r = 0; r < k; r++) {
            sum += Math.pow(gamma, r) / (r + 1) * binomial(k, r) * binomial(k - 1, r);
        }
        return sum;
    }

    private static double binomial(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value *= (double) (n - k + i) / i;
        }
        return value;
    }

    @ParameterizedTest
    @MethodSource("productsWithMoments")
    void momentsAreThoseOfTheSTransform(FreeFactor first, FreeFactor second, double[] m, double[] n) {
        double[] expected = FreeMoments.product(m, n);
        FreeProductLaw law = FreeProductLaw.of(first, second);
        for (int k = 1; k <= ORDER; k++) {
            assertThat(moment(law, k)).as("moment %d", k).isCloseTo(expected[k - 1], within(MOMENT * expected[k - 1]));
        }
    }

    @ParameterizedTest
    @MethodSource("productsWithMoments")
    void meanAndVarianceAreThoseOfTheSTransform(FreeFactor first, FreeFactor second, double[] m, double[] n) {
        double[] expected = FreeMoments.product(m, n);
        FreeProductLaw law = FreeProductLaw.of(first, second);
        assertThat(law.mean()).isCloseTo(expected[0], within(1e-12 * expected[0]));
        assertThat(law.variance()).isCloseTo(expected[1] - expected[0] * expected[0], within(1e-11 * expected[1]));
    }

    /**
     * (1/2πi)∮z^k G dz over a circle round the support, by the trapezoidal rule on its upper half, which converges
     * geometrically. HTMP factors give an exponential tail; what is beyond the circle is below 1e-13 of the moments.
     */
    private static double moment(FreeProductLaw law, int k) {
        double radius = law.supportUpper() < Double.POSITIVE_INFINITY ? 1.4 * law.supportUpper() : 12 * law.mean();
        int points = 300;
        double sum = 0;
        for (int j = 0; j < points; j++) {
            Complex direction = new Complex(0, Math.PI * (j + 0.5) / points).exp();
            Complex z = direction.multiply(radius);
            sum += law.stieltjes(z).multiply(z.pow(k + 1)).getReal();
        }
        return sum / points;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 1, 2.5, 6})
    void theIdentityChangesNothing(double x) {
        HtmpLaw htmp = HtmpLaw.of(3, 0.5);
        FreeProductLaw law = FreeProductLaw.of(FreeFactor.identity(), FreeFactor.of(htmp));
        assertThat(law.density(x)).isCloseTo(htmp.density(x), within(1e-11));
        assertThat(law.cumulative(x)).isCloseTo(htmp.cumulative(x), within(TABLE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 1, 2.5, 6})
    void theFactorsCommute(double x) {
        FreeFactor htmp = FreeFactor.of(HtmpLaw.of(1.3, 0.5));
        FreeFactor power = FreeFactor.powerLaw(2.5, 0.4);
        double one = FreeProductLaw.of(htmp, power).density(x);
        double other = FreeProductLaw.of(power, htmp).density(x);
        assertThat(one).isCloseTo(other, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 4})
    void aReciprocalFactorIsTheReciprocalLaw(double x) {
        HtmpLaw base = HtmpLaw.of(2, 0.5);
        FreeProductLaw law = FreeProductLaw.of(FreeFactor.identity(), FreeFactor.reciprocal(base, 1.7));
        assertThat(law.density(x)).isCloseTo(ReciprocalLaw.of(base, 1.7, 0).density(x), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.2, 2, 3.7, 12})
    void thePowerLawsTransformCarriesItsDensity(double exponent) {
        PowerLaw law = PowerLaw.of(exponent, 0.6);
        FreeFactor factor = FreeFactor.powerLaw(exponent, 0.6);
        for (double x : new double[] {0.61, 0.9, 3, 60, 600}) {
            double density = -factor.momentTransform(new Complex(x, 1e-300)).getImaginary() / (Math.PI * x);
            assertThat(density).isCloseTo(law.density(x), within(1e-11 * law.density(0.6)));
        }
    }

    @Test
    void thePowerLawsTransformIsItsQuadratureAboveTheAxis() {
        PowerLaw law = PowerLaw.of(2.5, 1);
        for (Complex z : new Complex[] {new Complex(0.3, 0.2), new Complex(2, 1), new Complex(-3, 0.1)}) {
            Complex direct = z.multiply(law.stieltjes(z)).subtract(1);
            Complex fast = FreeFactor.powerLaw(2.5, 1).momentTransform(z);
            assertThat(fast.subtract(direct).abs()).isLessThan(1e-10);
        }
    }

    static Stream<Named<FreeProductLaw>> products() {
        double[] heavy =
                new Random(5).doubles(200).map(u -> Math.pow(1 - u, -0.6)).toArray();
        FreeFactor inverse = FreeFactor.reciprocal(HtmpLaw.of(2, 0.5), 1);
        return Stream.of(
                Named.of(
                        "two atoms ⊠ MP, two bulks",
                        FreeProductLaw.of(TWO_ATOMS, FreeFactor.of(MarchenkoPasturLaw.of(0.1)))),
                Named.of("two atoms ⊠ MP(1)", FreeProductLaw.of(TWO_ATOMS, FreeFactor.of(MarchenkoPasturLaw.of(1)))),
                Named.of(
                        "uniform ⊠ HTMP",
                        FreeProductLaw.of(FreeFactor.uniform(0, 2), FreeFactor.of(HtmpLaw.of(4, 0.6)))),
                Named.of("power law ⊠ inverse HTMP", FreeProductLaw.of(FreeFactor.powerLaw(3, 0.5), inverse)),
                Named.of("eigenvalues ⊠ inverse HTMP", FreeProductLaw.of(FreeFactor.eigenvalues(heavy), inverse)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void massIsOne(FreeProductLaw law) {
        for (double p : new double[] {0.05, 0.4, 0.9}) {
            double x = law.quantile(p);
            assertThat(law.cumulative(x) + law.survival(x)).isCloseTo(1, within(TABLE));
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void quantilesInvertTheDistribution(FreeProductLaw law) {
        for (double p : new double[] {0.01, 0.2, 0.5, 0.8, 0.99}) {
            assertThat(law.cumulative(law.quantile(p))).isCloseTo(p, within(TABLE));
            assertThat(law.survival(law.inverseSurvival(p))).isCloseTo(p, within(TABLE));
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void densitiesInARowAreThoseOneByOne(FreeProductLaw law) {
        double[] points =
                IntStream.range(0, 40).mapToDouble(i -> Math.exp(-3 + 0.15 * i)).toArray();
        double[] single = Arrays.stream(points).map(law::density).toArray();
        assertThat(law.densities(points)).containsExactly(single, within(1e-9));
    }

    @Test
    void aGapOfTheSupportHasNoDensity() {
        FreeProductLaw law = FreeProductLaw.of(TWO_ATOMS, FreeFactor.of(MarchenkoPasturLaw.of(0.01)));
        assertThat(law.density(3)).isZero();
        assertThat(law.density(1)).isPositive();
        assertThat(law.density(8)).isPositive();
        assertThat(law.cumulative(3)).isCloseTo(0.7, within(TABLE));
    }

    @Test
    void theLargerAtomAtZeroSurvives() {
        FreeFactor third = FreeFactor.atoms(new double[] {0, 1, 2}, new double[] {1, 1, 1});
        FreeFactor half = FreeFactor.of(MarchenkoPasturLaw.ofLargerGram(2));
        FreeProductLaw law = FreeProductLaw.of(third, half);
        assertThat(law.atomAtZero()).isEqualTo(0.5);
        assertThat(law.cumulative(law.supportUpper() * 2)).isCloseTo(1, within(TABLE));
        assertThat(law.quantile(0.3)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.2, 3, 4})
    void aPowerLawPopulationGivesItsTailToTheProduct(double exponent) {
        FreeProductLaw law =
                FreeProductLaw.of(FreeFactor.powerLaw(exponent, 1), FreeFactor.of(MarchenkoPasturLaw.of(0.5)));
        assertThat(law.upperTailExponent()).hasValue(-exponent);
        assertThat(slope(law, 1e3)).isCloseTo(-exponent, within(0.05));
    }

    @Test
    void theHeavierOfTwoTailsSurvives() {
        FreeFactor inverse = FreeFactor.reciprocal(HtmpLaw.of(3, 0.5), 1);
        FreeProductLaw law = FreeProductLaw.of(FreeFactor.powerLaw(4, 1), inverse);
        // inverse HTMP: −1 − δ, δ = (κ/2)(1/γ − 1) = 1.5
        assertThat(law.upperTailExponent()).hasValue(-2.5);
        assertThat(slope(law, 3e3)).isCloseTo(-2.5, within(0.08));
    }

    /** d ln ρ/d ln x. */
    private static double slope(FreeProductLaw law, double x) {
        return Math.log(law.density(2 * x) / law.density(x)) / Math.log(2);
    }

    @Test
    void scalingAFactorScalesTheProduct() {
        FreeFactor base = FreeFactor.of(HtmpLaw.of(3, 0.5));
        FreeFactor scaled = FreeFactor.of(AffineLaw.of(HtmpLaw.of(3, 0.5), 2, 0));
        double density = FreeProductLaw.of(TWO_ATOMS, base).density(1.5);
        assertThat(FreeProductLaw.of(TWO_ATOMS, scaled).density(3)).isCloseTo(density / 2, within(1e-10));
    }

    @Test
    void theTransformIsThatOfTheDensity() {
        FreeProductLaw law = FreeProductLaw.of(TWO_ATOMS, FreeFactor.of(MarchenkoPasturLaw.of(0.5)));
        double integral = AdaptiveQuadrature.integrate(
                t -> Math.exp(t) * law.density(Math.exp(t)) / (-1 - Math.exp(t)),
                Math.log(law.supportLower()),
                Math.log(law.supportUpper()),
                1e-11);
        assertThat(law.stieltjes(new Complex(-1, 0)).getReal()).isCloseTo(integral, within(1e-9));
    }

    @Test
    void outsideTheirDomainsArgumentsAreRefused() {
        assertThatThrownBy(() -> FreeProductLaw.of(FreeFactor.identity(), FreeFactor.identity()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FreeFactor.atoms(new double[] {-1, 2}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> FreeFactor.atoms(new double[] {0}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FreeFactor.uniform(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FreeMoments.product(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
