package org.eigenscope.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureCommandTest {
    @TempDir
    private Path folder;

    private Path matrix;

    @BeforeEach
    void copyAMatrix() throws IOException {
        matrix = folder.resolve("layer.safetensors");
        Files.copy(Path.of("samples/digits_b20_s0.safetensors"), matrix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "png", "tex", "eigenscope"})
    void drawsTheSameAgainFromItsSessionByteForByte(String format) throws IOException {
        Path carrier = folder.resolve("carrier." + format);
        CommandLineRun first = CommandLineRun.of(
                "figure",
                matrix + "#fc2.weight",
                "--box",
                "--residuals",
                "-o",
                carrier.toString(),
                "-o",
                out("a.svg"),
                "-o",
                out("a.csv"));
        assertThat(first.err()).isEmpty();
        CommandLineRun again =
                CommandLineRun.of("figure", "--session", carrier.toString(), "-o", out("b.svg"), "-o", out("b.csv"));
        assertThat(again.err()).isEmpty();
        assertThat(folder.resolve("b.svg")).hasSameBinaryContentAs(folder.resolve("a.svg"));
        assertThat(folder.resolve("b.csv")).hasSameBinaryContentAs(folder.resolve("a.csv"));
    }

    @ParameterizedTest
    @CsvSource({"'2,1,0;1,-3,1;0,1,4', --as=weights", "'1,2,3;nan,1,1;4,1,2;0,5,1', --drop-nonfinite-rows"})
    void whatTheMatrixIsTakenForComesBackWithTheSession(String rows, String option) throws IOException {
        Path file = Files.writeString(folder.resolve("m.csv"), rows.replace(';', '\n') + "\n");
        CommandLineRun first = CommandLineRun.of(
                "figure", file.toString(), "--no-laws", option, "-o", out("a.svg"), "-o", out("a.csv"));
        assertThat(first.err()).isEmpty();
        CommandLineRun.of("figure", "--session", out("a.svg"), "-o", out("b.svg"), "-o", out("b.csv"));
        assertThat(folder.resolve("b.svg")).hasSameBinaryContentAs(folder.resolve("a.svg"));
        assertThat(folder.resolve("b.csv")).hasSameBinaryContentAs(folder.resolve("a.csv"));
        assertThat(Files.readAllLines(folder.resolve("b.csv")))
                .as("three positive eigenvalues under the option")
                .filteredOn(line -> line.startsWith("1,eigenvalue,"))
                .hasSize(3);
    }

    @Test
    void csvHoldsBinsCurvesAndEveryEigenvalue() throws IOException {
        CommandLineRun.of("figure", matrix + "#fc2.weight", "--laws", "mp", "-o", out("a.csv"));
        assertThat(folder.resolve("a.csv"))
                .content()
                .startsWith("panel,kind,series,x,y,lower,upper\n1,bin,eigenvalues,");
        assertThat(Files.readAllLines(folder.resolve("a.csv")))
                .filteredOn(line -> line.startsWith("1,eigenvalue,"))
                .hasSize(200);
    }

    @Test
    void charactersThatNoFontHasAreNamedOnceAndKeptInTheFile() {
        CommandLineRun run = CommandLineRun.of(
                "figure", matrix + "#fc2.weight", "--title", "层 → ℝ", "-o", out("a.svg"), "-o", out("a.tex"));
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("eigenscope: The fonts of figures lack 层 (U+5C42); boxes or question marks may stand for"
                        + " them.\n");
        assertThat(folder.resolve("a.svg")).content().contains(">层");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--x-range 0:1 | --x-range: range 0:1 has no place on a logarithmic axis, whose ends lie above 0",
                "--y-range -1:1 | --y-range: range -1:1 has no place on a logarithmic axis, whose ends lie above 0",
                "--x-range 1e-320:1e-310 | --x-range: range 1e-320:1e-310 leaves what axes can show, from 1e-300 to 1e300",
                "--x-range 1e300:1e308 | --x-range: range 1e300:1e308 leaves what axes can show, from 1e-300 to 1e300",
                "--axes linear --x-range 3:3.000000000001 | --x-range: range 3:3.000000000001 is too narrow for ticks",
                "--x-range 1:1 | --x-range: '1:1' is no range A:B with A < B",
                "--x-range NaN:1 | --x-range: 'NaN:1' is no range A:B with A < B",
                "--x-range 0:Infinity | --x-range: '0:Infinity' is no range A:B with A < B",
                "--width 1e9 | width of 1e9 in is outside 0.8 to 40 in",
                "--width wide | --width: 'wide' is no number",
                "--width 2d | --width: '2d' is no number",
                "--bins 2.5 | --bins: '2.5' is no whole number",
                "--bins 99999999999 | --bins: '99999999999' is too large a number",
                "--estimate kappa --at abc | --at: 'abc' is no number",
                "--estimate kappa --at NaN | --at: NaN has no place on the abscissa, which is logarithmic",
                "--estimate kappa --at -5 | --at: -5 has no place on the abscissa, which is logarithmic",
                "--estimate kappa --axes linear --at 1e305 | --at: 1e305 has no place on the abscissa"
            })
    void valueThatCannotBeDrawnIsRefusedInTheWordsOfWhoTypedIt(String options, String sentence) {
        List<String> args = new ArrayList<>(List.of("figure", matrix + "#fc2.weight", "-o", out("a.svg")));
        args.addAll(List.of(options.split(" ")));
        CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("eigenscope: " + sentence);
        assertThat(folder.resolve("a.svg")).doesNotExist();
    }

    @Test
    void estimateStandsAtAnAbscissaThatIsHardlyAnywhere() {
        for (String at : List.of("1e-320", "0", "1e290")) {
            CommandLineRun run = CommandLineRun.of(
                    "figure",
                    matrix + "#fc2.weight",
                    "-o",
                    out("a.svg"),
                    "--estimate",
                    "kappa",
                    "--axes",
                    "linear",
                    "--at",
                    at);
            assertThat(run.code()).as(at + run.err()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first.svg | first.svg is named twice",
                "./first.svg | first.svg is named twice",
                "a.gif | may be .pdf, .svg, .png, .tex, .csv, .json, .eigenscope.",
                "nowhere/a.svg | there is no folder",
                "nowhere/a.eigenscope | there is no folder",
                "huge.png | pixels is too large"
            })
    void whateverIsRefusedIsRefusedBeforeTheFirstFileIsWritten(String second, String sentence) {
        for (String first : List.of("first.svg", "first.eigenscope")) {
            CommandLineRun run = CommandLineRun.of(
                    "figure",
                    matrix + "#fc2.weight",
                    "--no-laws",
                    "--width=40",
                    "--height=40",
                    "--dpi=2400",
                    "-o",
                    out(first),
                    "-o",
                    out(second.replace("first.svg", first)));
            assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(run.err()).contains(sentence.replace("first.svg", first));
            assertThat(folder.toFile().list()).containsExactly("layer.safetensors");
        }
    }

    @Test
    void whatIsDrawnIsNotWrittenOver() throws IOException {
        Path table = Files.writeString(folder.resolve("m.csv"), "2,1\n1,3\n");
        CommandLineRun run =
                CommandLineRun.of("figure", table.toString(), "--no-laws", "-o", out("a.svg"), "-o", out("m.csv"));
        assertThat(run.err()).contains("m.csv is what the figure is drawn from");
        assertThat(table).hasContent("2,1\n1,3");
        assertThat(CommandLineRun.of("figure", table.toString(), "--no-laws", "-o", out("a.svg"))
                        .code())
                .isZero();
        CommandLineRun again =
                CommandLineRun.of("figure", "--session", out("a.svg"), "-o", out("b.svg"), "-o", out("m.csv"));
        assertThat(again.err()).contains("m.csv is what the figure is drawn from");
        assertThat(folder.resolve("b.svg")).doesNotExist();
    }

    @Test
    void captionGoesToStdout() {
        CommandLineRun run = CommandLineRun.of(
                "figure", matrix + "#fc2.weight", "--laws", "inverse-gamma", "--caption", "-o", out("a.svg"));
        assertThat(run.out()).contains("inverse Gamma fitted by likelihood to n = 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratio", "excess", "kappa-range"})
    void drawsAllExtrasAgainByteForByte(String strip) throws IOException {
        Path other = Files.copy(Path.of("samples/digits_b5_s0.safetensors"), folder.resolve("other.safetensors"));
        CommandLineRun first = CommandLineRun.of(
                "figure",
                matrix + "#fc2.weight",
                "--laws=inverse-htmp,lognormal",
                "--limits",
                "--shuffle-entries=7",
                "--ghost=" + other + "#fc2.weight",
                "--spikes",
                "--strip=" + strip,
                "-o",
                out("a.svg"),
                "-o",
                out("a.csv"));
        assertThat(first.err()).isEmpty();
        CommandLineRun.of("figure", "--session", out("a.svg"), "-o", out("b.svg"), "-o", out("b.csv"));
        assertThat(folder.resolve("b.svg")).hasSameBinaryContentAs(folder.resolve("a.svg"));
        assertThat(folder.resolve("b.csv")).hasSameBinaryContentAs(folder.resolve("a.csv"));
        assertThat(folder.resolve("a.csv"))
                .content()
                .contains("1,curve,\"entries permuted, seed 7\"", "1,curve,other.safetensors#fc2.weight")
                .contains("1,eigenvalue,other.safetensors#fc2.weight", "1,guide,\"MP edge, 16 spikes\"")
                .contains("1,curve,lognormal,", "1,curve,inverse MP (κ = ∞),")
                .contains(strip.equals("ratio") ? "1,residual," : "1,strip,");
    }

    @Test
    void residualsAreTheStripOfRatios() throws IOException {
        CommandLineRun.of("figure", matrix + "#fc2.weight", "--residuals", "-o", out("a.svg"));
        CommandLineRun.of("figure", matrix + "#fc2.weight", "--strip=ratio", "-o", out("b.svg"));
        assertThat(folder.resolve("b.svg")).hasSameBinaryContentAs(folder.resolve("a.svg"));
    }

    @ParameterizedTest
    @CsvSource({
        "--strip=kappa-range, has no κ",
        "--spikes, has no Marchenko–Pastur edge",
        "--ghost=nowhere.npy, nowhere.npy"
    })
    void extrasThatCannotBeDrawnAreRefused(String option, String sentence) throws IOException {
        Path symmetric =
                Files.writeString(folder.resolve("m.csv"), "2,1,0,0,0\n1,3,1,0,0\n0,1,4,1,0\n0,0,1,6,1\n0,0,0,1,9\n");
        CommandLineRun run =
                CommandLineRun.of("figure", symmetric.toString(), "--laws=lognormal", option, "-o", out("a.svg"));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(sentence);
        assertThat(folder.resolve("a.svg")).doesNotExist();
    }

    @Test
    void changedInputIsRefusedWithASentence() throws IOException {
        CommandLineRun.of("figure", matrix + "#fc2.weight", "--no-laws", "-o", out("a.svg"));
        byte[] bytes = Files.readAllBytes(matrix);
        bytes[bytes.length - 1] ^= 1;
        Files.write(matrix, bytes);
        CommandLineRun run = CommandLineRun.of("figure", "--session", out("a.svg"), "-o", out("b.svg"));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("layer.safetensors has changed since the session was saved");
        assertThat(folder.resolve("b.svg")).doesNotExist();
    }

    @Test
    void missingInputIsRefusedWithASentence() throws IOException {
        CommandLineRun.of("figure", matrix + "#fc2.weight", "--no-laws", "-o", out("a.svg"));
        Files.delete(matrix);
        CommandLineRun run = CommandLineRun.of("figure", "--session", out("a.svg"), "-o", out("b.svg"));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("The session needs", "layer.safetensors, which is not there");
    }

    @Test
    void inputIsFoundBesideTheSessionWhenBothMoved() throws IOException {
        CommandLineRun.of("figure", matrix + "#fc2.weight", "--no-laws", "-o", out("a.svg"));
        Path other = Files.createDirectory(folder.resolve("moved"));
        Files.move(matrix, other.resolve("layer.safetensors"));
        Files.move(folder.resolve("a.svg"), other.resolve("a.svg"));
        CommandLineRun run =
                CommandLineRun.of("figure", "--session", other.resolve("a.svg").toString(), "-o", out("b.svg"));
        assertThat(run.err()).isEmpty();
        assertThat(folder.resolve("b.svg")).hasSameBinaryContentAs(other.resolve("a.svg"));
    }

    @Test
    void pictureWithoutSessionIsRefused() throws IOException {
        Path plain = folder.resolve("plain.svg");
        Files.writeString(plain, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        CommandLineRun run = CommandLineRun.of("figure", "--session", plain.toString(), "-o", out("b.svg"));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("plain.svg holds no session");
    }

    @Test
    void unwritablePlaceIsRefusedAndNothingIsLeft() {
        String nowhere = folder.resolve("no/such/place.pdf").toString();
        CommandLineRun run = CommandLineRun.of("figure", matrix + "#fc2.weight", "--no-laws", "-o", nowhere);
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("cannot be written: there is no folder");
        assertThat(folder.toFile().list()).containsExactly("layer.safetensors");
    }

    @Test
    void unknownEndingIsRefusedBeforeAnythingIsRead() {
        CommandLineRun run = CommandLineRun.of("figure", "no-such-file.npy", "-o", out("a.doc"));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("The format of", ".pdf, .svg, .png, .tex, .csv, .json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--width=1e9:width of 1e9 in is outside",
                "--height=0:height of 0 in is outside",
                "--width=NaN:width of NaN in is outside",
                "--dpi=0:0 dpi is outside",
                "--preset=ieeee:'ieeee' is none of",
                "--view=pie:--view pie is none of ccdf, density, ecdf",
                "--x-scale=pie:--x-scale pie is none of linear, log, symlog",
                "--columns=7:--columns = 7 is outside 1 to 1",
                "--x-range=5 to 3:is no range A:B",
                "--kappa=2 --laws=inverse-gamma:--kappa is no parameter of the laws drawn",
                "--strip=pie:'pie' is none of none, ratio, excess, kappa-range",
                "--strip=excess --residuals:both say what stands below",
                "--overlay --spikes:go with a panel for each spectrum",
                "--estimate=kappa:--estimate needs --at with a value for each of the 1 files",
            })
    void senselessOptionIsAUsageError(String optionAndSentence) {
        int split = optionAndSentence.indexOf(':');
        String[] options = optionAndSentence.substring(0, split).split(" (?=--)", -1);
        String[] arguments = new String[options.length + 4];
        arguments[0] = "figure";
        arguments[1] = matrix + "#fc2.weight";
        System.arraycopy(options, 0, arguments, 2, options.length);
        arguments[options.length + 2] = "-o";
        arguments[options.length + 3] = out("a.svg");
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(optionAndSentence.substring(split + 1));
        assertThat(folder.resolve("a.svg")).doesNotExist();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void negativeEigenvaluesThatALogarithmicAbscissaLeavesOutAreSaid() throws Exception {
        Path matrix = Files.writeString(folder.resolve("signed.csv"), "1,2,0\n2,-3,1\n0,1,2\n");
        String out = folder.resolve("signed.svg").toString();
        CommandLineRun log = CommandLineRun.of("figure", matrix.toString(), "--no-laws", "-o", out);
        assertThat(log.code()).as(log.err()).isZero();
        assertThat(log.err())
                .contains("signed.csv: 1 negative of 3 eigenvalues are not shown; heights are relative to all 3.");
        CommandLineRun linear =
                CommandLineRun.of("figure", matrix.toString(), "--no-laws", "--axes", "linear", "-o", out);
        assertThat(linear.err()).doesNotContain("not shown");
    }
}
