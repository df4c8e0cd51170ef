package org.eigenscope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverlaysTest {
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void htmpAtTinyKappaIsItsZeroKappaOverlay(Orientation orientation) {
        double c = 1.5;
        double kappa = 1e-3;
        Overlays overlays = Overlays.of(orientation, ParameterSet.ofHtmp(kappa, kappa / (2 * c), 2, 0.3));

        assertAlike(overlays.htmp().law(), overlays.zeroKappa().law(), 5e-3);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void htmpAtHugeKappaIsItsInfiniteKappaOverlay(Orientation orientation) {
        Overlays overlays = Overlays.of(orientation, ParameterSet.ofHtmp(3e3, 0.4, 2, 0.3));

        assertAlike(overlays.htmp().law(), overlays.infiniteKappa().law(), 5e-3);
    }

    private static void assertAlike(SpectralLaw a, SpectralLaw b, double tolerance) {
        for (double p : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
            assertThat(b.cumulative(a.quantile(p))).isCloseTo(p, within(tolerance));
        }
    }

    @Test
    void derivedQuantitiesOfTheInverseLawFollowTheFormulas() {
        DerivedQuantities derived =
                DerivedQuantities.of(LawFamily.INVERSE_HTMP, ParameterSet.ofHtmp(1.32, 0.5, 1.1, 0.031));

        assertThat(derived.alpha().orElseThrow()).isCloseTo(2.98, within(ROUNDING));
        assertThat(derived.beta().orElseThrow()).isCloseTo(1.452, within(ROUNDING));
        assertThat(derived.tailExponent().orElseThrow()).isCloseTo(-1.66, within(ROUNDING));
    }

    @Test
    void tailExponentIsTheSlopeOfTheLawFarOut() {
        ParameterSet parameters = ParameterSet.ofHtmp(2, 0.4, 1.5, 0.1);
        SpectralLaw law = LawFamily.INVERSE_HTMP.law(parameters);
        double slope = (law.logDensity(1e9) - law.logDensity(1e8)) / Math.log(10);

        assertThat(DerivedQuantities.of(LawFamily.INVERSE_HTMP, parameters)
                        .tailExponent()
                        .orElseThrow())
                .isCloseTo(slope, within(1e-4));
    }

    @Test
    void floorExponentIsTheSlopeOfTheDirectLawAtItsFloor() {
        ParameterSet parameters = ParameterSet.ofHtmp(2, 0.4, 1.5, 0);
        SpectralLaw law = LawFamily.HTMP.law(parameters);
        double slope = (law.logDensity(1e-8) - law.logDensity(1e-9)) / Math.log(10);

        assertThat(DerivedQuantities.of(LawFamily.HTMP, parameters)
                        .floorExponent()
                        .orElseThrow())
                .isCloseTo(slope, within(1e-4));
    }

    @Test
    void marchenkoPasturHasNoPowerLaws() {
        ParameterSet parameters =
                ParameterSet.EMPTY.with(GAMMA, 0.5).with(SCALE, 1).with(TAU, 0);
        assertThat(DerivedQuantities.of(LawFamily.MP, parameters).tailExponent())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.01", "1, 0.5", "50, 0.9", "3, 1"})
    void coordinatesOfTheMasterModelRoundTrip(double kappa, double gamma) {
        ParameterSet parameters = ParameterSet.ofHtmp(kappa, gamma, 2.5, 0.2);
        for (Orientation orientation : Orientation.values()) {
            ParameterSet back = EnsembleCoordinates.of(orientation, parameters).parameters(orientation);
            assertThat(back.get(KAPPA)).isEqualTo(kappa);
            assertThat(back.get(GAMMA)).isCloseTo(gamma, within(ROUNDING));
            assertThat(back.get(SCALE)).isCloseTo(2.5, within(1e-10));
        }
    }

    @Test
    void alphaBelowOnePlusKappaIsClosed() {
        assertThat(EnsembleCoordinates.isReachable(2, 2.9)).isFalse();
        assertThatThrownBy(() -> new EnsembleCoordinates(2, 2.9, 1, 0)).hasMessageContaining("would need γ > 1");
    }

    @Test
    void smallestAlphaIsTheSquareMatrix() {
        assertThat(new EnsembleCoordinates(2, EnsembleCoordinates.smallestAlpha(2), 1, 0).gamma())
                .isCloseTo(1, within(ROUNDING));
    }
}
