package org.eigenscope.cli.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.study.statistic.StatisticReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrelateCommandTest {
    @TempDir
    private Path folder;

    private Path table;

    /** The columns whose coefficients scipy computed, with a role and a run. */
    @BeforeEach
    void writeTable() throws IOException {
        JsonNode expected = StatisticReference.read();
        double[] x = StatisticReference.numbers(expected.get("columns").get("x"));
        double[] y = StatisticReference.numbers(expected.get("columns").get("y"));
        StringBuilder text = new StringBuilder("run,role,kappa,accuracy,law\n");
        for (int i = 0; i < x.length; i++) {
            text.append("r" + i % 10 + "," + (i % 2 == 0 ? "q" : "k") + "," + x[i] + "," + y[i] + ",htmp\n");
        }
        table = Files.writeString(folder.resolve("rows.csv"), text);
    }

    @Test
    void coefficientsOfATableAreScipys() throws IOException {
        CommandLineRun run = run("--json");
        JsonNode all = new ObjectMapper().readTree(run.out()).get("all");
        JsonNode expected = StatisticReference.read().get("coefficients");
        for (String name : List.of("spearman", "kendall_tau_b", "pearson")) {
            assertThat(all.get(name).get("value").asDouble())
                    .isCloseTo(expected.get(name).asDouble(), within(1e-12));
        }
        assertThat(all.get("clusters").asInt()).isEqualTo(10);
    }

    @Test
    void groupsComeBeforeAllRows() {
        CommandLineRun run = run("--by", "role");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(10);
        assertThat(run.lines().get(1)).startsWith("q  ").contains("spearman", " 30 ");
        assertThat(run.lines().get(7)).startsWith("all").contains(" 60 ");
    }

    @Test
    void onlyRowsThatFitAreTaken() throws IOException {
        CommandLineRun one = run("--where", "role=q", "--json");
        JsonNode all = new ObjectMapper().readTree(one.out()).get("all");
        assertThat(all.get("rows").asInt()).isEqualTo(30);
        assertThat(run("--by", "role").lines().get(1))
                .startsWith("q")
                .contains(String.format(
                        Locale.ROOT, "%.4f", all.get("spearman").get("value").asDouble()));
        assertThat(run("--where", "run=r[0-4]", "--where", "role=k").lines().get(1))
                .contains(" 12 ");
    }

    @Test
    void conditionsThatNothingFitsOrThatAreNoneAreRefused() {
        assertThat(run("--where", "role=v").code()).isEqualTo(3);
        assertThat(run("--where", "role").code()).isEqualTo(2);
        assertThat(run("--where", "rule=q").err()).contains("has no column 'rule'");
    }

    @Test
    void columnThatIsNotThereIsSaidWithThoseThatAre() {
        CommandLineRun run = CommandLineRun.of("correlate", table.toString(), "--x", "kapa", "--y", "accuracy");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("has no column 'kapa'; it has run, role, kappa");
    }

    @Test
    void columnOfTextHasNoCorrelation() {
        CommandLineRun run = CommandLineRun.of("correlate", table.toString(), "--x", "role", "--y", "accuracy");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("Only 0 rows have both");
    }

    @Test
    void kappaOfTwoLawsIsWarnedOf() throws IOException {
        Files.writeString(table, Files.readString(table).replaceFirst(",htmp", ",inverse-htmp"));
        assertThat(run("--json").err()).contains("kappa of different laws");
        assertThat(run("--by", "law").err()).doesNotContain("different laws");
    }

    private CommandLineRun run(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "correlate",
                table.toString(),
                "--x",
                "kappa",
                "--y",
                "accuracy",
                "--bootstrap",
                "99",
                "--permutations",
                "99"));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }
}
