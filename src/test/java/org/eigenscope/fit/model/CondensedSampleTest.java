package org.eigenscope.fit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CondensedSampleTest {
    private static final int N = 10_000;
    /** Of a drop of ln L, and per unit of it: a hundredth of what the eye sees on a strip. */
    private static final double TOLERANCE = 1e-3;

    private static final ParameterSet PLAIN = ParameterSet.ofHtmp(2, 0.5, 1, 0);

    @ParameterizedTest
    @CsvSource({"0.5, 0.5, false", "0.5, 0.5, true", "2, 0.7, false", "50, 0.5, true", "1000, 0.3, false"})
    void likelihoodsFallAlongEveryParameterAsThoseOfAllEigenvalues(double kappa, double gamma, boolean inverse)
            throws BadInputException {
        LawFamily family = inverse ? LawFamily.INVERSE_HTMP : LawFamily.HTMP;
        double[] sample = drawn(family, ParameterSet.ofHtmp(kappa, gamma, 1.3, 0.02));
        CondensedSample condensed = CondensedSample.of(sample);
        double full = full(family, sample, ParameterSet.ofHtmp(kappa, gamma, 1.3, 0.02));
        double few = few(family, condensed, ParameterSet.ofHtmp(kappa, gamma, 1.3, 0.02));
        double[] steps = {0.7, 0.9, 0.97, 0.99, 1.01, 1.03, 1.1, 1.4};
        for (double step : steps) {
            for (ParameterSet moved : new ParameterSet[] {
                ParameterSet.ofHtmp(kappa * step, gamma, 1.3, 0.02),
                ParameterSet.ofHtmp(kappa, Math.min(1, gamma * step), 1.3, 0.02),
                ParameterSet.ofHtmp(kappa, gamma, 1.3 * step, 0.02),
                ParameterSet.ofHtmp(kappa, gamma, 1.3, Math.min(0.02 * step, 0.999 * sample[0]))
            }) {
                double drop = full - full(family, sample, moved);
                assertThat(few - few(family, condensed, moved))
                        .as("%s", moved.asMap())
                        .isCloseTo(drop, Offset.offset(TOLERANCE * (1 + Math.abs(drop))));
            }
        }
    }

    @Test
    void tenThousandEigenvaluesBecomeFewerThanAThousandPoints() throws BadInputException {
        assertThat(CondensedSample.of(drawn(LawFamily.HTMP, PLAIN)).size()).isLessThan(1000);
    }

    @Test
    void everyEigenvalueIsCounted() throws BadInputException {
        assertThat(Arrays.stream(CondensedSample.of(drawn(LawFamily.INVERSE_HTMP, PLAIN))
                                .weights())
                        .sum())
                .isCloseTo(N, Offset.offset(1e-8));
    }

    @Test
    void cubicsInTheLogarithmAreSummedExactly() throws BadInputException {
        double[] sample = drawn(LawFamily.INVERSE_HTMP, PLAIN);
        CondensedSample condensed = CondensedSample.of(sample);
        double exact = Arrays.stream(sample).map(v -> Math.pow(Math.log(v), 3)).sum();
        double[] cubes = Arrays.stream(condensed.points())
                .map(v -> Math.pow(Math.log(v), 3))
                .toArray();
        assertThat(condensed.sum(cubes)).isCloseTo(exact, Offset.offset(1e-9 * Math.abs(exact)));
    }

    @Test
    void aSmallOrRepetitiveSampleKeepsItsValues() {
        assertThat(CondensedSample.of(new double[] {1, 2, 3}).points()).containsExactly(1, 2, 3);
        double[] repeated = new double[100];
        Arrays.fill(repeated, 2);
        assertThat(CondensedSample.of(repeated).sum(repeated)).isEqualTo(200);
    }

    private static double[] drawn(LawFamily family, ParameterSet values) throws BadInputException {
        SpectralLaw law = family.law(values);
        return new SplittableRandom(5).doubles(N).map(law::quantile).sorted().toArray();
    }

    private static double full(LawFamily family, double[] sample, ParameterSet values) throws BadInputException {
        double[] logs = new double[sample.length];
        family.law(values).logDensities(sample, logs);
        return Arrays.stream(logs).sum();
    }

    private static double few(LawFamily family, CondensedSample sample, ParameterSet values) throws BadInputException {
        double[] logs = new double[sample.size()];
        family.law(values).logDensities(sample.points(), logs);
        return sample.sum(logs);
    }
}
