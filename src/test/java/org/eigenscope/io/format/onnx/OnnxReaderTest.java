package org.eigenscope.io.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the entries are, the reference files' test says; here, what is listed and what is refused. */
class OnnxReaderTest {
    @TempDir
    Path folder;

    private static Path reference(String name) throws Exception {
        return Path.of(
                OnnxReaderTest.class.getResource("/reference/onnx/" + name).toURI());
    }

    private static String skipped(Path path) throws Exception {
        try (MatrixFile file = MatrixFiles.open(path)) {
            return file.tensors().stream()
                    .filter(tensor -> !tensor.isReadable())
                    .map(tensor -> tensor.name() + ": " + tensor.skipReason().orElseThrow())
                    .collect(Collectors.joining("; "));
        }
    }

    /** Names that occur in several branches get the path of theirs, and no number. */
    @Test
    void branchesWithTheSameNamesAreToldByTheirPaths() throws Exception {
        JsonNode found = TestFiles.json("onnx/branches.json");
        try (MatrixFile file = MatrixFiles.open(reference("branches.onnx"))) {
            assertThat(file.tensors()).hasSize(found.size());
            for (TensorInfo tensor : file.tensors()) {
                String key = StreamSupport.stream(((Iterable<String>) found::fieldNames).spliterator(), false)
                        .filter(path -> path.replace("|", "").equals(tensor.name())
                                || path.endsWith("|" + tensor.name())
                                        && tensor.name().startsWith("bias"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(tensor.name()));
                Matrix matrix = file.read(tensor.name(), ProgressListener.NONE, CancelToken.NONE);
                for (int i = 0; i < matrix.rows(); i++) {
                    assertThat(matrix.get(i, 0))
                            .isEqualTo(found.get(key).get(i).get(0).asDouble());
                }
            }
        }
    }

    @Test
    void listingSaysWhyATensorIsSkipped() throws Exception {
        assertThat(skipped(reference("skipped.onnx")))
                .isEqualTo("vector: 1-D; scalar: a single number; string: string;"
                        + " four_bits: numbers of four bits;"
                        + " short: its 48 bytes cannot be the 15 entries of its shape;"
                        + " none: its entries are missing; twice: its entries are written in several pieces;"
                        + " sparse: sparse");
    }

    @Test
    void dataBesideTheModelMustStayInItsFolderAndInItsFile() throws Exception {
        assertThat(skipped(reference("external.onnx")))
                .isEqualTo("beyond: it lies beyond the 208 bytes of 'external.onnx_data';"
                        + " length: its 40 bytes are not the 48 that its shape takes;"
                        + " up: its file '../io/version1.npy' is not inside the folder;"
                        + " root: its file '/etc/passwd' is not inside the folder;"
                        + " gone: its file 'gone.bin' is missing; place: its place in its file is damaged");
    }

    @Test
    void dataThatChangedSinceTheListingAreRefused() throws Exception {
        Path model = Files.copy(reference("external.onnx"), folder.resolve("external.onnx"));
        Path data = Files.copy(reference("external.onnx_data"), folder.resolve("external.onnx_data"));
        try (MatrixFile file = MatrixFiles.open(model)) {
            Files.write(data, new byte[500]);
            assertThatThrownBy(() -> file.read("w", ProgressListener.NONE, CancelToken.NONE))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("has changed since it was opened");
        }
    }

    @Test
    void constantsAndGraphsInsideNodesAreListed() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("nested.onnx"))) {
            assertThat(file.tensors())
                    .extracting(TensorInfo::name)
                    .containsExactly(
                            "const", "branch/then_branch/inside", "deep", "branch/else_branch/inside", "in_function");
        }
    }

    @Test
    void namesThatCountGiveWayToThePathOfTheNodeThatUsesThem() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("counted.onnx"))) {
            assertThat(file.tensors())
                    .extracting(TensorInfo::name)
                    .containsExactly(
                            "/encoder/layer.0/query/MatMul",
                            "/rnn/LSTM/W",
                            "/rnn/LSTM/R",
                            "/pair/Gemm/input0",
                            "/pair/Gemm/input1",
                            "903",
                            "head.weight_1");
            assertThat(file.tensors().get(0).note()).startsWith("onnx::MatMul_896 in the file");
        }
    }

    @Test
    void renamedTensorCanStillBeAskedForByItsNameInTheFile() throws Exception {
        try (MatrixFile file = MatrixFiles.open(reference("counted.onnx"))) {
            double[] byOwnName = file.read("onnx::LSTM_12", ProgressListener.NONE, CancelToken.NONE)
                    .valuesForReading();
            double[] byPath = file.read("/rnn/LSTM/W", ProgressListener.NONE, CancelToken.NONE)
                    .valuesForReading();
            assertThat(byOwnName).containsExactly(byPath);
            assertThat(file.find("onnx::LSTM_12").orElseThrow().name()).isEqualTo("/rnn/LSTM/W");
        }
    }

    @Test
    void modelIsKnownByItsContent() throws Exception {
        for (String name : new String[] {"exported.onnx", "ways.onnx"}) {
            Path renamed = Files.copy(reference(name), folder.resolve(name + ".bin"));
            try (MatrixFile file = MatrixFiles.open(renamed)) {
                assertThat(file.formatName()).isEqualTo("ONNX");
            }
        }
    }

    @Test
    void otherFileByThatNameIsRefused() throws Exception {
        Path other = Files.write(folder.resolve("other.onnx"), new byte[] {1, 2, 3, 4, 5});
        assertThatThrownBy(() -> MatrixFiles.open(other))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no ONNX model");
    }
}
