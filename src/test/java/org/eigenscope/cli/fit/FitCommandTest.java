package org.eigenscope.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitCommandTest {
    private static final String HELD = " --fix gamma=0.5 --fix tau=0";

    /** Two hundred eigenvalues of inverse HTMP with κ = 2, γ = 0.5, s = 1.5. */
    private static String eigenvalues;

    @BeforeAll
    static void drawEigenvalues() {
        eigenvalues = CommandLineRun.of(
                        "sample --law inverse-htmp --kappa 2 --gamma 0.5 --scale 1.5 --n 200 --seed 3".split(" "))
                .out();
    }

    @Test
    void jsonHasThePromisedKeysInOrder() throws Exception {
        JsonNode json = json(fit(HELD + " --json"));
        assertThat(keys(json))
                .containsExactly(
                        "law",
                        "parameters",
                        "derived",
                        "fixed",
                        "interval95",
                        "interval_method",
                        "interval_condition",
                        "n",
                        "excluded",
                        "log_likelihood",
                        "aic",
                        "bic",
                        "ks",
                        "ks_p",
                        "misfit",
                        "phase",
                        "warnings",
                        "milliseconds",
                        "sample");
        assertThat(keys(json.get("parameters"))).containsExactly("kappa", "gamma", "scale", "tau");
        assertThat(keys(json.get("derived"))).containsExactly("alpha", "beta", "tail_exponent");
        assertThat(keys(json.get("excluded"))).containsExactly("zeros", "negatives", "trimmed_bottom", "trimmed_top");
    }

    @Test
    void fitFindsTheParametersBehindTheSample() throws Exception {
        JsonNode json = json(fit(HELD + " --json"));
        JsonNode kappa = json.at("/interval95/kappa");
        assertThat(kappa.get(0).asDouble()).isLessThan(2);
        assertThat(kappa.get(1).asDouble()).isGreaterThan(2);
        assertThat(json.get("interval_method").asText()).isEqualTo("profile-likelihood");
    }

    @Test
    void heldParametersKeepTheirValuesAndHaveNoInterval() throws Exception {
        JsonNode json = json(fit(HELD + " --json"));
        assertThat(json.at("/parameters/gamma").asDouble()).isEqualTo(0.5);
        assertThat(json.get("fixed").toString()).isEqualTo("[\"gamma\",\"tau\"]");
        assertThat(keys(json.get("interval95"))).containsExactly("kappa", "scale");
    }

    @Test
    void startDoesNotChangeWhereAGoodFitEnds() throws Exception {
        double free = json(fit(HELD + " --json")).at("/parameters/kappa").asDouble();
        double started = json(fit(HELD + " --start kappa=7 --start scale=3 --json"))
                .at("/parameters/kappa")
                .asDouble();
        assertThat(started).isCloseTo(free, within(1e-4));
    }

    @Test
    void otherObjectivesHaveNoIntervals() throws Exception {
        JsonNode json = json(fit(HELD + " --objective ks --json"));
        assertThat(json.get("interval95")).isEmpty();
        assertThat(json.get("interval_method").isNull()).isTrue();
        assertThat(json.get("ks_p").isNull()).isTrue();
    }

    @Test
    void bootstrapGivesIntervalsAndAPValueThatItsSeedDetermines() throws Exception {
        JsonNode json = json(fit(HELD + " --bootstrap 5 --seed 2 --json"));
        assertThat(json.get("interval_method").asText()).isEqualTo("parametric-bootstrap");
        assertThat(json.get("ks_p").asDouble()).isBetween(1.0 / 6, 1.0);
        assertThat(json.get("interval95"))
                .isEqualTo(json(fit(HELD + " --bootstrap 5 --seed 2 --json")).get("interval95"));
    }

    @Test
    void bootstrapWritesIntervalsOfSeveralLevelsAndEveryRefit() throws Exception {
        JsonNode json = json(fit(HELD + " --bootstrap 6 --levels 0.5,0.9 --json"));
        JsonNode bootstrap = json.get("bootstrap");
        double estimate = json.get("parameters").get("kappa").asDouble();

        assertThat(bootstrap.get("levels").fieldNames()).toIterable().containsExactly("0.5", "0.9");
        // six draws may leave no room below the estimate
        assertThat(bootstrap.get("levels").get("0.5").get("kappa").get(0).asDouble())
                .isLessThanOrEqualTo(estimate);
        assertThat(bootstrap.get("estimates").get("kappa")).hasSize(6);
        assertThat(bootstrap.get("ks")).hasSize(6);
    }

    @Test
    void levelsThatAreNoProbabilitiesAreBadInput() {
        assertThat(fit(HELD + " --bootstrap 2 --levels 95 --json").code()).isEqualTo(3);
    }

    @Test
    void allLawsMakeAnArrayBestFirst() throws Exception {
        JsonNode json = json(fit(HELD + " --law all --objective ks --json"));
        assertThat(json).hasSize(9);
        List<Double> aic = new ArrayList<>();
        for (JsonNode fit : json) {
            // laws that leave eigenvalues outside their support come after those that cover them
            if (!fit.get("law").asText().endsWith("mp")
                    || fit.get("law").asText().endsWith("htmp")) {
                aic.add(fit.get("aic").asDouble());
            }
        }
        assertThat(aic).hasSize(7).isSorted();
    }

    @Test
    void semicircleIsFittedToEigenvaluesOfEverySign() throws Exception {
        JsonNode json = json(CommandLineRun.withInput(
                "-1\n-2\n0\n0.5\n1\n1.5\n2\n",
                "fit",
                "--eigenvalues",
                "-",
                "--law",
                "semicircle",
                "--metrics",
                "--json"));

        assertThat(json.get("n").asInt()).isEqualTo(7);
        assertThat(json.get("excluded").get("negatives").asInt()).isZero();
        assertThat(json.get("parameters").get("radius").asDouble()).isBetween(1.0, 4.0);
    }

    @Test
    void semicircleComesLastInALeagueAndOnlyWhereThereAreNegatives() throws Exception {
        CommandLineRun run = CommandLineRun.withInput(
                "-1\n-2\n" + eigenvalues.lines().skip(1).reduce("", (a, b) -> a + b + "\n"),
                ("fit --eigenvalues - --law all --vuong --objective ks --json" + HELD).split(" "));
        JsonNode json = json(run);

        assertThat(json).hasSize(10);
        assertThat(json.get(9).get("law").asText()).isEqualTo("semicircle");
        assertThat(json.get(0).get("vuong").has("semicircle")).isFalse();
    }

    @Test
    void allLawsRefusedIsBadInput() {
        assertThat(fit(" --law all --trim-top 198 --json").code()).isEqualTo(3);
    }

    @Test
    void zerosNegativesAndTrimsAreCounted() throws Exception {
        CommandLineRun run = CommandLineRun.withInput(
                "-1\n-2\n0\n" + eigenvalues.lines().skip(1).reduce("", (a, b) -> a + b + "\n"),
                ("fit --eigenvalues - --trim-bottom 2 --trim-top 3 --json" + HELD).split(" "));
        JsonNode json = json(run);
        assertThat(json.get("excluded").toString())
                .isEqualTo("{\"zeros\":1,\"negatives\":2,\"trimmed_bottom\":2,\"trimmed_top\":3}");
        assertThat(json.get("n").asInt()).isEqualTo(195);
    }

    @Test
    void matrixIsFittedAsItsRawEigenvaluesAre() throws Exception {
        String matrix = CommandLineRun.reference("files/c_f8.npy");
        String options = " --law mp --fix gamma=0.6 --fix tau=0 --json";
        String spectrum = CommandLineRun.of("spectrum", matrix).out();
        String[] arguments = ("fit FILE" + options).split(" ");
        // put in whole, because the path may hold spaces
        arguments[1] = matrix;
        JsonNode fromFile = json(CommandLineRun.of(arguments));
        JsonNode fromList = json(CommandLineRun.withInput(spectrum, ("fit --eigenvalues -" + options).split(" ")));
        assertThat(fromFile.get("parameters")).isEqualTo(fromList.get("parameters"));
    }

    @Test
    void textSaysTheSameAsTheJson() throws Exception {
        CommandLineRun run = fit(HELD);
        JsonNode json = json(fit(HELD + " --json"));
        assertThat(run.out())
                .contains(
                        json.at("/parameters/kappa").asText(),
                        json.get("log_likelihood").asText(),
                        "fixed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a.npy --eigenvalues -",
                " --eigenvalues - --law wigner",
                " --eigenvalues - --objective guess",
                " --eigenvalues - --fix kappa",
                " --eigenvalues - --fix kappa=two",
                " --eigenvalues - --fix omega=2",
                " --eigenvalues - --fix kappa=2 --fix kappa=3",
                " --eigenvalues - --fix kappa=2 --start kappa=3",
                " --eigenvalues - --law gamma --fix kappa=2",
                " --eigenvalues - --trim-bottom -1",
                " --eigenvalues - --bootstrap -1",
                " --eigenvalues - --bootstrap many",
                " --eigenvalues - --normalize mp",
            })
    void nonsenseIsAUsageError(String options) {
        CommandLineRun run = CommandLineRun.withInput(eigenvalues, ("fit" + options).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--fix kappa=0, --fix kappa = 0.0 is outside its domain",
        "--start gamma=2, --start gamma = 2.0 is outside its domain",
        "--fix tau=1e9, hold τ below it",
        "--trim-top 198, at least 5 distinct positive eigenvalues",
    })
    void impossibleFitIsBadInput(String option, String words) {
        CommandLineRun run = fit(" " + option + " --json");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words);
    }

    @Test
    void eigenvalueThatIsNoNumberIsBadInput() {
        CommandLineRun run = CommandLineRun.withInput("eigenvalue\n1\nnan\n", "fit", "--eigenvalues", "-");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("standard input, line 3: eigenvalue = NaN is not a finite number");
    }

    private static CommandLineRun fit(String options) {
        return CommandLineRun.withInput(eigenvalues, ("fit --eigenvalues -" + options).split(" "));
    }

    private static JsonNode json(CommandLineRun run) throws Exception {
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void boundsKeepTheEstimateInside() throws Exception {
        JsonNode json = json(fit(HELD + " --bound kappa=0.01:0.5 --json"));
        assertThat(json.at("/parameters/kappa").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(json.get("warnings").toString()).contains("bound that was set");
    }

    @Test
    void meanTieAndBetaTieAreHonoured() throws Exception {
        JsonNode mean = json(fit(" --fix gamma=0.1 --tie scale=mean --json"));
        assertThat(mean.get("tied").toString()).isEqualTo("[\"scale\"]");
        JsonNode beta = json(fit(HELD + " --tie beta=4 --json"));
        assertThat(beta.at("/derived/beta").asDouble()).isCloseTo(4, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " --bound kappa=3:2",
                " --bound kappa=1",
                " --bound nu=1:2",
                " --bound gamma=0:2",
                " --tie gamma=mean",
                " --tie beta=-1",
                " --tie beta=x",
                " --law mp --tie beta=2",
                " --mean-penalty -1"
            })
    void malformedConstraintsAreUsageErrors(String options) {
        assertThat(fit(options).code()).isEqualTo(2);
    }

    @Test
    void meanPenaltyBringsTheMeanNearer() throws Exception {
        String held = " --law htmp --fix gamma=0.5";
        double free = Math.abs(Math.log(functional(held, "law") / functional(held, "data")));
        double pulled = Math.abs(Math.log(
                functional(held + " --mean-penalty 1000", "law") / functional(held + " --mean-penalty 1000", "data")));
        assertThat(pulled).isLessThan(1e-2).isLessThan(free);
    }

    private static double functional(String options, String of) throws Exception {
        return json(fit(options + " --metrics --json"))
                .at("/functionals/" + of + "/trace")
                .asDouble();
    }

    @Test
    void extrasAreWrittenOnRequest() throws Exception {
        JsonNode json = json(fit(HELD + " --metrics --tail --trim-grid --json"));
        assertThat(json.at("/metrics/tail_alpha").asDouble())
                .isEqualTo(json.at("/tail/alpha").asDouble());
        assertThat(json.at("/tail/shapes").size()).isEqualTo(4);
        assertThat(json.at("/tail/p").isNull()).isTrue();
        assertThat(json.get("trim_grid").size()).isEqualTo(49);
        assertThat(json.at("/trim_grid/0/parameters/kappa").asDouble())
                .isCloseTo(json.at("/parameters/kappa").asDouble(), within(1e-9));
    }

    @Test
    void bootstrapGivesTheTailAPValue() throws Exception {
        assertThat(json(fit(HELD + " --tail --bootstrap 9 --json"))
                        .at("/tail/p")
                        .asDouble())
                .isBetween(0.1, 1.0);
    }

    @Test
    void vuongComparesEveryPairOfLaws() throws Exception {
        JsonNode json = json(fit(" --law all --fix gamma=0.5 --vuong --json"));
        double one = json.at("/0/vuong/" + json.at("/1/law").asText() + "/z").asDouble();
        double other = json.at("/1/vuong/" + json.at("/0/law").asText() + "/z").asDouble();
        assertThat(one).isCloseTo(-other, within(1e-9)).isNotZero();
    }

    @Test
    void fixedPointFitTellsItsTrace() throws Exception {
        JsonNode json = json(fit(HELD + " --objective fixed-point --json"));
        assertThat(json.at("/fixed_point/estimates").size()).isEqualTo(8);
        assertThat(json.at("/fixed_point/standard_error").asDouble()).isPositive();
        assertThat(json.at("/fixed_point/kappa").asDouble())
                .isCloseTo(json.at("/parameters/kappa").asDouble(), within(1e-6));
    }

    @Test
    void extrasAppearInTheTextToo() {
        assertThat(fit(HELD + " --metrics --tail").out()).contains("tail_count").contains("tail lognormal");
    }

    @Test
    void metricsComeUnderWeightWatchersNamesWhereverTheOptionStands() throws Exception {
        for (String order : List.of(" --metrics weightwatcher" + HELD, HELD + " --metrics=weightwatcher")) {
            JsonNode metrics = json(fit(order + " --json")).get("metrics");
            assertThat(keys(metrics))
                    .contains("num_pl_spikes", "weak_rank_loss")
                    .doesNotContain("tail_alpha");
        }
        assertThat(keys(json(fit(" --metrics" + HELD + " --json")).get("metrics")))
                .contains("tail_alpha");
    }

    @Test
    void namesOfMetricsThatNobodyHasAreRefused() {
        assertThat(fit(HELD + " --metrics=pytorch").err())
                .contains("'pytorch' is neither eigenscope nor weightwatcher");
    }

    @Test
    void tailStartsWhereItIsTold() throws Exception {
        JsonNode free = json(fit(" --tail" + HELD + " --json")).get("tail");
        double start = free.get("x_min").asDouble();
        JsonNode held = json(fit(" --tail xmin=" + start + HELD + " --json")).get("tail");
        assertThat(held.get("x_min").asDouble()).isEqualTo(start);
        assertThat(held.get("alpha").asDouble()).isCloseTo(free.get("alpha").asDouble(), within(1e-9));
        assertThat(held.get("D").asDouble()).isCloseTo(free.get("D").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xmin=0", "xmin=-1", "xmin=x", "xmin=NaN", "xmin=Infinity", "xmin="})
    void tailsThatCannotStartAreRefused(String start) {
        assertThat(fit(HELD + " --tail " + start).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tailAboveTheLargestEigenvalueCostsTheTailAloneAndSaysWhy() throws Exception {
        JsonNode json = json(fit(HELD + " --tail xmin=1e300 --json"));
        assertThat(json.get("tail").isNull()).isTrue();
        assertThat(json.get("warnings").toString())
                .contains("lie at or above x_min")
                .contains("smaller one");
    }
}
