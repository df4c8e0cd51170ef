package org.eigenscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedFileTest {
    /** The first tensor of a fake file holds 1, 2, 3, …, the second 2, 4, 6, … */
    private static DerivedFile file(TensorInfo... tensors) {
        return DerivedFile.over(new FakeFile(Path.of("model.safetensors"), tensors));
    }

    private static Matrix read(DerivedFile file, String name) throws EigenscopeException {
        return file.read(name, ProgressListener.NONE, CancelToken.NONE);
    }

    @Test
    void queriesKeysAndValuesStackedAsRowsAreRunsOfRows() throws EigenscopeException {
        DerivedFile file = file(FakeFile.readable("attn.in_proj_weight", 6, 2));
        assertThat(read(file, "attn.in_proj_weight[k]").valuesForReading()).containsExactly(5, 6, 7, 8);
    }

    @Test
    void stackedAsColumnsTheyAreRunsOfColumns() throws EigenscopeException {
        DerivedFile file = file(FakeFile.readable("h.0.attn.c_attn.weight", 2, 6));
        assertThat(read(file, "h.0.attn.c_attn.weight[v]").valuesForReading()).containsExactly(5, 6, 11, 12);
    }

    @Test
    void aHeadIsARunWithinItsPart() throws EigenscopeException {
        DerivedFile file = file(FakeFile.readable("attn.in_proj_weight", 12, 4));
        Matrix head = read(file, "attn.in_proj_weight[q:1/2]");
        assertThat(head.rows()).isEqualTo(2);
        assertThat(head.get(0, 0)).isEqualTo(9);
        assertThat(file.find("attn.in_proj_weight[q:1/2]").orElseThrow().shape())
                .containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @CsvSource({
        "in_proj_weight, 6, 2, 3",
        "c_attn, 2, 6, 3",
        "query_key_value, 6, 2, 0",
        "c_attn, 6, 6, 0",
        "w, 6, 2, 0"
    })
    void partsAreOfferedWhereNameAndShapeAgree(String name, long rows, long columns, int count) {
        TensorInfo info = FakeFile.readable(name, rows, columns);
        assertThat(file(info).parts(info)).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "q:2/2", "q:0/3", "q:0/0", "q:0/99999"})
    void aPartThatIsNotThereIsRefusedWithWhatThereIs(String part) throws EigenscopeException {
        SelectedTensor tensor =
                SelectedTensor.of(file(FakeFile.readable("attn.in_proj_weight", 12, 4)), Optional.empty());
        assertThatThrownBy(() -> tensor.part(part))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("12×4")
                .hasMessageContaining("q:3/12");
    }

    /** Rows are 1, 2, … down a matrix of 12 = (4 + 2·1)·2 or (2 + 2·2)·2 rows, so that they tell where they came from. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            q|stacked:4,1,2;        1 2 3 4 5 6 7 8
            k|stacked:4,1,2;        9 10
            v|stacked:4,1,2;        11 12
            q:3/4|stacked:4,1,2;    7 8
            q|interleaved:2,2,2;    1 2 7 8
            k|interleaved:2,2,2;    3 4 9 10
            v|interleaved:2,2,2;    5 6 11 12
            v:1/2|interleaved:2,2,2; 11 12
            q|interleaved:4,1,2;    1 2 3 4 5 6 7 8
            q:1/4|interleaved:4,1,2; 3 4
            """)
    void headsLieWhereTheUserSays(String part, String rows) throws EigenscopeException {
        DerivedFile file = file(FakeFile.readable("attn.query_key_value.weight", 12, 3));
        Matrix found = read(file, "attn.query_key_value.weight[" + part + "]");
        String taken = IntStream.range(0, found.rows())
                .mapToObj(row -> String.valueOf((int) found.get(row, 2) / 3))
                .collect(Collectors.joining(" "));
        assertThat(taken).isEqualTo(rows);
    }

    @Test
    void headsInColumnsAreTakenAsColumns() throws EigenscopeException {
        DerivedFile file = file(FakeFile.readable("wqkv", 2, 6));
        assertThat(read(file, "wqkv[v|interleaved:1,1,2]").valuesForReading()).containsExactly(5, 6, 11, 12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q|stacked:4,1,3",
                "q|interleaved:3,2,2",
                "q|stacked:0,1,2",
                "q|sideways:4,1,2",
                "q:4/4|stacked:4,1,2",
                "k:0/4|stacked:4,1,2",
                "q|stacked:99999,99999,99999"
            })
    void headsThatDoNotFitTheMatrixAreRefusedWithTheRule(String part) throws EigenscopeException {
        SelectedTensor tensor = SelectedTensor.of(file(FakeFile.readable("wqkv", 12, 4)), Optional.empty());
        assertThatThrownBy(() -> tensor.part(part))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("(H + 2·KV)·D");
    }

    @Test
    void theFilesOwnTensorsOutrankParts() throws EigenscopeException {
        DerivedFile file = file(FakeFile.readable("c_attn", 2, 6), FakeFile.readable("c_attn[q]", 2, 2));
        assertThat(read(file, "c_attn[q]").valuesForReading()).containsExactly(2, 4, 6, 8);
    }

    @ParameterizedTest
    @CsvSource({"lora_A, lora_B", "lora_down, lora_up"})
    void aPairOfAdapterFactorsIsListedAsItsProduct(String right, String left) throws EigenscopeException {
        DerivedFile file = file(
                FakeFile.readable("q." + right + ".weight", 2, 3), FakeFile.readable("q." + left + ".weight", 4, 2));
        assertThat(file.tensors()).last().extracting(TensorInfo::name).isEqualTo("q.lora_BA.weight");
        assertThat(file.tensors().get(2).shape()).containsExactly(4L, 3L);
        // the first row of B is 2, 4 and the first column of A is 1, 4
        assertThat(read(file, "q.lora_BA.weight").get(0, 0)).isEqualTo(18);
        assertThat(file.tensors().get(2).note()).contains("scaling 1");
    }

    @Test
    void factorsThatDoNotFitMakeNoProduct() {
        DerivedFile file = file(FakeFile.readable("q.lora_A", 2, 3), FakeFile.readable("q.lora_B", 4, 3));
        assertThat(file.tensors()).hasSize(2);
    }

    @Test
    void theSpectrumOfAProductIsTakenFromItsFactors() throws EigenscopeException {
        DerivedFile file = file(FakeFile.readable("q.lora_A", 2, 30), FakeFile.readable("q.lora_B", 40, 2));
        SelectedTensor tensor = SelectedTensor.of(file, Optional.of("q.lora_BA"));
        Spectrum spectrum = TensorSpectrum.of(
                        tensor, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE)
                .spectrum();
        Matrix formed = read(file, "q.lora_BA");
        double squares = 0;
        for (double value : formed.valuesForReading()) {
            squares += value * value;
        }
        assertThat(spectrum.zeroCount()).isEqualTo(28);
        assertThat((spectrum.positive()[0] + spectrum.positive()[1]) / squares).isCloseTo(1, within(1e-13));
    }
}
