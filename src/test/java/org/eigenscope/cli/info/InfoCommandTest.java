package org.eigenscope.cli.info;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoCommandTest {
    @Test
    void tableNamesEveryTensorWithShapeTypeAndReason() {
        CommandLineRun run = CommandLineRun.of("info", CommandLineRun.reference("files/m.safetensors"));
        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "name     shape  dtype     gamma   note",
                        "blk.0.w  18×27  float32   0.6667",
                        "blk.0.b  18     float32   -       skipped: 1-D",
                        "blk.1.w  25×10  float16   0.4000",
                        "blk.2.w  13×17  bfloat16  0.7647");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            torch/views.pt | transposed     10×12    float32  0.8333
            torch/views_legacy.pt | transposed     10×12    float32  0.8333
            gguf/tall.gguf | q4_k  7×256  Q4_K   0.02734
            gguf/skipped.gguf | iq2     2×256   IQ2_XXS    -      skipped: weights in the format IQ2_XXS
            onnx/external.onnx | gone    3×4    -        -       skipped: its file 'gone.bin' is missing
            sharded/model.safetensors.index.json | layers.3.weight  3×7    float32  0.4286
            sharded/faults.index.json | lost             -      -        -       skipped: its file 'model-00003-of-00002.safetensors' is missing
            """)
    void everyFormatIsListed(String file, String line) {
        CommandLineRun run = CommandLineRun.of("info", CommandLineRun.reference(file));
        assertThat(run.code()).isZero();
        assertThat(run.lines()).contains(line);
    }

    @Test
    void stackNamedIsListedWithItsMatrices() throws Exception {
        String target = CommandLineRun.reference("models/operators.onnx") + "#W";
        JsonNode tensors = new ObjectMapper()
                .readTree(CommandLineRun.of("info", target, "--json").out())
                .get("tensors");
        assertThat(tensors.findValuesAsText("name")).containsExactly("W", "W[0]", "W[1]");
    }

    @Test
    void summaryGoesToStderr() {
        CommandLineRun run = CommandLineRun.of("info", CommandLineRun.reference("files/m.safetensors"));
        assertThat(run.err()).contains("safetensors, 3 of 4 tensors are matrices");
    }

    @Test
    void jsonHoldsTheSameAndTheMetadata() throws Exception {
        CommandLineRun run = CommandLineRun.of("info", CommandLineRun.reference("io/types.safetensors"), "--json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("format").asText()).isEqualTo("safetensors");
        assertThat(json.at("/metadata/epoch").asText()).isEqualTo("12");
        JsonNode conv = json.get("tensors").get(13);
        assertThat(conv.toString())
                .isEqualTo("{\"name\":\"conv\",\"shape\":[3,2,4],\"dtype\":\"float32\",\"rows\":3,\"columns\":8,"
                        + "\"gamma\":0.375,\"skip_reason\":null,"
                        + "\"note\":\"a matrix of 3×8 (a convolution, out×(in·k))\"}");
    }

    @Test
    void jsonSaysWhyATensorIsSkipped() throws Exception {
        CommandLineRun run = CommandLineRun.of("info", CommandLineRun.reference("io/vector.npy"), "--json");
        JsonNode tensor = new ObjectMapper().readTree(run.out()).at("/tensors/0");
        assertThat(tensor.get("skip_reason").asText()).isEqualTo("1-D");
        assertThat(tensor.get("gamma").isNull()).isTrue();
    }

    @Test
    void unreadableFileIsBadInput() {
        CommandLineRun run = CommandLineRun.of("info", "no-such-file.npy");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("eigenscope: no-such-file.npy does not exist.\n");
    }

    @Test
    void whatWasAssumedOfAKernelIsNoted() {
        CommandLineRun run = CommandLineRun.of("info", CommandLineRun.reference("science/stored.keras"));
        assertThat(run.lines())
                .contains("layers/conv2d/vars/0            6×4×3×3    float32  0.1667  "
                        + "taken for a Keras kernel, stored as k₁×k₂×in×out, shown as out×in×k₁×k₂");
    }

    @Test
    void aFolderIsListedFileByFile() {
        CommandLineRun run = CommandLineRun.of("info", CommandLineRun.reference("science"));
        assertThat(run.lines())
                .contains(
                        "file                 format                matrices  note",
                        "keras_legacy.h5      hdf5                  7",
                        "v5_compressed.mat    mat                   17")
                .noneMatch(line -> line.contains("make.py") || line.contains("README"));
        assertThat(run.err()).contains("matrix files.");
    }

    @Test
    void aFolderAsJsonHasFilesAndRemarks() throws Exception {
        CommandLineRun run = CommandLineRun.of("info", "--json", CommandLineRun.reference("science"));
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/files/0/file").asText()).isEqualTo("array.mtx");
        assertThat(json.at("/files/0/matrices").asInt()).isEqualTo(1);
        assertThat(json.get("remarks").isArray()).isTrue();
    }

    @Test
    void formatsAreThoseThatAFileOfNoFormatIsToldOf() throws Exception {
        CommandLineRun run = CommandLineRun.of("info", "--formats");
        assertThat(run.code()).isZero();
        for (MatrixFiles.Format format : MatrixFiles.formats()) {
            assertThat(run.lines())
                    .anyMatch(line -> line.startsWith(format.name() + " ") && line.contains(format.scope()));
        }
    }

    @Test
    void fileAndFormatsTogetherAreAUsageError() {
        assertThat(CommandLineRun.of("info", "--formats", "x.npy").code()).isEqualTo(2);
    }
}
