package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in tables, lists of eigenvalues and extras that cannot be had, from the command line. */
class TablesAndExtrasTest {
    @TempDir
    Path folder;

    @Test
    void namesTakenFromATableAreSaidAndCanBeOverruled() throws Exception {
        String table = write("x.csv", ",a,b\n0,1.5,2\n1,3.5,4\n2,0.5,1\n");
        CommandLineRun found = CommandLineRun.of("spectrum", table);
        assertThat(found.err()).contains("line 1 as column names (a, b)").contains("x.csv: 3×2,");
        CommandLineRun said = CommandLineRun.of("spectrum", table, "--index", "0");
        assertThat(said.err()).contains("x.csv#[index=0]: 3×3,");
        assertThat(CommandLineRun.of("info", table, "--index", "0").out()).contains("3×3");
    }

    @Test
    void figureOfATableWithNamesSaidIsDrawnAgainFromItsSession() throws Exception {
        String table = write("x.csv", matrixText(12, 30));
        Path picture = folder.resolve("a.csv");
        Path session = folder.resolve("a.eigenscope");
        CommandLineRun drawn = CommandLineRun.of(
                "figure",
                table,
                "--index",
                "0",
                "--header",
                "0",
                "--no-laws",
                "-o",
                picture.toString(),
                "-o",
                session.toString());
        assertThat(drawn.code()).as(drawn.err()).isZero();
        Path again = folder.resolve("b.csv");
        assertThat(CommandLineRun.of("figure", "--session", session.toString(), "-o", again.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(again)).isEqualTo(Files.readString(picture)).contains("[header=0,index=0]");
    }

    @Test
    void tailThatCannotBeHadIsNullWithAWarningAndTakesNothingWithIt() throws Exception {
        String matrix = write("w.csv", matrixText(8, 30));
        CommandLineRun run = CommandLineRun.of("fit", matrix, "--law", "all", "--tail", "--metrics", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode fits = new ObjectMapper().readTree(run.out());
        assertThat(fits).hasSize(9);
        for (JsonNode fit : fits) {
            assertThat(fit.has("tail")).isTrue();
            assertThat(fit.get("tail").isNull()).isTrue();
            assertThat(fit.get("metrics").isObject()).isTrue();
            assertThat(fit.get("warnings").toString()).contains("tail left out: A power-law tail needs at least 10");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(12,)", "(12, 1)", "(1, 12)"})
    void eigenvaluesMayBeAnArrayOfNumpy(String shape) throws Exception {
        double[] values = IntStream.range(1, 13).mapToDouble(i -> i * i / 7.0).toArray();
        Path array = folder.resolve("e.npy");
        Files.write(array, npy(values, shape));
        String text = write(
                "e.txt",
                String.join(
                        "\n",
                        java.util.Arrays.stream(values)
                                .mapToObj(Double::toString)
                                .toList()));
        String[] options = {"--law", "htmp", "--fix", "gamma=0.5"};
        CommandLineRun ofArray = fit(array.toString(), options);
        assertThat(ofArray.code()).as(ofArray.err()).isZero();
        assertThat(ofArray.out()).isEqualTo(fit(text, options).out());
    }

    @Test
    void matrixGivenAsEigenvaluesIsRefusedInWords() throws Exception {
        Path array = folder.resolve("e.npy");
        Files.write(array, npy(new double[12], "(3, 4)"));
        CommandLineRun run = fit(array.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is an array of 3×4; a list has one dimension");
        CommandLineRun other = fit(CommandLineRun.reference("onnx/counted.onnx"));
        assertThat(other.err())
                .contains("is a file of the format ONNX; --eigenvalues takes a list as text, .npy or .npz");
    }

    @Test
    void normalisationThatFitAdvisesCanBeFollowed() throws Exception {
        StringBuilder tiny = new StringBuilder();
        for (String line : matrixText(12, 30).split("\n")) {
            tiny.append(line.replace(",", "e-160,")).append("e-160\n");
        }
        String matrix = write("tiny.csv", tiny.toString());
        assertThat(CommandLineRun.of("fit", matrix).code()).isEqualTo(3);
        CommandLineRun scaled = CommandLineRun.of("fit", matrix, "--normalize", "unit-variance");
        assertThat(scaled.code()).as(scaled.err()).isZero();
    }

    private static CommandLineRun fit(String eigenvalues, String... options) {
        String[] start = {"fit", "--eigenvalues", eigenvalues};
        String[] all = java.util.Arrays.copyOf(start, start.length + options.length);
        System.arraycopy(options, 0, all, start.length, options.length);
        return CommandLineRun.of(all);
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String matrixText(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(16);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows * columns; i++) {
            text.append(String.format(Locale.ROOT, "%.6f", random.nextGaussian()))
                    .append((i + 1) % columns == 0 ? '\n' : ',');
        }
        return text.toString();
    }

    /** By numpy's description of the format, version 1.0. */
    private static byte[] npy(double[] values, String shape) {
        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = dictionary + " ".repeat(64 - (10 + dictionary.length() + 1) % 64) + "\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.writeBytes(new byte[] {(byte) padded.length(), 0});
        out.writeBytes(padded.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer numbers = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asDoubleBuffer().put(values);
        out.writeBytes(numbers.array());
        return out.toByteArray();
    }
}
