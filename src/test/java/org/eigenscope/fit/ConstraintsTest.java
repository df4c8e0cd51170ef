package org.eigenscope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {
    private static final double HALF = 0.5;
    private static final double EXACT = 1e-9;
    /** ℓ where two searches for one maximum stop. */
    private static final double SAME_MAXIMUM = 1e-4;

    private static final ParameterSet GAMMA_HELD = ParameterSet.EMPTY.with(GAMMA, HALF);
    private static final double[] INVERSE = Samples.inverse(Samples.drawn(300, 6, HALF, 11), 1.3, 0.1);
    private static final double[] DIRECT = Samples.direct(Samples.drawn(300, 6, HALF, 12), 1.3, 0.1);

    private static FitRequest inverse() {
        return FitRequest.of(INVERSE, LawFamily.INVERSE_HTMP).withFixed(GAMMA_HELD);
    }

    private static FitRequest direct() {
        return FitRequest.of(DIRECT, LawFamily.HTMP).withFixed(GAMMA_HELD);
    }

    private static FitResult fit(FitRequest request, Constraints constraints) throws Exception {
        return Samples.fit(request.withConstraints(constraints));
    }

    @Test
    void estimateInsideItsBoundsIsTheUnboundedOne() throws Exception {
        FitResult bounded = fit(inverse(), Constraints.NONE.withBounds(KAPPA, 0.5, 50));

        assertThat(bounded.logLikelihood()).isCloseTo(Samples.fit(inverse()).logLikelihood(), within(SAME_MAXIMUM));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 2, 2", "20, 40, 20"})
    void estimateOutsideItsBoundsStopsAtTheNearerOneAndSaysSo(double lower, double upper, double expected)
            throws Exception {
        FitResult bounded = fit(inverse(), Constraints.NONE.withBounds(KAPPA, lower, upper));

        assertThat(bounded.parameters().get(KAPPA)).isCloseTo(expected, within(EXACT * expected));
        assertThat(bounded.warnings()).anySatisfy(warning -> {
            assertThat(warning.kind()).isEqualTo(FitWarning.Kind.AT_BOUND);
            assertThat(warning.sentence()).contains("bound that was set");
            assertThat(warning.about()).containsExactly(KAPPA);
        });
    }

    @Test
    void boundsFollowTheUnitOfTheEigenvalues() throws Exception {
        FitRequest request = FitRequest.of(Samples.direct(INVERSE, 1e6, 0), LawFamily.INVERSE_HTMP)
                .withFixed(GAMMA_HELD);
        FitResult bounded = fit(request, Constraints.NONE.withBounds(SCALE, 2e6, 3e6));

        assertThat(bounded.parameters().get(SCALE)).isCloseTo(2e6, within(1e-3));
    }

    @Test
    void boundAboveTheSearchsOwnOpensTheWay() throws Exception {
        double[] wishart = Samples.htmp(200, 200, HALF, 2);
        FitRequest request = FitRequest.of(wishart, LawFamily.HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, HALF).with(TAU, 0));
        FitResult bounded = fit(request, Constraints.NONE.withBounds(KAPPA, 2000, 20000));

        assertThat(bounded.parameters().get(KAPPA)).isBetween(2000.0, 20000.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = LawFamily.class,
            names = {"POWER", "TRUNCATED_POWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void meanMatchedLawsHaveTheMeanOfTheSample(LawFamily family) throws Exception {
        ParameterSet held = family.parameters().contains(GAMMA) ? GAMMA_HELD : ParameterSet.EMPTY;
        FitRequest request = FitRequest.of(INVERSE, family).withFixed(held);
        FitResult tied = fit(request, Constraints.NONE.withTies(Ties.NONE.withMeanMatched()));
        double mean = Arrays.stream(INVERSE).average().orElseThrow();

        assertThat(tied.law().mean()).isCloseTo(mean, within(EXACT));
        assertThat(tied.tied()).containsExactly(family.tiedToMean().orElseThrow());
        assertThat(tied.freeParameters()).isEqualTo(Samples.fit(request).freeParameters() - 1);
    }

    @Test
    void meanMatchedSearchFindsTheMaximumOnThatCurve() throws Exception {
        FitRequest request = inverse();
        FitResult tied = fit(request, Constraints.NONE.withTies(Ties.NONE.withMeanMatched()));
        for (double factor : new double[] {0.98, 1.02}) {
            double kappa = tied.parameters().get(KAPPA) * factor;
            FitResult near = fit(
                    request.withFixed(GAMMA_HELD.with(KAPPA, kappa)),
                    Constraints.NONE.withTies(Ties.NONE.withMeanMatched()));
            assertThat(near.logLikelihood()).isLessThan(tied.logLikelihood());
        }
    }

    @ParameterizedTest
    @CsvSource({"htmp", "inverse-htmp"})
    void heldBetaIsKept(String id) throws Exception {
        LawFamily family = LawFamily.byId(id).orElseThrow();
        FitRequest request = (family == LawFamily.HTMP ? direct() : inverse());
        FitResult tied = fit(request, Constraints.NONE.withTies(Ties.NONE.withBeta(5)));

        assertThat(DerivedQuantities.of(family, tied.parameters()).beta()).hasValueCloseTo(5.0, within(EXACT));
        assertThat(tied.logLikelihood()).isLessThan(Samples.fit(request).logLikelihood());
    }

    @Test
    void betaHeldAtItsEstimateChangesNothing() throws Exception {
        FitResult free = Samples.fit(inverse());
        double beta = DerivedQuantities.of(LawFamily.INVERSE_HTMP, free.parameters())
                .beta()
                .orElseThrow();
        FitResult tied = fit(inverse(), Constraints.NONE.withTies(Ties.NONE.withBeta(beta)));

        assertThat(tied.logLikelihood()).isCloseTo(free.logLikelihood(), within(SAME_MAXIMUM));
    }

    @Test
    void heldAlphaIsKeptAndGammaFollows() throws Exception {
        FitRequest request = FitRequest.of(INVERSE, LawFamily.INVERSE_HTMP);
        FitResult tied = fit(request, Constraints.NONE.withTies(Ties.NONE.withAlpha(10)));

        assertThat(DerivedQuantities.of(LawFamily.INVERSE_HTMP, tied.parameters())
                        .alpha())
                .hasValueCloseTo(10.0, within(EXACT * 10));
        assertThat(tied.tied()).containsExactly(GAMMA);
        assertThat(tied.parameters().get(GAMMA)).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Objective.class,
            names = {"LIKELIHOOD", "KOLMOGOROV_SMIRNOV", "CRAMER_VON_MISES", "LOG_DENSITY", "STIELTJES"})
    void penaltyPullsTheMeanTowardsTheSamplesOnTheWindowToo(Objective objective) throws Exception {
        FitRequest trimmed = FitRequest.of(DIRECT, LawFamily.GAMMA_LAW)
                .withObjective(objective)
                .withTrims(15, 30);
        FitResult free = Samples.fit(trimmed);
        FitResult pulled = fit(trimmed, Constraints.NONE.withMeanPenalty(1e3));

        assertThat(Math.abs(meanOnWindow(pulled))).isLessThan(1e-3).isLessThanOrEqualTo(Math.abs(meanOnWindow(free)));
    }

    /** ln of the law's mean between the trimmed neighbours over the mean of the kept values, by a sum over quantiles. */
    private static double meanOnWindow(FitResult fit) {
        SpectralLaw law = fit.law();
        double low = law.cumulative(DIRECT[14]);
        double high = law.cumulative(DIRECT[DIRECT.length - 30]);
        int points = 20_000;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            sum += law.quantile(low + (high - low) * (i + 0.5) / points) / points;
        }
        double kept = Arrays.stream(DIRECT, 15, DIRECT.length - 30).average().orElseThrow();
        return Math.log(sum / kept);
    }

    @ParameterizedTest
    @EnumSource(value = Objective.class, names = "FIXED_POINT", mode = EnumSource.Mode.EXCLUDE)
    void everyObjectiveFindsKappaOfATrimmedPureSample(Objective objective) throws Exception {
        SpectralLaw law = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(2, HALF, 1.5, 0));
        double[] values = new double[500];
        Arrays.setAll(values, i -> law.quantile((i + 0.5) / values.length));
        FitResult fit = Samples.fit(FitRequest.of(values, LawFamily.INVERSE_HTMP)
                .withFixed(GAMMA_HELD.with(TAU, 0))
                .withTrims(25, 50)
                .withObjective(objective));

        assertThat(Math.log(fit.parameters().get(KAPPA) / 2)).isBetween(-0.1, 0.1);
        assertThat(Math.log(fit.parameters().get(SCALE) / 1.5)).isBetween(-0.03, 0.03);
    }

    @Test
    void tiedAndHeldAtOnceIsRefused() {
        FitRequest request = inverse()
                .withFixed(GAMMA_HELD.with(SCALE, 1))
                .withConstraints(Constraints.NONE.withTies(Ties.NONE.withMeanMatched()));

        assertThatThrownBy(() -> Samples.fit(request))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("s is held and follows");
    }

    @Test
    void alphaBelowOnePlusKappaIsRefused() {
        FitRequest request = FitRequest.of(INVERSE, LawFamily.INVERSE_HTMP)
                .withFixed(ParameterSet.EMPTY.with(KAPPA, 4))
                .withConstraints(Constraints.NONE.withTies(Ties.NONE.withAlpha(3)));

        assertThatThrownBy(() -> Samples.fit(request))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("γ above 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0001, 1e300})
    void alphaThatLeavesNoKappaIsRefused(double alpha) {
        FitRequest request = FitRequest.of(INVERSE, LawFamily.INVERSE_HTMP)
                .withConstraints(Constraints.NONE.withTies(Ties.NONE.withAlpha(alpha)));

        assertThatThrownBy(() -> Samples.fit(request))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("outside the range of searches");
    }

    @Test
    void alphaThatContradictsTheBoundsOfKappaIsRefused() {
        FitRequest request = FitRequest.of(INVERSE, LawFamily.INVERSE_HTMP)
                .withConstraints(
                        Constraints.NONE.withTies(Ties.NONE.withAlpha(3)).withBounds(KAPPA, 5, 6));

        assertThatThrownBy(() -> Samples.fit(request))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("outside its bounds from 5.0 to 6.0");
    }

    @Test
    void hugePenaltyStillTellsWhatIsKnown() throws Exception {
        FitResult fit = fit(inverse(), Constraints.NONE.withMeanPenalty(1e300));

        assertThat(fit.logLikelihood()).isFinite();
    }

    @Test
    void floorBoundedAboveTheSmallestEigenvalueIsRefused() {
        FitRequest request = inverse().withConstraints(Constraints.NONE.withBounds(TAU, 50, 60));

        assertThatThrownBy(() -> Samples.fit(request))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("τ is held at 50.0 or above");
    }

    @Test
    void emptyBoundsAreAMistakeOfTheCaller() {
        assertThatThrownBy(() -> Constraints.NONE.withBounds(KAPPA, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.0 and 2.0");
    }
}
