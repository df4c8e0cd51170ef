package org.eigenscope.cli.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.format.npy.NpyWriter;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.network.Reference;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command features. */
class FeaturesCommandTest {
    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        CommandLineRun run = CommandLineRun.of(
                "train", "--net", "mlp:6,5+tanh", "--batch", "500", "--epochs", "1", "-o", trained.toString());
        assertThat(run.code()).isZero();
    }

    private static Path checkpoint() {
        return trained.resolve("digits_mlp-6-5-tanh_b500_s0_e00001.safetensors");
    }

    private Path out() {
        return folder.resolve("out.npy");
    }

    private CommandLineRun features(Path network, String... options) {
        List<String> line = new ArrayList<>(List.of("features", network.toString(), "-o", out().toString()));
        line.addAll(List.of(options));
        return CommandLineRun.of(line.toArray(String[]::new));
    }

    private Matrix written() throws EigenscopeException {
        try (MatrixFile file = MatrixFiles.open(out())) {
            return file.read(file.tensors().get(0).name(), ProgressListener.NONE, CancelToken.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({"ck, 30", "ntk, 30", "ntk-pairs, 300", "hessian, 485", "ggn, 485", "fisher, 485"})
    void everyKindIsASymmetricMatrix(String kind, int size) throws EigenscopeException {
        CommandLineRun run = features(checkpoint(), "--kind", kind, "--inputs", "30");
        assertThat(run.code()).isZero();
        Matrix matrix = written();
        assertThat(matrix.rows()).isEqualTo(size);
        assertThat(matrix.get(1, 2)).isEqualTo(matrix.get(2, 1));
    }

    @Test
    void aLayerIsChosenByName() throws EigenscopeException {
        features(checkpoint(), "--kind", "ck", "--inputs", "30", "--layer", "fc1");
        Matrix first = written();
        features(checkpoint(), "--kind", "ck", "--inputs", "30", "--layer", "fc2");
        assertThat(written().get(0, 0)).isNotEqualTo(first.get(0, 0));
        CommandLineRun wrong = features(checkpoint(), "--kind", "ck", "--layer", "fc9");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--layer = fc9 is none of fc1, fc2, fc3");
    }

    @Test
    void aLargeHessianIsEstimatedWithStandardErrors() throws EigenscopeException {
        CommandLineRun run = features(
                checkpoint(),
                "--kind",
                "hessian",
                "--inputs",
                "30",
                "--exact",
                "100",
                "--probes",
                "4",
                "--steps",
                "20");
        assertThat(run.code()).isZero();
        assertThat(run.lines().get(0)).startsWith("lower,upper,density,standard_error");
        assertThat(run.err()).contains("485 values that follow it");
    }

    private void inputs(String name, int count, int each) throws IOException {
        double[] values = new double[count * each];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.cos(0.7 * i);
        }
        npy(name, List.of(count, each), values);
    }

    private void npy(String name, List<Integer> shape, double... values) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            NpyWriter.write(out, values, shape);
        }
    }

    @Test
    void aStateDictOfAnMlpIsRebuiltFromItsShapes() throws IOException, EigenscopeException {
        inputs("X.npy", 7, 6);
        CommandLineRun run = features(
                Reference.file("state-mlp.pt"),
                "--kind",
                "ntk",
                "--inputs",
                folder.resolve("X.npy").toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("was taken as mlp:5,4 for inputs of shape 6 with ReLU");
        // the file has single precision
        assertThat(written().valuesForReading()).containsExactly(Reference.read("mlp-relu", "ntk"), within(1e-5));
    }

    @Test
    void aStateDictOfALenetIsRebuiltFromItsShapes() throws IOException, EigenscopeException {
        inputs("X.npy", 5, 64);
        CommandLineRun run = features(
                Reference.file("state-lenet.pt"),
                "--kind",
                "ntk",
                "--inputs",
                folder.resolve("X.npy").toString());
        assertThat(run.code()).isZero();
        double[] expected = Reference.read("lenet-8", "ntk");
        for (int i = 0; i < expected.length; i++) {
            assertThat(written().valuesForReading()[i])
                    .isCloseTo(expected[i], within(1e-5 * (1 + Math.abs(expected[i]))));
        }
    }

    @Test
    void anotherNetThanTheFileHoldsIsRefused() throws IOException {
        inputs("X.npy", 7, 6);
        CommandLineRun run = features(
                Reference.file("state-mlp.pt"),
                "--net",
                "mlp:5,5",
                "--kind",
                "ntk",
                "--inputs",
                folder.resolve("X.npy").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("its shapes are not those of mlp:5,5");
    }

    @Test
    void aFileOfOneMatrixIsNoNetwork() throws IOException {
        inputs("X.npy", 7, 6);
        CommandLineRun run = features(folder.resolve("X.npy"), "--kind", "ntk", "--inputs", "5", "--data", "digits");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is no network that can be rebuilt");
    }

    @Test
    void theCheckpointIsNotWrittenOver() throws IOException {
        byte[] before = Files.readAllBytes(checkpoint());
        CommandLineRun run = CommandLineRun.of(
                "features",
                checkpoint().toString(),
                "--kind",
                "ntk",
                "--inputs",
                "5",
                "-o",
                checkpoint().toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("would be lost");
        assertThat(checkpoint()).hasBinaryContent(before);
    }

    @Test
    void labelsThatTheNetworkDoesNotAnswerAreRefused() throws IOException {
        inputs("X.npy", 3, 64);
        npy("y.npy", List.of(3), 0, 10, 1);
        CommandLineRun run = features(
                checkpoint(),
                "--kind",
                "hessian",
                "--inputs",
                folder.resolve("X.npy").toString(),
                "--targets",
                folder.resolve("y.npy").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("y.npy holds the label 10 of sample 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--kind ntk --layer fc1",
                "--kind ck --inputs 1",
                "--kind ck --inputs 1438",
                "--kind ntk --targets y.npy",
                "--kind hessian --inputs X.npy",
                "--kind hessian --probes 1",
                "--kind hessian --exact -1",
                "--kind spectrum"
            })
    void contradictionsAreRefused(String options) {
        CommandLineRun run = features(checkpoint(), options.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(out()).doesNotExist();
    }

    @Test
    void inputsOfAnotherSizeAreRefused() throws IOException {
        inputs("X.npy", 3, 63);
        CommandLineRun run = features(
                checkpoint(),
                "--kind",
                "ck",
                "--inputs",
                folder.resolve("X.npy").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("a row of 64 numbers a sample is needed");
    }

    @Test
    void learningCurveFallsWithTheSamplesAndTheEquationHoldsForRandomTeachers() {
        CommandLineRun run = features(checkpoint(), "--kind", "ntk", "--inputs", "200", "--learning-curve", "10,60");
        assertThat(run.code()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "n,labels,labels_standard_error,teacher,teacher_standard_error,predicted_spectrum,predicted_law");
        double[] few = Arrays.stream(lines.get(1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] many = Arrays.stream(lines.get(2).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(many[3]).isLessThan(few[3]);
        assertThat(many[5]).isLessThan(few[5]);
        assertThat(few[5]).isCloseTo(few[3], within(0.1 * few[3] + 4 * few[4]));
    }

    @ParameterizedTest
    @CsvSource({"ck, 30, 5", "ntk, 30, 30", "ntk, 30, 0"})
    void learningCurveThatCannotBeIsAnErrorOfUse(String kind, String inputs, String n) {
        CommandLineRun run = features(checkpoint(), "--kind", kind, "--inputs", inputs, "--learning-curve", n);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--learning-curve");
    }
}
