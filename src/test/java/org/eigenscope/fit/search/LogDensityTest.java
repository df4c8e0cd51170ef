package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.TAU;

import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogDensityTest {
    private static final int SPECTRA = 20;

    /** Bins that are empty, and logarithms of small counts, would make it −0.35. */
    @ParameterizedTest
    @CsvSource({"0.5, 200", "2, 200", "6, 200"})
    void leastSquaresOfTheLogDensityFindsKappaWithoutBias(double kappa, int n) throws Exception {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < SPECTRA; i++) {
            double[] values = Samples.inverse(Samples.htmp(n, kappa, 0.5, 5000 + i), 1, 0);
            FitRequest request = FitRequest.of(values, LawFamily.INVERSE_HTMP)
                    .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0))
                    .withObjective(Objective.LOG_DENSITY);
            double error = Math.log(Samples.fit(request).parameters().get(KAPPA) / kappa);
            sum += error;
            squares += error * error;
        }
        double mean = sum / SPECTRA;
        double standardError = Math.sqrt((squares / SPECTRA - mean * mean) / (SPECTRA - 1));

        assertThat(mean).isCloseTo(0, within(2.5 * standardError));
        assertThat(standardError).isLessThan(0.06);
    }
}
