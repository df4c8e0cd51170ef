package org.eigenscope.ensemble.gas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.ensemble.BidiagonalModel;
import org.eigenscope.ensemble.ChiSquared;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.special.AdaptiveQuadrature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both dynamics have the law that the sampler draws from. */
class DynamicsTest {
    /** Standard errors by which two means of seeded runs may differ. */
    private static final double STANDARD_ERRORS = 4.5;

    private static final int DRAWS = 8000;
    private static final long SEED = 20;

    private interface Source {
        double[] next() throws EigenscopeException;
    }

    private static Map<Statistic, Series> record(Source source, int length) throws EigenscopeException {
        Map<Statistic, Series> all = new EnumMap<>(Statistic.class);
        for (int i = 0; i < length; i++) {
            double[] x = source.next();
            for (Statistic statistic : Statistic.values()) {
                all.computeIfAbsent(statistic, key -> new Series(length)).add(statistic.of(x));
            }
        }
        return all;
    }

    private static void assertSameLaw(Source dynamics, int length, BidiagonalModel model) throws EigenscopeException {
        SplittableRandom random = new SplittableRandom(SEED);
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(model.kappa(), model.gamma(), model.size());
        Map<Statistic, Series> drawn = record(() -> sampler.sample(random), DRAWS);
        Map<Statistic, Series> moved = record(dynamics, length);
        for (Statistic statistic : Statistic.values()) {
            Series expected = drawn.get(statistic);
            Series actual = moved.get(statistic);
            double error = Math.hypot(expected.standardError(), actual.standardError());
            assertThat(actual.mean())
                    .as(statistic + " of " + model)
                    .isCloseTo(expected.mean(), within(STANDARD_ERRORS * error));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5,8", "2,0.7,12", "8,0.5,8", "40,0.3,10"})
    void theWalkIsStationary(double kappa, double gamma, int size) throws EigenscopeException {
        BidiagonalModel model = new BidiagonalModel(kappa, gamma, size);
        StationaryWalk walk = StationaryWalk.of(model, new SplittableRandom(3));
        assertSameLaw(
                () -> {
                    walk.advance(0.2);
                    return walk.eigenvalues();
                },
                40_000,
                model);
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5,8", "2,0.7,12", "8,0.5,8", "40,0.3,10"})
    void theLangevinGasIsStationary(double kappa, double gamma, int size) throws EigenscopeException {
        BidiagonalModel model = new BidiagonalModel(kappa, gamma, size);
        double[] start = BetaLaguerreSampler.of(kappa, gamma, size).sample(new SplittableRandom(5));
        LangevinGas gas = LangevinGas.of(new LogGas(model), start, new SplittableRandom(4));
        assertSameLaw(
                () -> {
                    gas.sweep(gas.naturalStep());
                    return gas.ascending();
                },
                160_000,
                model);
    }

    @ParameterizedTest
    @CsvSource({"0.4,0.5", "2,0.5", "8,0.8"})
    void withOneOfTwoHeldTheOtherFollowsTheConditionalLaw(double kappa, double gamma) {
        LogGas gas = new LogGas(new BidiagonalModel(kappa, gamma, 2));
        double place = 0.8;
        LangevinGas dynamics = LangevinGas.of(gas, new double[] {0.3, 1}, new SplittableRandom(6));
        dynamics.hold(1, place);
        int length = 200_000;
        Series logs = new Series(length);
        Series above = new Series(length);
        for (int i = 0; i < length; i++) {
            dynamics.sweep(dynamics.naturalStep());
            double other = dynamics.values()[0];
            logs.add(Math.log(other));
            above.add(other > place ? 1 : 0);
            assertThat(dynamics.values()[1]).isEqualTo(place);
        }
        double mass = conditional(gas, place, -60, 5, u -> 1);
        assertThat(logs.mean())
                .isCloseTo(
                        conditional(gas, place, -60, 5, u -> u) / mass, within(STANDARD_ERRORS * logs.standardError()));
        assertThat(above.mean())
                .isCloseTo(
                        conditional(gas, place, Math.log(place), 5, u -> 1) / mass,
                        within(STANDARD_ERRORS * above.standardError()));
    }

    /** ∫f(u) p(u | the other at place) du, unnormalised, split at the singularity. */
    private static double conditional(LogGas gas, double place, double from, double to, DoubleUnaryOperator f) {
        double sum = 0;
        double edge = Math.log(place);
        double[] breaks = {from, -20, -5, edge, 1, to};
        for (int i = 1; i < breaks.length; i++) {
            double low = Math.max(from, breaks[i - 1]);
            if (breaks[i] > low) {
                sum += AdaptiveQuadrature.integrate(
                        u -> f.applyAsDouble(u) * Math.exp(gas.logDensity(new double[] {Math.exp(u), place})),
                        low,
                        breaks[i],
                        1e-9);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5,6", "6,0.3,6"})
    void theForceIsTheSlopeOfTheLogDensity(double kappa, double gamma, int size) throws EigenscopeException {
        LogGas gas = new LogGas(new BidiagonalModel(kappa, gamma, size));
        double[] x = BetaLaguerreSampler.of(kappa, gamma, size).sample(new SplittableRandom(8));
        for (int i = 0; i < size; i++) {
            double h = 1e-6;
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] *= Math.exp(h);
            down[i] *= Math.exp(-h);
            double slope = (gas.logDensity(up) - gas.logDensity(down)) / (2 * h);
            assertThat(gas.forceOn(x, i).total()).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void withOneEigenvalueThereIsNoRepulsion() {
        Force force = new LogGas(new BidiagonalModel(2, 0.5, 1)).forceOn(new double[] {0.4}, 0);
        assertThat(force.repulsion()).isZero();
        // Gamma(c): d ln p/d ln x = c − c·x
        assertThat(force.total()).isCloseTo(2 - 2 * 0.4, within(1e-14));
    }

    @Test
    void invertedForcesTurnRound() {
        Force force = new Force(1, -2, 3, -4);
        assertThat(force.inverted()).isEqualTo(new Force(-1, 2, 4, -3));
        assertThat(force.inverted().total()).isEqualTo(-force.total());
    }

    @ParameterizedTest
    @CsvSource({"0.5,30", "20,0.5", "1,200"})
    void transportToOtherParametersGivesADrawOfTheirs(double from, double to) throws EigenscopeException {
        BidiagonalModel target = new BidiagonalModel(to, 0.6, 10);
        StationaryWalk walk = StationaryWalk.of(new BidiagonalModel(from, 0.4, 10), new SplittableRandom(9));
        assertSameLaw(
                () -> {
                    walk.transportTo(new BidiagonalModel(from, 0.4, 10));
                    walk.drawAfresh();
                    walk.transportTo(target);
                    return walk.eigenvalues();
                },
                DRAWS,
                target);
    }

    @Test
    void aSmallChangeOfKappaMovesNoEigenvalueFar() throws EigenscopeException {
        StationaryWalk walk = StationaryWalk.of(new BidiagonalModel(5, 0.5, 50), new SplittableRandom(10));
        double[] before = walk.eigenvalues();
        walk.transportTo(new BidiagonalModel(5.001, 0.5, 50));
        double[] after = walk.eigenvalues();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(2e-3 * before[i] + 1e-12));
        }
    }

    @Test
    void aShortStepOfTheWalkMovesNoEigenvalueFar() throws EigenscopeException {
        StationaryWalk walk = StationaryWalk.of(new BidiagonalModel(100, 0.5, 50), new SplittableRandom(11));
        double[] before = walk.eigenvalues();
        walk.advance(1e-8);
        double[] after = walk.eigenvalues();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(1e-2 * before[i]));
        }
    }

    @Test
    void entriesForgetAtTheRateAsked() {
        int size = 4000;
        double time = 0.3;
        SplittableRandom random = new SplittableRandom(12);
        double product = 0;
        double square = 0;
        double freedom = 0.7;
        for (int i = 0; i < size; i++) {
            double x = ChiSquared.sample(freedom, random);
            double lost = -Math.expm1(-time);
            double y = lost * ChiSquared.sample(freedom, x * Math.exp(-time) / lost, random);
            product += (x - freedom) * (y - freedom);
            square += (x - freedom) * (x - freedom);
        }
        assertThat(product / square).isCloseTo(Math.exp(-time), within(0.06));
    }

    @Test
    void theSameSeedGivesTheSamePath() throws EigenscopeException {
        assertThat(path(13)).isEqualTo(path(13)).isNotEqualTo(path(14));
    }

    private static double[] path(long seed) throws EigenscopeException {
        StationaryWalk walk = StationaryWalk.of(new BidiagonalModel(3, 0.5, 20), new SplittableRandom(seed));
        walk.advance(0.1);
        return walk.eigenvalues();
    }

    @Test
    void collidingAndTinyStartsAreParted() {
        double[] start = {Double.MIN_NORMAL, Double.MIN_NORMAL, 1, 1, 1};
        LangevinGas gas = LangevinGas.of(new LogGas(new BidiagonalModel(0.1, 1, 5)), start, new SplittableRandom(15));
        for (int i = 0; i < 50; i++) {
            gas.sweep(gas.naturalStep());
        }
        assertThat(gas.acceptance()).isGreaterThan(0.2);
        assertThat(Arrays.stream(gas.values()).distinct().count()).isEqualTo(5);
        assertThat(gas.ascending()[0]).isGreaterThanOrEqualTo(Double.MIN_NORMAL);
    }

    @Test
    void aReleasedEigenvalueMovesAgain() {
        LangevinGas gas = LangevinGas.of(
                new LogGas(new BidiagonalModel(3, 0.5, 3)), new double[] {0.2, 1, 2}, new SplittableRandom(16));
        gas.hold(2, 2.5);
        assertThat(gas.held()).hasValue(2);
        gas.release();
        for (int i = 0; i < 10; i++) {
            gas.sweep(gas.naturalStep());
        }
        assertThat(gas.held()).isEmpty();
        assertThat(gas.values()[2]).isNotEqualTo(2.5);
    }

    @Test
    void outsideTheirDomainsArgumentsAreRefused() {
        LogGas gas = new LogGas(new BidiagonalModel(3, 0.5, 2));
        SplittableRandom random = new SplittableRandom(17);
        assertThatThrownBy(() -> LangevinGas.of(gas, new double[] {1}, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LangevinGas.of(gas, new double[] {0, 1}, random))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0");
        LangevinGas dynamics = LangevinGas.of(gas, new double[] {1, 2}, random);
        assertThatThrownBy(() -> dynamics.sweep(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StationaryWalk.of(gas.model(), random).advance(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StationaryWalk.of(gas.model(), random).transportTo(new BidiagonalModel(3, 0.5, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
