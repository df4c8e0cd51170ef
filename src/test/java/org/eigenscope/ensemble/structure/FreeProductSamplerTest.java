package org.eigenscope.ensemble.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.MarchenkoPasturLaw;
import org.eigenscope.law.convolution.FreeFactor;
import org.eigenscope.law.convolution.FreeProductLaw;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FreeProductSamplerTest {
    private static final FreeFactor TWO_ATOMS = FreeFactor.atoms(new double[] {1, 8}, new double[] {0.7, 0.3});
    private static final double[] LEVELS = {0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95};

    private static void assertQuantiles(double[] sample, FreeProductLaw law, double standardError) {
        for (double p : LEVELS) {
            double below =
                    Arrays.stream(sample).filter(x -> x <= law.quantile(p)).count() / (double) sample.length;
            assertThat(below).as("level %s", p).isCloseTo(p, within(4 * standardError));
        }
    }

    /** With Dyson index 1 counts fluctuate by a few eigenvalues whatever N. */
    @Test
    void eigenvaluesOfMarchenkoPasturTimesTwoAtomsFollowTheConvolution() throws EigenscopeException {
        int size = 400;
        SplittableRandom random = new SplittableRandom(1);
        double[] wishart = BetaLaguerreSampler.of(size, 0.5, size).sample(random);
        double[] sample = FreeProductSampler.sample(TWO_ATOMS.population(size), wishart, random, CancelToken.NONE);
        assertQuantiles(sample, FreeProductLaw.of(TWO_ATOMS, FreeFactor.of(MarchenkoPasturLaw.of(0.5))), 1.0 / size);
    }

    /** With κ = 2 the eigenvalues of X are nearly independent draws, and so are the counts. */
    @Test
    @Tag("thorough")
    void inverseHtmpTimesAPowerLawFollowsTheConvolution() throws EigenscopeException {
        int size = 200;
        SplittableRandom random = new SplittableRandom(2);
        FreeFactor power = FreeFactor.powerLaw(3, 0.5);
        double[] inverse = BetaLaguerreSampler.of(2, 0.5, size).inverse(1, 0).sample(random);
        double[] sample = FreeProductSampler.sample(power.population(size), inverse, random, CancelToken.NONE);
        FreeFactor law = FreeFactor.reciprocal(HtmpLaw.of(2, 0.5), 1);
        assertQuantiles(sample, FreeProductLaw.of(power, law), 0.5 / Math.sqrt(size));
    }

    @Test
    void theIdentityLeavesTheSpectrumAsItIs() throws EigenscopeException {
        double[] spectrum = {0.1, 0.5, 1, 2, 7};
        double[] ones = {1, 1, 1, 1, 1};
        assertThat(FreeProductSampler.sample(ones, spectrum, new SplittableRandom(3), CancelToken.NONE))
                .containsExactly(spectrum, within(1e-12));
    }

    @Test
    void theTraceOfTheLogarithmIsKept() throws EigenscopeException {
        double[] a = {0.1, 0.5, 1, 2, 7, 3};
        double[] b = {1, 4, 1, 0.2, 1, 9};
        double[] product = FreeProductSampler.sample(a, b, new SplittableRandom(4), CancelToken.NONE);
        assertThat(logTrace(product)).isCloseTo(logTrace(a) + logTrace(b), within(1e-10));
    }

    private static double logTrace(double[] values) {
        return Arrays.stream(values).map(Math::log).sum();
    }

    @Test
    void setsOfDifferentSizesAreRefused() {
        assertThatThrownBy(() -> FreeProductSampler.sample(
                        new double[] {1, 2}, new double[] {1}, new SplittableRandom(5), CancelToken.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FreeProductSampler.sample(
                        new double[] {1, -2}, new double[] {1, 1}, new SplittableRandom(5), CancelToken.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-2.0");
    }
}
