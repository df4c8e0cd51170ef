package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailAsymptoteTest {
    private static final double CLOSE = 1e-6;

    @ParameterizedTest
    @CsvSource({"0.3,0.2", "1,0.5", "4,0.5", "8,0.9", "30,0.1"})
    void htmpReachesBothAsymptotes(double kappa, double gamma) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        assertReached(law, law.lowerAsymptote().orElseThrow(), 1e-60);
        assertReached(law, law.upperAsymptote().orElseThrow(), 1e12);
    }

    @ParameterizedTest
    @CsvSource({"0.3,0.2", "1,0.5", "4,0.5", "8,0.9"})
    void shiftedInverseHtmpReachesBothAsymptotes(double kappa, double gamma) {
        SpectralLaw law = ReciprocalLaw.of(HtmpLaw.of(kappa, gamma), 2.5, 0.75);
        assertReached(law, law.upperAsymptote().orElseThrow(), 1e60);
        TailAsymptote lower = law.lowerAsymptote().orElseThrow();
        double lambda = 0.75 + 1e-12;
        double exact = law.logDensity(lambda);
        assertThat(lower.logDensity(lambda)).isCloseTo(exact, within(CLOSE * Math.abs(exact)));
    }

    @ParameterizedTest
    @CsvSource({"0.2", "0.7"})
    void marchenkoPasturReachesItsSquareRootEdges(double gamma) {
        SpectralLaw direct = AffineLaw.of(MarchenkoPasturLaw.of(gamma), 3, 0.5);
        SpectralLaw inverse = ReciprocalLaw.of(MarchenkoPasturLaw.of(gamma), 3, 0.5);
        for (SpectralLaw law : new SpectralLaw[] {direct, inverse}) {
            double width = law.supportUpper() - law.supportLower();
            assertReached(law, law.lowerAsymptote().orElseThrow(), law.supportLower() + 1e-9 * width);
            assertReached(law, law.upperAsymptote().orElseThrow(), law.supportUpper() - 1e-9 * width);
        }
    }

    @Test
    void marchenkoPasturOfSquareMatricesDivergesAtZero() {
        SpectralLaw law = MarchenkoPasturLaw.of(1);
        assertReached(law, law.lowerAsymptote().orElseThrow(), 1e-9);
    }

    @Test
    void gammaAndItsInverseReachTheirAsymptotes() {
        SpectralLaw gamma = GammaLaw.of(2.5, 3);
        assertReached(gamma, gamma.lowerAsymptote().orElseThrow(), 1e-40);
        assertReached(gamma, gamma.upperAsymptote().orElseThrow(), 50);
        SpectralLaw inverse = InverseGammaLaw.of(2.5, 3);
        assertReached(inverse, inverse.lowerAsymptote().orElseThrow(), 1e-3);
        assertReached(inverse, inverse.upperAsymptote().orElseThrow(), 1e40);
    }

    @Test
    void powerLawsAreTheirOwnAsymptotes() {
        for (SpectralLaw law : new SpectralLaw[] {PowerLaw.of(2.5, 0.3), TruncatedPowerLaw.of(2.5, 0.3, 0.1)}) {
            assertReached(law, law.lowerAsymptote().orElseThrow(), 0.3 * (1 + 1e-9));
            assertReached(law, law.upperAsymptote().orElseThrow(), 0.5);
            assertReached(law, law.upperAsymptote().orElseThrow(), 200);
        }
    }

    @Test
    void semicircleReachesItsSquareRootEdges() {
        SpectralLaw law = WignerSemicircleLaw.of(1, 3);
        assertReached(law, law.lowerAsymptote().orElseThrow(), -2 + 1e-8);
        assertReached(law, law.upperAsymptote().orElseThrow(), 4 - 1e-8);
    }

    @Test
    void lawOfDeficientRankHasItsShareOfTheEdges() {
        SpectralLaw law = MarchenkoPasturLaw.ofLargerGram(2);
        assertReached(law, law.lowerAsymptote().orElseThrow(), law.supportLower() + 1e-9);
        assertReached(law, law.upperAsymptote().orElseThrow(), law.supportUpper() - 1e-9);
    }

    @Test
    void squareHtmpHasNoPowerAtZero() {
        assertThat(HtmpLaw.of(3, 1).lowerAsymptote()).isEmpty();
    }

    private static void assertReached(SpectralLaw law, TailAsymptote asymptote, double lambda) {
        double exact = law.logDensity(lambda);
        assertThat(asymptote.logDensity(lambda)).isCloseTo(exact, within(CLOSE * Math.max(1, Math.abs(exact))));
    }
}
