package org.eigenscope.fit.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.family.LawFamily;
import org.junit.jupiter.api.Test;

class VuongTestTest {
    @Test
    void vuongIsAntisymmetric() throws Exception {
        FitRequest request = FitRequest.of(Samples.reference("inverse"), LawFamily.GAMMA_LAW);
        FitResult gamma = Samples.fit(request);
        FitResult inverseGamma = Samples.fit(FitRequest.of(Samples.reference("inverse"), LawFamily.INVERSE_GAMMA));
        VuongTest one = VuongTest.between(request, gamma, inverseGamma);
        VuongTest other = VuongTest.between(request, inverseGamma, gamma);

        assertThat(one.statistic()).isCloseTo(-other.statistic(), within(1e-12)).isNegative();
        assertThat(one.pValue()).isCloseTo(other.pValue(), within(1e-12));
    }

    @Test
    void vuongOfALawAgainstItselfIsUndecided() throws Exception {
        FitRequest request = FitRequest.of(Samples.reference("inverse"), LawFamily.GAMMA_LAW);
        FitResult fit = Samples.fit(request);
        assertThat(VuongTest.between(request, fit, fit)).isEqualTo(new VuongTest(0, 1));
    }
}
