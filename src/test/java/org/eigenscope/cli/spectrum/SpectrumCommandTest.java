package org.eigenscope.cli.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumCommandTest {
    /** Relative to λmax. */
    private static final double TOLERANCE = 1e-11;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files/c_f8.npy",
                "files/half.npy",
                "files/conv.npy",
                "files/pack.npz#alpha",
                "files/m.safetensors#blk.2.w",
                "files/plain.csv",
                "files/semi.csv",
                "files/state.pt#view.weight",
                "files/nested.pth#model.layer.weight",
                "files/legacy.pt#w",
                "torch/checkpoint.pt#secret.inner.deep",
                "gguf/tall.gguf#q4_k",
                "onnx/exported.onnx#0.weight",
                "onnx/external.onnx#w",
                "sharded/model.safetensors.index.json#layers.2.weight",
                "sharded/pytorch_model.bin.index.json#layers.3.weight"
            })
    void csvHoldsTheEigenvaluesOfNumpyAscending(String address) throws Exception {
        String folder = address.substring(0, address.indexOf('/') + 1);
        String name = address.substring(folder.length());
        CommandLineRun run = CommandLineRun.of("spectrum", CommandLineRun.reference(folder) + "/" + name);
        JsonNode expected = new ObjectMapper()
                .readTree(Path.of(CommandLineRun.reference(folder + "expected.json"))
                        .toFile())
                .get(name)
                .get("eigenvalues");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(expected.size() + 1).first().isEqualTo("eigenvalue");
        double largest = expected.get(expected.size() - 1).asDouble();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(run.row(i + 1)[0]).isCloseTo(expected.get(i).asDouble(), within(TOLERANCE * largest));
        }
    }

    @Test
    void jsonHoldsTheConventions() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "spectrum",
                CommandLineRun.reference("files/half.npy"),
                "--format",
                "json",
                "--solver",
                "ejml",
                "--normalize",
                "unit-mean");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("gamma").asDouble()).isEqualTo(0.32);
        assertThat(json.get("normalization").asText()).isEqualTo("unit-mean");
        assertThat(json.get("zeros").asInt()).isZero();
        double sum = 0;
        for (JsonNode eigenvalue : json.get("eigenvalues")) {
            sum += eigenvalue.asDouble();
        }
        assertThat(sum / 16).isCloseTo(1, within(1e-14));
    }

    @Test
    void zerosAreWrittenAndCounted() throws Exception {
        Path rankOne = Files.writeString(folder.resolve("rank1.csv"), "1,2,3\n2,4,6\n");
        CommandLineRun run = CommandLineRun.of("spectrum", rankOne.toString());
        assertThat(run.lines().get(1)).isEqualTo("0.0");
        assertThat(run.err()).contains("2 eigenvalues, 1 zero, 0 negative");
    }

    @Test
    void negativesOfASymmetricMatrixAreWrittenAndCounted() throws Exception {
        Path saddle = Files.writeString(folder.resolve("saddle.csv"), "0.0,2.0\n2.0,0.0\n");
        CommandLineRun run = CommandLineRun.of("spectrum", saddle.toString(), "--format", "json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("negatives").asInt()).isEqualTo(1);
        assertThat(json.get("eigenvalues").get(0).asDouble()).isCloseTo(-2, within(1e-14));
        assertThat(json.get("gamma").isNull()).isTrue();
    }

    @Test
    void nonfiniteEntriesAreBadInput() {
        CommandLineRun run = CommandLineRun.of("spectrum", CommandLineRun.reference("io/nonfinite.npy"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("3 of the 12 entries");
    }

    @Test
    void nonfiniteRowsAreLeftOutOnRequestAndSaidToBe() throws Exception {
        Path path = Files.writeString(folder.resolve("x.csv"), "1,2,3\n4,nan,6\n7,8,10\n");
        CommandLineRun run = CommandLineRun.of("spectrum", path.toString(), "--drop-nonfinite-rows");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.err()).contains("1 rows with NaN or infinite entries left out");
    }

    @ParameterizedTest
    @CsvSource({
        "files/pack.npz, holds 2 matrices",
        "files/pack.npz#gamma, has no tensor \"gamma\"",
        "io/vector.npy, 1-D",
        "io/make.py, of no format that can be read",
    })
    void unusableTargetIsBadInput(String target, String words) {
        String folderOfReferences = CommandLineRun.reference("");
        CommandLineRun run = CommandLineRun.of("spectrum", folderOfReferences + "/" + target);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(words);
    }

    @Test
    void anEstimateIsWrittenInBinsWithStandardErrors() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "spectrum",
                CommandLineRun.reference("files/c_f8.npy"),
                "--solver",
                "slq",
                "--probes",
                "8",
                "--steps",
                "10");
        assertThat(run.code()).isZero();
        assertThat(run.lines().get(0)).startsWith("lower,upper,density,standard_error,cumulative");
        double mass = 0;
        for (int line = 1; line < run.lines().size(); line++) {
            double[] row = run.row(line);
            mass += row[2] * (row[1] - row[0]);
            assertThat(row[3]).isNotNegative();
            assertThat(row[4]).isBetween(row[6] - 1e-12, row[7] + 1e-12);
        }
        assertThat(mass).isCloseTo(1, within(0.05));
    }

    @Test
    void theJsonOfAnEstimateTellsItsSettingsAndTheTrace() throws Exception {
        String file = CommandLineRun.reference("files/c_f8.npy");
        CommandLineRun exact = CommandLineRun.of("spectrum", file);
        double trace = 0;
        for (int line = 1; line < exact.lines().size(); line++) {
            trace += exact.row(line)[0];
        }
        CommandLineRun run = CommandLineRun.of(
                "spectrum", file, "--solver", "slq", "--seed", "5", "--probe-vectors", "gaussian", "--format", "json");
        JsonNode estimate = new ObjectMapper().readTree(run.out()).get("estimate");
        assertThat(estimate.get("seed").asInt()).isEqualTo(5);
        assertThat(estimate.get("vectors").asText()).isEqualTo("gaussian");
        JsonNode found = estimate.get("trace");
        assertThat(found.get("value").asDouble())
                .isCloseTo(trace, within(4 * found.get("standard_error").asDouble()));
    }

    @Test
    void fewerThanTwoProbesAreAUsageError() {
        CommandLineRun run = CommandLineRun.of(
                "spectrum", CommandLineRun.reference("files/c_f8.npy"), "--solver", "slq", "--probes", "1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--probes = 1");
    }

    @Test
    void theUserSaysWhatAMatrixIs() throws Exception {
        Path symmetric = Files.writeString(folder.resolve("s.csv"), "1,2\n2,1\n");
        assertThat(CommandLineRun.of("spectrum", symmetric.toString()).row(1)[0])
                .isCloseTo(-1, within(1e-14));
        CommandLineRun run = CommandLineRun.of("spectrum", symmetric.toString(), "--as", "weights", "--format", "json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("eigenvalues").get(0).asDouble()).isCloseTo(1, within(1e-14));
        assertThat(json.get("rule").asText()).isEqualTo("squared singular values of W");
        assertThat(json.get("relative_accuracy").asDouble()).isBetween(1e-17, 1e-13);
    }

    @Test
    void aConvolutionIsPooledFromSlicesOnRequest() throws Exception {
        String conv = CommandLineRun.reference("files/conv.npy");
        int whole = CommandLineRun.of("spectrum", conv).lines().size() - 1;
        int slices = CommandLineRun.of("spectrum", conv, "--flatten", "slices")
                        .lines()
                        .size()
                - 1;
        assertThat(slices).isGreaterThan(whole);
    }

    @Test
    void shuffledEntriesKeepTheTraceAndTheSymmetry() throws Exception {
        Path symmetric = Files.writeString(folder.resolve("s.csv"), "1,2,3\n2,4,5\n3,5,7\n");
        CommandLineRun run = CommandLineRun.of("spectrum", symmetric.toString(), "--shuffle-entries", "3");
        assertThat(run.row(1)[0] + run.row(2)[0] + run.row(3)[0]).isCloseTo(12, within(1e-13));
        assertThat(run.err()).contains("symmetric").contains("Entries shuffled, seed 3.");
    }

    @Test
    void rowsAreLeftOutBeforeTheirEntriesAreShuffled() throws Exception {
        Path holed = Files.writeString(folder.resolve("h.csv"), "1,2,3\nnan,4,5\n3,5,8\n");
        CommandLineRun run = CommandLineRun.of(
                "spectrum", holed.toString(), "--shuffle-entries", "3", "--drop-nonfinite-rows", "--format", "json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("shuffle_seed").asLong()).isEqualTo(3);
        assertThat(json.get("eigenvalues")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"'--rows=0,1',35,4,4", "--rows=1,7,20,7", "--as=stack,7,4,20"})
    void whichAxesAreRowsIsSaidByAnOption(String option, int rows, int columns, int count) throws Exception {
        CommandLineRun run =
                CommandLineRun.of("spectrum", CommandLineRun.reference("models/three.npy"), option, "--format", "json");
        JsonNode answer = new ObjectMapper().readTree(String.join("\n", run.lines()));
        assertThat(answer.get("rows").asInt()).isEqualTo(rows);
        assertThat(answer.get("columns").asInt()).isEqualTo(columns);
        assertThat(answer.get("n").asInt()).isEqualTo(count);
    }

    @Test
    void axesThatAreNoListAreAUsageError() {
        CommandLineRun run =
                CommandLineRun.of("spectrum", CommandLineRun.reference("models/three.npy"), "--rows", "first");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--rows = first");
    }
}
