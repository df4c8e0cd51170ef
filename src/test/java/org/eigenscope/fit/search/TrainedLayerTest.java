package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.TAU;

import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;

/** What the laws say of the hidden layer of a trained digits network. */
class TrainedLayerTest {
    private static FitResult fit(LawFamily family) throws Exception {
        return Samples.fit(FitRequest.of(Samples.reference("digits"), family)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0)));
    }

    @Test
    void inverseHtmpBeatsHtmpClearly() throws Exception {
        double gain = fit(LawFamily.INVERSE_HTMP).logLikelihood()
                - fit(LawFamily.HTMP).logLikelihood();
        assertThat(gain).isGreaterThan(10);
    }

    @Test
    void inverseHtmpFindsAModerateKappa() throws Exception {
        assertThat(fit(LawFamily.INVERSE_HTMP).parameters().get(KAPPA)).isBetween(1.0, 10.0);
    }
}
