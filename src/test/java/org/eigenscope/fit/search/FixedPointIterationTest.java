package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.TAU;

import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;

class FixedPointIterationTest {
    @Test
    void fixedPointIterationSettlesNearTheLikelihoodEstimate() throws Exception {
        FitRequest request = FitRequest.of(Samples.reference("inverse"), LawFamily.INVERSE_HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0));
        double likelihood = Samples.fit(request).parameters().get(KAPPA);
        FixedPointTrace trace = FixedPointIteration.run(request, 7, ProgressListener.NONE, CancelToken.NONE);

        assertThat(trace.settled()).isTrue();
        assertThat(trace.kappa()).isCloseTo(likelihood, within(5 * trace.standardError() + 0.02 * likelihood));
        assertThat(trace.kappaPaths()).hasSameSizeAs(trace.estimates());
    }
}
