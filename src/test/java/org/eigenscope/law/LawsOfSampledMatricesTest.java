package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.EigenscopeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTMP and its inverse against the eigenvalues of matrices whose limit they are. */
class LawsOfSampledMatricesTest {
    private static final int SIZE = 400;
    private static final int DRAWS = 25;

    /** 10,000 independent draws would miss a probability by more than this once in ten thousand times. */
    private static final double MISS = 0.02;

    private static final double[] LEVELS = {0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97};

    @ParameterizedTest
    @CsvSource({"0.2,0.9", "1.5,0.5", "5,1", "30,0.4"})
    void quantilesOfDrawsAreThoseOfTheLaw(double kappa, double gamma) throws EigenscopeException {
        assertQuantiles(
                pooled(BetaLaguerreSampler.of(kappa, gamma, SIZE).direct(2, 0.5)),
                AffineLaw.of(HtmpLaw.of(kappa, gamma), 2, 0.5));
    }

    @ParameterizedTest
    @CsvSource({"0.2,0.9", "1.5,0.5", "5,1", "30,0.4"})
    void quantilesOfInverseDrawsAreThoseOfTheInverseLaw(double kappa, double gamma) throws EigenscopeException {
        assertQuantiles(
                pooled(BetaLaguerreSampler.of(kappa, gamma, SIZE).inverse(2, 0.5)),
                ReciprocalLaw.of(HtmpLaw.of(kappa, gamma), 2, 0.5));
    }

    private static double[] pooled(BetaLaguerreSampler sampler) throws EigenscopeException {
        SplittableRandom random = new SplittableRandom(17);
        DoubleStream.Builder pooled = DoubleStream.builder();
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.stream(sampler.sample(random)).forEach(pooled);
        }
        return pooled.build().sorted().toArray();
    }

    private static void assertQuantiles(double[] sorted, SpectralLaw law) {
        for (double p : LEVELS) {
            double empirical = sorted[(int) (p * sorted.length)];
            assertThat(empirical).as("at %s", p).isBetween(law.quantile(p - MISS), law.quantile(p + MISS));
        }
    }
}
