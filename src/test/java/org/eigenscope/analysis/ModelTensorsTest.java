package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SpectrumOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Stacks, adapters and packed weights must give the spectra that numpy finds in the matrices that they stand for. */
class ModelTensorsTest {
    /** Relative to λmax; both sides work in double precision on the same stored values. */
    private static final double TOLERANCE = 1e-12;

    private static final SpectrumOptions WEIGHTS =
            SpectrumOptions.withDefaults().withInterpretation(Interpretation.WEIGHTS);

    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            return Path.of(
                    ModelTensorsTest.class.getResource("/reference/models/").toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<Arguments> expected() throws IOException {
        try (InputStream in = ModelTensorsTest.class.getResourceAsStream("/reference/models/expected.json")) {
            Iterator<Map.Entry<String, JsonNode>> all =
                    new ObjectMapper().readTree(in).fields();
            Iterable<Map.Entry<String, JsonNode>> entries = () -> all;
            return StreamSupport.stream(entries.spliterator(), false)
                    .map(entry -> Arguments.of(entry.getKey(), numbers(entry.getValue())))
                    .toList()
                    .stream();
        }
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static DerivedFile open(String file) throws EigenscopeException {
        return DerivedFile.over(MatrixFiles.open(FOLDER.resolve(file)));
    }

    private static TensorSpectrum spectrum(String address, SpectrumOptions options) throws EigenscopeException {
        int at = address.indexOf('#');
        DerivedFile file = open(at < 0 ? address : address.substring(0, at));
        SelectedTensor tensor =
                SelectedTensor.of(file, at < 0 ? Optional.empty() : Optional.of(address.substring(at + 1)));
        return TensorSpectrum.of(tensor, options, ProgressListener.NONE, CancelToken.NONE);
    }

    private static TensorInfo info(String file, String name) throws EigenscopeException {
        return open(file).find(name).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void eigenvaluesAreThoseOfTheMatrixThatIsMeant(String address, double[] expected) throws EigenscopeException {
        double[] actual = spectrum(address, WEIGHTS).spectrum().ascending();
        double largest = expected[expected.length - 1];
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(TOLERANCE * largest));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "three.npy,''",
        "stacks.safetensors,bilinear.weight",
        "attention.h5,model_weights/einsum/einsum/kernel:0"
    })
    void threeAxesOfUnknownMeaningAreAskedFor(String file, String name) throws EigenscopeException {
        String address = name.isEmpty() ? file : file + "#" + name;
        assertThatThrownBy(() -> spectrum(address, WEIGHTS))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("--rows 0,1")
                .hasMessageContaining("--as stack");
        assertThat(open(file).parts(info(file, name))).containsExactly("rows:0", "rows:0,1", "stack");
    }

    @Test
    void aKernelSaidToBeOneIsSlicedWithoutAsking() throws EigenscopeException {
        SpectrumOptions slices = WEIGHTS.withFlattening(ConvolutionFlattening.POOLED_SLICES);
        assertThat(spectrum("three.npy", slices).spectrum().size()).isEqualTo(4 * 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            experts.gguf; blk.0.ffn_down_exps.weight; a stack of 4 matrices of 12×8 (experts)
            stacks.safetensors; decoder.layers.mlp.kernel; a stack of 3 matrices of 8×5 (layers)
            operators.onnx; W; a stack of 2 matrices of 16×5 (LSTM's directions)
            attention.h5; model_weights/mha/mha/attention_output/kernel:0; a matrix of 6×10 (attention, (heads·size)×out)
            scaled.safetensors; bare.weight; whole numbers, taken as they are stored: no scale is known
            """)
    void whatWasAssumedIsSaid(String file, String name, String note) throws EigenscopeException {
        assertThat(info(file, name).note()).isEqualTo(note);
        assertThat(spectrum(file + "#" + name, WEIGHTS).note()).startsWith(note);
    }

    @ParameterizedTest
    @CsvSource({
        "operators.onnx,B,a stack of vectors (LSTM's directions)",
        "stacks.safetensors,decoder.layers.mlp.bias,a stack of vectors (layers)",
        "attention.h5,model_weights/mha/mha/query/bias:0,a stack of vectors (biases)",
        "'gptq.safetensors','four.qweight','a part of four.weight, which is listed dequantised'",
        "gptq.safetensors,lone.qweight,packed integers without the scales that they need",
        "'scaled.safetensors',fp4.weight,'numbers packed two to a byte, with scales, in a layout that is not told'",
        "dequantised.onnx,lost,integers whose scale for DequantizeLinear the model computes"
    })
    void whatIsNoMatrixOfWeightsIsSkippedWithTheReason(String file, String name, String reason)
            throws EigenscopeException {
        assertThat(info(file, name).skipReason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"4", "'0,0'", "rows:0", "rows:7", "'rows:1,1'", "'rows:0,1,2'"})
    void aReadingThatTheShapeHasNotIsRefused(String part) throws EigenscopeException {
        DerivedFile file = open("experts.gguf");
        boolean ofMatrix = part.equals("rows:0");
        TensorInfo info = file.find(ofMatrix ? "blk.0.attn_q.weight" : "blk.0.ffn_down_exps.weight")
                .orElseThrow();
        assertThatThrownBy(() -> file.partName(info, part))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("numbered from 0");
    }

    @Test
    void theMembersOfAStackAreOfferedOneByOne() throws EigenscopeException {
        DerivedFile file = open("experts.gguf");
        TensorInfo stack = file.find("blk.0.ffn_down_exps.weight").orElseThrow();
        assertThat(file.parts(stack)).containsExactly("0", "1", "2", "3");
        assertThat(file.find(file.partName(stack, "3")).orElseThrow().shape()).containsExactly(12L, 8L);
    }

    @Test
    void magnitudesThatNeedTheBaseWeightsAreMentioned() throws EigenscopeException {
        assertThat(info("rslora/adapter_model.safetensors", "base_model.model.q_proj.lora_BA.weight")
                        .note())
                .contains("alpha/√r = 4.0", "DoRA");
    }
}
