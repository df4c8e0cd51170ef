package org.eigenscope.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of a GOE matrix on a symmetric logarithmic abscissa. */
class SymmetricLogFigureTest {
    private static final int N = 60;

    @TempDir
    private Path folder;

    private Path matrix;

    @BeforeEach
    void drawAMatrix() throws IOException {
        Random random = new Random(1);
        double[][] entries = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                entries[i][j] = random.nextGaussian() * (i == j ? Math.sqrt(2.0 / N) : Math.sqrt(1.0 / N));
                entries[j][i] = entries[i][j];
            }
        }
        String text = IntStream.range(0, N)
                .mapToObj(i -> IntStream.range(0, N)
                        .mapToObj(j -> Double.toString(entries[i][j]))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        matrix = Files.writeString(folder.resolve("goe.csv"), text + "\n");
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private CommandLineRun draw(String output, String... more) {
        String[] first = {"figure", matrix.toString(), "--x-scale", "symlog", "--laws", "semicircle", "-o", out(output)
        };
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void noEigenvalueIsLeftOutAndTheCaptionSaysTheBins() {
        CommandLineRun run = draw("a.svg", "--caption");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("arsinh(λ/2c) with c = 0.100", "N = 60 eigenvalues", "Normalisation raw, λ;")
                .doesNotContain("left out", "λ = σ²");
    }

    @Test
    void barsOfTheNumbersHoldAllEigenvalues() throws IOException {
        assertThat(draw("a.csv").err()).isEmpty();
        List<String[]> bins = Files.readAllLines(folder.resolve("a.csv")).stream()
                .filter(line -> line.startsWith("1,bin,"))
                .map(line -> line.split(","))
                .toList();
        double mass = bins.stream()
                .mapToDouble(b -> Double.parseDouble(b[4]) * (Double.parseDouble(b[6]) - Double.parseDouble(b[5])))
                .sum();
        assertThat(mass).isCloseTo(1, within(1e-12));
        assertThat(Double.parseDouble(bins.get(0)[5])).isLessThan(-1.5);
    }

    @Test
    void theFigureComesBackFromItsSessionByteForByte() {
        draw("a.svg", "--x-threshold", "0.02", "--strip", "excess");
        CommandLineRun again = CommandLineRun.of("figure", "--session", out("a.svg"), "-o", out("b.svg"));
        assertThat(again.err()).isEmpty();
        assertThat(folder.resolve("b.svg")).hasSameBinaryContentAs(folder.resolve("a.svg"));
        assertThat(folder.resolve("a.svg")).content().containsPattern("threshold\\W+0\\.02");
    }

    @Test
    void pgfPlotsGetsCoordinatesAndTheLabelsOfEigenvalues() throws IOException {
        draw("a.tex");
        String tex = Files.readString(folder.resolve("a.tex"));
        assertThat(tex).contains("xmode=normal", "arsinh(x/2c)/ln 10 with c = 0.1");
        Matcher ticks =
                Pattern.compile("xtick=\\{([^}]*)}, xticklabels=\\{([^}]*)}").matcher(tex);
        assertThat(ticks.find()).isTrue();
        List<String> places = List.of(ticks.group(1).split(","));
        List<String> labels = List.of(ticks.group(2).split(","));
        int one = labels.indexOf("$1$");
        // T(1) = arsinh(5)/ln 10
        assertThat(Double.parseDouble(places.get(one))).isCloseTo(1.0042793, within(1e-6));
        assertThat(Double.parseDouble(places.get(labels.size() - 1 - one))).isCloseTo(-1.0042793, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--x-threshold=0 | --x-threshold: threshold 0 is outside [1e-290, 1e290]",
                "--x-threshold=NaN | --x-threshold: threshold NaN is outside",
                "--x-threshold=wide | --x-threshold: 'wide' is no number",
                "--x-range=-1e300:1 | --x-range: range -1e300:1 leaves what axes can show"
            })
    void whatTheAxisCannotBeIsAUsageError(String option, String sentence) {
        CommandLineRun run = draw("a.svg", option);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void aThresholdWithoutTheScaleIsAUsageError() {
        CommandLineRun run =
                CommandLineRun.of("figure", matrix.toString(), "--x-threshold", "1", "--no-laws", "-o", out("a.svg"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--x-threshold goes with --x-scale symlog");
    }
}
