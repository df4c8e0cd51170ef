package org.eigenscope.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fit says of its own doubts, from a shell. */
class FitTruthTest {
    private static final String FIXED_POINT = "--law htmp --fix gamma=0.5 --fix tau=0 --objective fixed-point";

    private static String uniform() {
        return new SplittableRandom(3)
                .doubles(100, 1, 2)
                .mapToObj(Double::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String sample() {
        return CommandLineRun.of("sample --law htmp --kappa 2 --gamma 0.5 --n 80 --seed 3".split(" "))
                .out();
    }

    private static CommandLineRun fit(String eigenvalues, String options) {
        return CommandLineRun.withInput(eigenvalues, ("fit --eigenvalues - " + options).split(" "));
    }

    private static JsonNode json(CommandLineRun run) throws Exception {
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void misfitIsInTheJsonWithoutMetrics() throws Exception {
        JsonNode json = json(fit(uniform(), "--law htmp --fix gamma=0.5 --json"));
        JsonNode misfit = json.get("misfit");

        assertThat(misfit.get("present").asBoolean()).isTrue();
        assertThat(misfit.get("sqrt_n_D").asDouble())
                .isCloseTo(10 * json.get("ks").asDouble(), within(1e-9))
                .isGreaterThan(misfit.get("threshold").asDouble());
        assertThat(misfit.get("at").asDouble()).isBetween(1.0, 2.0);
        assertThat(json.get("warnings").get(0).asText()).startsWith("The law misses the spectrum");
        assertThat(json.get("interval_condition").asText()).contains("speaks against");
    }

    @Test
    void fitOfItsOwnLawIsNoMisfitAndItsIntervalsAreConditional() throws Exception {
        JsonNode json = json(fit(sample(), "--law htmp --fix gamma=0.5 --json"));

        assertThat(json.at("/misfit/present").asBoolean()).isFalse();
        assertThat(json.get("interval_condition").asText()).isEqualTo("the law holds");
    }

    @Test
    void textSaysMisfitAndThatIntervalsHoldIfTheLawDoes() {
        assertThat(fit(uniform(), "--law htmp --fix gamma=0.5").out())
                .contains("warning: The law misses the spectrum")
                .contains("if the law held");
        assertThat(fit(sample(), "--law htmp --fix gamma=0.5").out())
                .contains("if the law holds")
                .doesNotContain("misses");
    }

    @Test
    void pathsOfTheIterationAreWrittenToAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("trace.csv");
        JsonNode json = json(
                fit(sample(), FIXED_POINT + " --iteration-seeds 2 --seed 5 --iteration-trace " + file + " --json"));
        List<String> lines = Files.readAllLines(file);
        List<Double> kappas = lines.stream()
                .filter(line -> line.startsWith("htmp,1,"))
                .map(line -> Double.parseDouble(line.split(",")[3]))
                .toList();

        assertThat(lines.get(0)).isEqualTo("law,seed,step,kappa,gamma,scale,tau");
        assertThat(lines.get(1)).startsWith("htmp,1,1,");
        assertThat(lines.get(lines.size() - 1)).startsWith("htmp,2,");
        JsonNode path = json.at("/fixed_point/paths/0");
        assertThat(kappas).hasSize(path.size());
        assertThat(kappas.get(kappas.size() - 1))
                .isEqualTo(path.get(path.size() - 1).asDouble());
        assertThat(json.at("/fixed_point/seeds_agree").asBoolean()).isTrue();
        assertThat(json.at("/fixed_point/estimates")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--law htmp --iteration-seeds 4",
                "--law htmp --iteration-trace trace.csv",
                FIXED_POINT + " --iteration-seeds 1",
                FIXED_POINT + " --iteration-trace no/such/folder/trace.csv"
            })
    void optionsOfTheIterationThatMakeNoSenseAreUsageErrors(String options) {
        assertThat(fit(sample(), options).code()).isEqualTo(ExitCode.USAGE);
    }
}
