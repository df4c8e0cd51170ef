package org.eigenscope.fit.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.SHAPE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;

class ProfileLikelihoodTest {
    private static final FitRequest REQUEST = FitRequest.of(Samples.reference("inverse"), LawFamily.INVERSE_HTMP)
            .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0));

    private static Map<Parameter, Interval> intervals(FitRequest request) throws Exception {
        return new ProfileLikelihood(request, Samples.fit(request), CancelToken.NONE).intervals(ProgressListener.NONE);
    }

    @Test
    void endsLieWhereTheProfileHasFallenBy192() throws Exception {
        FitResult fit = Samples.fit(REQUEST);
        Interval interval = intervals(REQUEST).get(KAPPA);
        for (double end : new double[] {interval.lower(), interval.upper()}) {
            FitRequest held = REQUEST.withFixed(REQUEST.fixed().with(KAPPA, end));
            assertThat(fit.logLikelihood() - Samples.fit(held).logLikelihood()).isCloseTo(1.92, within(5e-3));
        }
    }

    @Test
    void onlyFreeParametersHaveIntervals() throws Exception {
        assertThat(intervals(REQUEST)).containsOnlyKeys(KAPPA, SCALE);
    }

    @Test
    void intervalOfAnExponentialRateAgreesWithItsClosedForm() throws Exception {
        double[] values = {0.2, 0.5, 0.9, 1.1, 1.6, 2.2, 0.05, 0.4, 3.1, 0.7};
        ParameterSet exponential = ParameterSet.EMPTY.with(SHAPE, 1).with(TAU, 0);
        Interval interval = intervals(FitRequest.of(values, LawFamily.GAMMA_LAW).withFixed(exponential))
                .get(RATE);
        double best = values.length / 10.75;
        for (double end : new double[] {interval.lower(), interval.upper()}) {
            double drop = values.length * (end / best - 1 - Math.log(end / best));
            assertThat(drop).isCloseTo(1.92, within(5e-3));
        }
    }

    @Test
    void wishartKappaIntervalIsOpenAbove() throws Exception {
        double[] values = Samples.htmp(120, 1200, 0.5, 4);
        FitRequest request = FitRequest.of(values, LawFamily.HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0));
        assertThat(intervals(request).get(KAPPA).upperOpen()).isTrue();
    }

    @Test
    void profileIsHighestAtTheEstimateAndEqualsTheFitThere() throws Exception {
        FitResult fit = Samples.fit(REQUEST);
        double kappa = fit.parameters().get(KAPPA);
        double[] profile = new ProfileLikelihood(REQUEST, fit, CancelToken.NONE)
                .along(KAPPA, new double[] {kappa / 2, kappa, kappa * 2});

        assertThat(profile[1]).isCloseTo(fit.logLikelihood(), within(1e-6)).isGreaterThan(profile[0]);
        assertThat(profile[2]).isLessThan(profile[1]);
    }

    @Test
    void profileOutsideTheDomainIsImpossible() throws Exception {
        FitRequest request = REQUEST.withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5));
        double beyond = Samples.reference("inverse")[0] * 2;
        double[] profile = new ProfileLikelihood(request, Samples.fit(request), CancelToken.NONE)
                .along(TAU, new double[] {beyond});

        assertThat(profile).containsExactly(Double.NEGATIVE_INFINITY);
    }

    @Test
    void distanceFitsHaveNoLikelihoodIntervals() throws Exception {
        FitRequest request = REQUEST.withObjective(Objective.CRAMER_VON_MISES);
        FitResult fit = Samples.fit(request);
        assertThatThrownBy(() -> new ProfileLikelihood(request, fit, CancelToken.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("use the bootstrap");
    }
}
