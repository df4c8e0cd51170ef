package org.eigenscope.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.fit.Objective;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked of {@code fit}, it answers with numbers or with a sentence. */
class EveryFitTest {
    private static final int BAD_INPUT = 3;
    private static final int NO_CONVERGENCE = 4;

    private static String sample() throws Exception {
        double[] values = BetaLaguerreSampler.of(LawFamily.INVERSE_HTMP, ParameterSet.ofHtmp(3, 0.5, 1, 0.1), 24)
                .sample(new SplittableRandom(1));
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining("\n"));
    }

    private static CommandLineRun fit(String eigenvalues, String options) {
        return CommandLineRun.withInput(eigenvalues, ("fit --eigenvalues - --json " + options).split(" "));
    }

    private static void requireNumbers(JsonNode fit, String what) {
        assertThat(fit.get("parameters"))
                .as(what)
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.isNumber()).isTrue());
        for (String field : new String[] {"log_likelihood", "aic", "bic", "ks"}) {
            assertThat(fit.get(field).isNumber()).as(what + " " + field).isTrue();
        }
    }

    private static void requireAnswer(CommandLineRun run, String what) throws Exception {
        if (run.code() == 0) {
            JsonNode json = new ObjectMapper().readTree(run.out());
            (json.isArray() ? json : new ObjectMapper().createArrayNode().add(json))
                    .forEach(fit -> requireNumbers(fit, what));
        } else {
            assertThat(run.code()).as(what + ": " + run.err()).isIn(BAD_INPUT, NO_CONVERGENCE);
            assertThat(run.err().strip()).as(what).endsWith(".").doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @MethodSource("objectivesAndTrims")
    void everyLawByEveryObjectiveAndTrimGivesNumbers(Objective objective, int bottom, int top) throws Exception {
        for (LawFamily family : LawFamily.values()) {
            String options = "--law " + family.id() + " --objective " + objective.id() + " --trim-bottom " + bottom
                    + " --trim-top " + top
                    + (family.parameters().contains(Parameter.GAMMA) ? " --fix gamma=0.5" : "");
            CommandLineRun run = fit(sample(), options);

            boolean hasKappa = family == LawFamily.HTMP || family == LawFamily.INVERSE_HTMP;
            assertThat(run.code())
                    .as(options + ": " + run.err())
                    .isEqualTo(objective == Objective.FIXED_POINT && !hasKappa ? BAD_INPUT : 0);
            requireAnswer(run, options);
        }
    }

    static Stream<Arguments> objectivesAndTrims() {
        return Stream.of(Objective.values())
                .flatMap(objective -> Stream.of(Arguments.of(objective, 0, 0), Arguments.of(objective, 3, 4)));
    }

    private static String ones(int count) {
        return IntStream.range(0, count).mapToObj(i -> "1").collect(Collectors.joining("\n"));
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of("four positive", "1\n2\n3\n4", ""),
                Arguments.of("all equal", ones(30), ""),
                Arguments.of("four distinct", "1\n1\n2\n2\n3\n4\n4", ""),
                Arguments.of("one dominates", "1\n1.1\n1.2\n1.3\n1.4\n1.5\n1e12", ""),
                Arguments.of("one dominates everything", "1\n1.1\n1.2\n1.3\n1.4\n1.5\n1e300", ""),
                Arguments.of("zeros only", "0\n0\n0\n0\n0\n0", ""),
                Arguments.of("negative only", "-1\n-2\n-3\n-4\n-5\n-6", ""),
                Arguments.of("a NaN", "1\n2\nNaN\n3\n4\n5\n6", ""),
                Arguments.of("an infinity", "1\n2\nInfinity\n3\n4\n5\n6", ""),
                Arguments.of("no number", "", ""),
                Arguments.of("a floor above", "1\n2\n3\n4\n5\n6\n7", " --fix tau=1.5"),
                Arguments.of("a floor on the smallest", "1\n2\n3\n4\n5\n6\n7", " --fix tau=1"),
                Arguments.of("x_min above", "1\n2\n3\n4\n5\n6\n7", " --fix xmin=1.5"),
                Arguments.of("trims that leave nothing", "1\n2\n3\n4\n5\n6\n7", " --trim-top 5"),
                Arguments.of("a tie that leaves a point", "1\n2\n3\n4\n5\n6\n700", " --tie scale=mean --bootstrap 5"),
                Arguments.of("a mean that some laws do not have", "1\n2\n3\n4\n5\n6\n70", " --tie scale=mean"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void badInputIsASentenceOrAFitWithNumbers(String what, String eigenvalues, String options) throws Exception {
        requireAnswer(fit(eigenvalues, "--law all --fix gamma=0.5 --metrics" + options), what);
    }

    @Test
    void leagueOfATrimmedSampleWithEveryAdditionGivesNumbers() throws Exception {
        requireAnswer(
                fit(
                        sample(),
                        "--law all --fix gamma=0.5 --trim-bottom 2 --trim-top 2 --metrics --tail --vuong --bootstrap 3"),
                "league");
    }
}
