package org.eigenscope.study.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Objective;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreeEnergyTest {
    private static final double[] VALUES = {0.5, 1, 2, 4};
    private static final double KAPPA = 3;
    private static final double GAMMA = 0.4;
    private static final double REGULARISER = 0.7;

    @Test
    void termsOfAFeatureMatrixAreMeansOfReciprocalsAndLogarithms() {
        FreeEnergy energy = energy(LawFamily.INVERSE_HTMP, 2, 0.1);
        assertThat(energy.trace()).isCloseTo((2 + 1 + 0.5 + 0.25) / 4, within(1e-15));
        assertThat(energy.logDeterminant()).isCloseTo(Math.log(4) / 4, within(1e-15));
    }

    @Test
    void termsOfItsInverseAreMeansAndLogarithmsOfTheOtherSign() {
        FreeEnergy energy = energy(LawFamily.HTMP, 2, 0.1);
        assertThat(energy.trace()).isCloseTo(7.5 / 4, within(1e-15));
        assertThat(energy.logDeterminant()).isCloseTo(-Math.log(4) / 4, within(1e-15));
    }

    @Test
    void criticalValueOfTheDirectLawIsTheAuthors() {
        double scale = 1.7;
        double tau = 0.3;
        FreeEnergy energy = energy(LawFamily.HTMP, scale, tau);
        double floor = energy.beta() * tau;
        double expected = 2 * GAMMA * KAPPA / (REGULARISER * (KAPPA + 2 * GAMMA * floor));
        assertThat(energy.critical(REGULARISER)).isCloseTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest
    @EnumSource(names = {"HTMP", "INVERSE_HTMP"})
    void energyOfTheLawIsStationaryWhereHIsCritical(LawFamily family) {
        // the floor keeps its ratio to the scale as both move
        double scale = 1.3;
        double floor = 0.2;
        double beta = energy(family, scale, floor * scale).beta();
        FreeEnergy here = energy(family, scale, floor * scale);
        double betaCritical = here.kappa() / here.critical(REGULARISER);
        double stationary = family == LawFamily.HTMP ? scale * beta / betaCritical : scale * betaCritical / beta;
        double step = 1e-3;
        double below = energy(family, stationary * (1 - step), floor * stationary * (1 - step))
                .ofLaw(REGULARISER);
        double above = energy(family, stationary * (1 + step), floor * stationary * (1 + step))
                .ofLaw(REGULARISER);
        double at = energy(family, stationary, floor * stationary).ofLaw(REGULARISER);
        assertThat((above - below) / (2 * step)).isCloseTo(0, within(1e-5));
        assertThat(at).isLessThan(Math.min(above, below));
    }

    @Test
    void atTheUsualRegulariserTheDataTermIsOneHalf() {
        FreeEnergy energy = energy(LawFamily.INVERSE_HTMP, 2, 0.1);
        double lambda = energy.usualRegulariser();
        double expected = 0.5 + energy.logDeterminant() / 2 + Math.log(2 * Math.PI / lambda) / 2;
        assertThat(energy.ofData(lambda)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void trainingStopsAtTheFirstStepWhoseLawHasTheTrace() {
        // h ≤ h* is λ_r·tr ≤ 1, and the trace of the direct law is its mean, the scale
        List<FreeEnergy> series = List.of(
                energy(LawFamily.HTMP, 2, 0),
                energy(LawFamily.HTMP, 1.01, 0),
                energy(LawFamily.HTMP, 0.99, 0),
                energy(LawFamily.HTMP, 0.5, 0));
        assertThat(StoppingRule.firstStop(series, 1)).hasValue(2);
        assertThat(StoppingRule.firstStop(series, 3)).isEmpty();
    }

    @Test
    void otherLawsHaveNoRate() {
        FitResult fit = new FitResult(
                LawFamily.GAMMA_LAW, ParameterSet.EMPTY, Set.of(), Objective.LIKELIHOOD, 4, 0, 0, List.of(), Set.of());
        assertThat(FreeEnergy.of(VALUES, fit)).isEmpty();
    }

    private static FreeEnergy energy(LawFamily family, double scale, double tau) {
        FitResult fit = new FitResult(
                family,
                ParameterSet.ofHtmp(KAPPA, GAMMA, scale, tau),
                Set.of(),
                Objective.LIKELIHOOD,
                VALUES.length,
                0,
                0,
                List.of(),
                Set.of());
        return FreeEnergy.of(VALUES, fit).orElseThrow();
    }
}
