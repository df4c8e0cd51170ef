package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.eigenscope.ensemble.GaussianOrthogonalSampler;
import org.eigenscope.error.BadInputException;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.Ties;
import org.eigenscope.fit.compare.League;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.fit.interval.BootstrapResult;
import org.eigenscope.fit.interval.ParametricBootstrap;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws that have no repulsion to speak of: lognormal, power laws, and the semicircle of symmetric matrices. */
class ClassicLawsTest {
    private static final double LIKELIHOOD_TOLERANCE = 1e-5;
    /** Both searches stop within 1e-4 standard errors of the maximum. */
    private static final double PARAMETER_TOLERANCE = 1e-3;

    private static final int FIRST_PARAMETER = 5;
    private static final ParameterSet NO_FLOOR = ParameterSet.EMPTY.with(Parameter.TAU, 0);

    static List<String> referenceFits() {
        return Samples.lines("classic_fits.csv");
    }

    private static FitResult fit(String sample, LawFamily family) throws Exception {
        return Samples.fit(FitRequest.of(Samples.reference(sample), family));
    }

    @ParameterizedTest
    @MethodSource("referenceFits")
    void agreesWithFitsByScipyAndMpmath(String line) throws Exception {
        String[] cells = line.split(",", -1);
        LawFamily family = LawFamily.byId(cells[1]).orElseThrow();
        boolean noFloor = family == LawFamily.LOGNORMAL && cells[FIRST_PARAMETER + 2].equals("0");
        FitResult fit = Samples.fit(FitRequest.of(Samples.reference(cells[0]), family)
                .withFixed(noFloor ? NO_FLOOR : ParameterSet.EMPTY)
                .withTrims(Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));

        assertThat(fit.logLikelihood()).isCloseTo(Double.parseDouble(cells[4]), within(LIKELIHOOD_TOLERANCE));
        for (int i = 0; i < family.parameters().size(); i++) {
            assertThat(fit.parameters().get(family.parameters().get(i)))
                    .as(family.parameters().get(i).id())
                    .isCloseTo(Double.parseDouble(cells[FIRST_PARAMETER + i]), within(PARAMETER_TOLERANCE));
        }
    }

    @Test
    void readsXMinOffTheSampleAndCountsItAsAParameter() throws Exception {
        FitResult fit = fit("cut", LawFamily.POWER);

        assertThat(fit.parameters().get(Parameter.XMIN)).isEqualTo(Samples.reference("cut")[0]);
        assertThat(fit.free()).containsExactly(Parameter.EXPONENT);
        assertThat(fit.freeParameters()).isEqualTo(2);
    }

    @Test
    void holdsXMinBelowTheSample() throws Exception {
        ParameterSet held = ParameterSet.EMPTY.with(Parameter.XMIN, 0.25);
        FitResult fit = Samples.fit(
                FitRequest.of(Samples.reference("cut"), LawFamily.POWER).withFixed(held));

        assertThat(fit.parameters().get(Parameter.XMIN)).isEqualTo(0.25);
        assertThat(fit.freeParameters()).isEqualTo(1);
    }

    @Test
    void saysThatXMinCannotLieAboveTheSmallestEigenvalue() {
        FitRequest request = FitRequest.of(Samples.reference("cut"), LawFamily.POWER)
                .withFixed(ParameterSet.EMPTY.with(Parameter.XMIN, 2));

        assertThatThrownBy(() -> Samples.fit(request))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("smallest eigenvalue used");
    }

    @Test
    void saysThatAPowerLawWithoutACutOffMustBeSteepEnough() {
        FitRequest request = FitRequest.of(Samples.reference("cut"), LawFamily.POWER)
                .withFixed(ParameterSet.EMPTY.with(Parameter.EXPONENT, 0.5));

        assertThatThrownBy(() -> Samples.fit(request)).hasMessageContaining("above 1");
    }

    @ParameterizedTest
    @EnumSource(
            value = LawFamily.class,
            names = {"POWER", "TRUNCATED_POWER"})
    void saysThatTheScaleOfAPowerLawCannotFollowFromTheMean(LawFamily family) {
        FitRequest request = FitRequest.of(Samples.reference("cut"), family)
                .withConstraints(Constraints.NONE.withTies(Ties.NONE.withMeanMatched()));

        assertThatThrownBy(() -> Samples.fit(request)).hasMessageContaining("cannot follow from the mean");
    }

    @Test
    void leavesATieToTheMeanOutForPowerLawsInALeague() throws Exception {
        FitRequest request = FitRequest.of(Samples.reference("cut"), LawFamily.LOGNORMAL)
                .withConstraints(Constraints.NONE.withTies(Ties.NONE.withMeanMatched()));
        List<LeagueRow> rows = new League(new SpectralFitter())
                .table(request, List.of(LawFamily.LOGNORMAL, LawFamily.POWER), ProgressListener.NONE, CancelToken.NONE);

        assertThat(rows).allSatisfy(row -> assertThat(row.result()).isPresent());
    }

    @Test
    void saysThatAPureParetoSampleShowsNoCutOff() throws Exception {
        double[] pareto = new double[400];
        Arrays.setAll(pareto, i -> Math.pow((i + 0.5) / pareto.length, -1 / 1.5));
        FitResult fit = Samples.fit(FitRequest.of(pareto, LawFamily.TRUNCATED_POWER));
        double without = Samples.fit(FitRequest.of(pareto, LawFamily.POWER)).logLikelihood();

        assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(without - LIKELIHOOD_TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Objective.class,
            names = {"FIXED_POINT"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyObjectiveFindsTheSemicircleOfASymmetricMatrix(Objective objective) throws Exception {
        double[] values = new GaussianOrthogonalSampler(-3, 5, 400).sample(new SplittableRandom(3));
        FitResult fit = Samples.fit(FitRequest.of(values, LawFamily.SEMICIRCLE).withObjective(objective));

        assertThat(fit.parameters().get(Parameter.CENTER)).isCloseTo(-3, within(0.1));
        assertThat(fit.parameters().get(Parameter.RADIUS)).isCloseTo(5, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"ks", "cvm", "log-density", "stieltjes"})
    void everyObjectiveFindsATrimmedSemicircle(String objective) throws Exception {
        double[] values = new GaussianOrthogonalSampler(2, 1, 400).sample(new SplittableRandom(4));
        FitResult fit = Samples.fit(FitRequest.of(values, LawFamily.SEMICIRCLE)
                .withObjective(Objective.byId(objective).orElseThrow())
                .withTrims(40, 80));

        assertThat(fit.parameters().get(Parameter.CENTER)).isCloseTo(2, within(0.1));
        assertThat(fit.parameters().get(Parameter.RADIUS)).isCloseTo(1, within(0.15));
    }

    @ParameterizedTest
    @CsvSource({
        "lognormal, ks",
        "lognormal, cvm",
        "lognormal, log-density",
        "lognormal, stieltjes",
        "truncated-power, cvm",
        "truncated-power, stieltjes",
        "power, ks"
    })
    void otherObjectivesEndNearTheLikelihood(String law, String objective) throws Exception {
        LawFamily family = LawFamily.byId(law).orElseThrow();
        double[] values = Samples.reference(family == LawFamily.LOGNORMAL ? "lognormal" : "cut");
        FitRequest request =
                FitRequest.of(values, family).withFixed(family == LawFamily.LOGNORMAL ? NO_FLOOR : ParameterSet.EMPTY);
        FitResult best = Samples.fit(request);
        FitResult other =
                Samples.fit(request.withObjective(Objective.byId(objective).orElseThrow()));
        Parameter first = family.parameters().get(0);

        assertThat(other.parameters().get(first))
                .isCloseTo(best.parameters().get(first), Percentage.withPercentage(25));
    }

    @Test
    void spikesBesideASemicircleAreCountedAsOutside() throws Exception {
        assertThat(fit("goe", LawFamily.SEMICIRCLE).warnings())
                .extracting(FitWarning::kind)
                .contains(FitWarning.Kind.OUTSIDE_SUPPORT);
    }

    @Test
    void bootstrapOfTheSemicircleDrawsSymmetricMatrices() throws Exception {
        FitRequest request = FitRequest.of(
                new GaussianOrthogonalSampler(0, 1, 100).sample(new SplittableRandom(6)), LawFamily.SEMICIRCLE);
        BootstrapResult result = new ParametricBootstrap(new SpectralFitter())
                .run(request, Samples.fit(request), 40, 1, ProgressListener.NONE, CancelToken.NONE);

        // of independent draws R̂ would scatter ten times as much as the edge of a symmetric matrix does
        Interval radius = result.intervals().get(Parameter.RADIUS);
        assertThat(radius.upper() - radius.lower()).isLessThan(0.2);
        assertThat(result.kolmogorovSmirnovP()).isGreaterThan(0.05);
    }
}
