package org.eigenscope.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFigureCommandTest {
    @TempDir
    private static Path folder;

    private static Path study;

    @BeforeAll
    static void surveyThreeFiles() {
        study = folder.resolve("small.eigenstudy");
        CommandLineRun run = survey("digits_b100_s0", "digits_b100_s1", "digits_b20_s0");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
    }

    private static CommandLineRun survey(String... names) {
        String[] words = new String[names.length + 7];
        words[0] = "survey";
        for (int i = 0; i < names.length; i++) {
            words[i + 1] = Path.of("samples", names[i] + ".safetensors")
                    .toAbsolutePath()
                    .toString();
        }
        int at = names.length + 1;
        words[at] = "--study";
        words[at + 1] = study.toString();
        words[at + 2] = "--match";
        words[at + 3] = "fc3.weight";
        words[at + 4] = "--law";
        words[at + 5] = "htmp";
        return CommandLineRun.of(words);
    }

    private static String out(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "png", "tex", "eigenscope"})
    void drawsTheSameAgainFromThePictureAndTheStudy(String format) throws IOException {
        CommandLineRun first = CommandLineRun.of(
                "figure",
                "--study",
                study.toString(),
                "--plot",
                "series",
                "--x",
                "batch_size",
                "--title",
                "<a> & $x_1$ \\%",
                "-o",
                out("carrier." + format),
                "-o",
                out("a.svg"),
                "-o",
                out("a.csv"));
        assertThat(first.err()).isEmpty();
        CommandLineRun again = CommandLineRun.of(
                "figure", "--session", out("carrier." + format), "-o", out("b.svg"), "-o", out("b.csv"));
        assertThat(again.err()).isEmpty();
        assertThat(folder.resolve("b.svg")).hasSameBinaryContentAs(folder.resolve("a.svg"));
        assertThat(folder.resolve("b.csv")).hasSameBinaryContentAs(folder.resolve("a.csv"));
    }

    @Test
    void filterAndSettingsAreInThePicture() throws IOException {
        CommandLineRun first = CommandLineRun.of(
                "figure",
                "--study",
                study.toString(),
                "--filter",
                "fc3 batch_size=100",
                "--fit",
                "law=htmp;*",
                "--convention",
                "normalize=*",
                "-o",
                out("filtered.svg"),
                "-o",
                out("filtered.csv"));
        assertThat(first.err()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("filtered.csv"))).hasSize(1 + 2);
        CommandLineRun again =
                CommandLineRun.of("figure", "--session", out("filtered.svg"), "-o", out("filtered-again.svg"));
        assertThat(again.err()).isEmpty();
        assertThat(folder.resolve("filtered-again.svg")).hasSameBinaryContentAs(folder.resolve("filtered.svg"));
    }

    @Test
    void csvHoldsThePlottedRowsWithTheirKeys() throws IOException {
        CommandLineRun.of(
                "figure",
                "--study",
                study.toString(),
                "--where",
                "batch_size=100",
                "--group",
                "seed",
                "-o",
                out("r.csv"));
        assertThat(Files.readAllLines(folder.resolve("r.csv")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("source,tensor,content,convention,options,group,x,");
    }

    @ParameterizedTest
    @CsvSource({
        "--where, batch_size=7, No row of small.eigenstudy fits the selection",
        "--filter, kappa<, lacks a number",
        "--at-step, 100, has no rows of several steps or epochs",
        "--fit, law=gamma*, has no row whose settings fit",
        "--y, kapa, no column or attribute 'kapa'",
        "--layer, fc9, No row of small.eigenstudy fits",
        "--y, dataset, it holds text"
    })
    void whatCannotBeShownIsASentence(String option, String value, String sentence) {
        CommandLineRun run =
                CommandLineRun.of("figure", "--study", study.toString(), option, value, "-o", out("none.svg"));
        assertThat(run.code()).isNotEqualTo(ExitCode.OK);
        assertThat(run.err()).contains(sentence).doesNotContain("Exception");
        assertThat(folder.resolve("none.svg")).doesNotExist();
    }

    @Test
    void refusesToDrawAgainWhatHasChangedAndSaysHowManyRows() throws IOException {
        Path changed = folder.resolve("changed.eigenstudy");
        Files.copy(study, changed);
        CommandLineRun.of("figure", "--study", changed.toString(), "-o", out("old.svg"));
        CommandLineRun run = CommandLineRun.of(
                "survey",
                Path.of("samples/digits_b20_s1.safetensors").toAbsolutePath().toString(),
                "--study",
                changed.toString(),
                "--match",
                "fc3.weight",
                "--law",
                "htmp");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        CommandLineRun again = CommandLineRun.of("figure", "--session", out("old.svg"), "-o", out("new.svg"));
        assertThat(again.code()).isNotEqualTo(ExitCode.OK);
        assertThat(again.err())
                .contains("has changed", "of its 3 rows, 0 are not there any more or different, and 1 is new");
        assertThat(folder.resolve("new.svg")).doesNotExist();
    }

    @Test
    void aDamagedStudyIsASentence() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.eigenstudy"), "no database".repeat(100));
        CommandLineRun run = CommandLineRun.of("figure", "--study", damaged.toString(), "-o", out("none.svg"));
        assertThat(run.code()).isNotEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("damaged.eigenstudy").doesNotContain("Exception");
    }

    @Test
    void optionsOfSpectraDoNotGoWithAStudy() {
        CommandLineRun run =
                CommandLineRun.of("figure", "--study", study.toString(), "--overlay", "-o", out("none.svg"));
        assertThat(run.err()).contains("--study goes with --axes");
    }

    @Test
    void jsonHoldsFitsAndIsRefused() {
        CommandLineRun run = CommandLineRun.of("figure", "--study", study.toString(), "-o", out("x.json"));
        assertThat(run.err()).contains("has no fit for .json");
    }
}
