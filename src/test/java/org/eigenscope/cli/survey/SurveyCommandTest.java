package org.eigenscope.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyCommandTest {
    private static final String DESIGNED =
            "source,tensor,run,step,depth,block,role,rows,columns,dtype,rule,gamma,n,zeros,negatives,"
                    + "law,kappa,kappa_low,kappa_high,scale,tau,tail_exponent,log_likelihood,ks,best_law,delta_aic,alpha_pl,xmin,d,"
                    + "tail_n,spikes,stable_rank,spectral_norm,frobenius_norm,entropy,phase,warnings,skipped,milliseconds";

    @TempDir
    private Path folder;

    @Test
    void rowsAreCsvWithTheStableColumnsFirstAndAttributesLast() throws IOException {
        table("net_b32_s1.csv", 12, 16, 1);
        CommandLineRun run = CommandLineRun.of("survey", file("net_b32_s1.csv"), "--law", "gamma");
        assertThat(run.code()).isZero();
        assertThat(run.lines().get(0)).startsWith(DESIGNED + ",").endsWith(",batch_size,seed");
        assertThat(run.lines().get(1)).endsWith(",32,1");
        assertThat(run.err()).contains("1 row: 1 computed, 0 found in the study, 0 equal to others, 0 failed.");
    }

    @Test
    void jsonLinesHoldNumbersAsNumbers() throws IOException {
        table("a.csv", 12, 16, 1);
        CommandLineRun run = CommandLineRun.of("survey", file("a.csv"), "--law", "gamma", "--format", "jsonl");
        JsonNode row = new ObjectMapper().readTree(run.lines().get(0));
        assertThat(row.get("n").isInt()).isTrue();
        assertThat(row.get("stable_rank").isDouble()).isTrue();
        assertThat(row.get("kappa").isNull()).isTrue();
        assertThat(row.get("law").asText()).isEqualTo("gamma");
    }

    @Test
    void failuresAreCountedAndStrictMakesThemTheExitCode() throws IOException {
        table("a.csv", 12, 16, 1);
        Files.writeString(folder.resolve("b.safetensors"), "no such thing");
        CommandLineRun run =
                CommandLineRun.of("survey", file("a.csv"), file("b.safetensors"), "--law", "gamma", "--format", "json");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("1 failed.");
        assertThat(new ObjectMapper().readTree(run.out()).get(1).get("skipped").asText())
                .contains("b.safetensors");
        assertThat(CommandLineRun.of("survey", file("a.csv"), file("b.safetensors"), "--law", "gamma", "--strict")
                        .code())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FILE --shard 3/2",
                "FILE --shard 0/2",
                "FILE --farms 1x5",
                "FILE --farms wide",
                "FILE --min-n 1",
                "FILE --jobs 0",
                "FILE --bootstrap -1",
                "FILE -o rows.xml",
                "--merge other.eigenstudy"
            })
    void nonsenseIsAUsageError(String line) throws IOException {
        table("a.csv", 12, 16, 1);
        List<String> args = new ArrayList<>(List.of("survey"));
        Arrays.stream(line.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("FILE") ? file("a.csv") : word)
                .forEach(args::add);
        CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
    }

    @Test
    void whatIsReadIsNotWrittenOver() throws IOException {
        table("a.csv", 12, 16, 1);
        String before = Files.readString(folder.resolve("a.csv"));
        assertThat(CommandLineRun.of("survey", file("a.csv"), "-o", file("a.csv"))
                        .code())
                .isEqualTo(3);
        assertThat(folder.resolve("a.csv")).hasContent(before);
    }

    @Test
    void fileThatIsNoStudyIsLeftAlone() throws IOException {
        table("a.csv", 12, 16, 1);
        Files.writeString(folder.resolve("thesis.eigenstudy"), "a thesis");
        CommandLineRun run = CommandLineRun.of("survey", file("a.csv"), "--study", file("thesis.eigenstudy"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is no study of this program");
        assertThat(folder.resolve("thesis.eigenstudy")).hasContent("a thesis");
    }

    @Test
    void shardsAreMergedIntoOneStudy() throws IOException {
        for (int i = 0; i < 3; i++) {
            table("m" + i + ".csv", 12, 16, i);
        }
        for (String shard : List.of("1/2", "2/2")) {
            CommandLineRun.of(
                    "survey",
                    file("m0.csv"),
                    file("m1.csv"),
                    file("m2.csv"),
                    "--law",
                    "gamma",
                    "--shard",
                    shard,
                    "--study",
                    file("s" + shard.charAt(0) + ".eigenstudy"));
        }
        CommandLineRun merged = CommandLineRun.of(
                "survey",
                "--merge",
                file("s1.eigenstudy"),
                "--merge",
                file("s2.eigenstudy"),
                "--study",
                file("all.eigenstudy"));
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(merged.lines()).hasSize(4);
    }

    @Test
    void surveyThatIsKilledGoesOnAndEndsTheSame() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            table("m" + i + ".csv", 30, 40, i);
            names.add(file("m" + i + ".csv"));
        }
        List<String> survey =
                new ArrayList<>(List.of("survey", "--study", file("killed.eigenstudy"), "--solver", "ejml"));
        survey.addAll(names);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.eigenscope.Launcher"));
        command.addAll(survey);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader rows =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            rows.readLine();
            assertThat(rows.readLine()).as("the first row").isNotNull();
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        int kept = rows("killed.eigenstudy").size();
        assertThat(kept).as("rows that were whole").isBetween(1, 7);
        CommandLineRun rest = CommandLineRun.of(survey.toArray(String[]::new));
        assertThat(rest.err()).contains(8 - kept + " computed, " + kept + " found");
        survey.set(2, file("whole.eigenstudy"));
        CommandLineRun.of(survey.toArray(String[]::new));
        assertThat(rows("killed.eigenstudy")).containsExactlyInAnyOrderElementsOf(rows("whole.eigenstudy"));
    }

    /** The cells of a study's rows but for the time that they took. */
    private List<Map<Column, Object>> rows(String study) throws Exception {
        try (StudyStore store = StudyStore.openToRead(folder.resolve(study))) {
            return store.rows().stream()
                    .map(StudyRow::cells)
                    .map(cells -> cells.values().entrySet().stream()
                            .filter(cell -> cell.getKey() != Column.MILLISECONDS)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .toList();
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void table(String name, int rows, int columns, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                text.append(column == 0 ? "" : ",").append(random.nextGaussian());
            }
            text.append('\n');
        }
        Files.writeString(folder.resolve(name), text);
    }
}
