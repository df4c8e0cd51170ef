package org.eigenscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What adapters add to layers must be what numpy makes of their factors by the published definitions. */
class AdapterUpdatesTest {
    /** Relative to the largest entry: a few hundred roundings of double precision. */
    private static final double TOLERANCE = 1e-13;

    private static final JsonNode VALUES = TestFiles.json("adapters/values.json");

    static Stream<String> updates() {
        List<String> names = new ArrayList<>();
        VALUES.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("updates")
    void entriesAreThoseOfNumpy(String address) throws Exception {
        int at = address.indexOf('#');
        JsonNode rows = VALUES.get(address);
        String name = address.substring(at + 1);
        try (DerivedFile file = open(address.substring(0, at))) {
            Matrix matrix = file.read(name, ProgressListener.NONE, CancelToken.NONE);
            TensorInfo info = file.find(name).orElseThrow();
            assertThat(info.shape())
                    .containsExactly((long) rows.size(), (long) rows.get(0).size());
            double largest = 0;
            double difference = 0;
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(0).size(); j++) {
                    double expected = rows.get(i).get(j).asDouble();
                    largest = Math.max(largest, Math.abs(expected));
                    difference = Math.max(difference, Math.abs(matrix.get(i, j) - expected));
                }
            }
            assertThat(difference).isCloseTo(0, within(TOLERANCE * largest));
        }
    }

    @Test
    void everyAdapterOfAFileIsListedOnce() throws Exception {
        try (DerivedFile file = open("lycoris.safetensors")) {
            assertThat(file.tensors().stream().map(TensorInfo::name).filter(name -> name.contains("delta")))
                    .containsExactlyInAnyOrder(
                            "a.lora_delta.weight",
                            "b.hada_delta",
                            "c.hada_delta",
                            "d.lokr_delta",
                            "e.lokr_delta",
                            "f.lokr_delta",
                            "g.lokr_delta",
                            "h.lokr_delta");
        }
    }

    @Test
    void productWithACoreIsNotListedWithoutIt() throws Exception {
        assertThat(note("lycoris.safetensors", "a.lora_BA.weight")).isEmpty();
    }

    @Test
    void notesSayFormulaAndScale() throws Exception {
        assertThat(note("lycoris.safetensors", "b.hada_delta"))
                .contains("LoHa, (w1a·w1b) ⊙ (w2a·w2b), times alpha/r = 1.0, from its tensor alpha");
        assertThat(note("lycoris.safetensors", "d.lokr_delta"))
                .contains("LoKr, w1 ⊗ w2, times 1, since no factor of it is a product");
        assertThat(note("lokr/adapter_model.safetensors", "base_model.model.q_proj.lokr_delta"))
                .contains("LoKr, w1 ⊗ w2, times alpha/r = 1.5, from adapter_config.json");
    }

    @Test
    void productAloneIsSaidToComeBeforeMagnitudes() throws Exception {
        assertThat(note("applied.safetensors", "n.lora_BA.weight").orElseThrow())
                .endsWith("DoRA: what is added to W before its magnitudes set the norms of the sum, which needs W");
    }

    @Test
    void layerWithItsAdapterSaysWhichNormsItHas() throws Exception {
        assertThat(note("applied.safetensors", "c.lora_applied.weight"))
                .contains("DoRA: c.weight + c.lora_BA.weight, its inputs with the norms of c.dora_scale");
        assertThat(note("applied.safetensors", "q.lora_applied.default.weight"))
                .contains("q.base_layer.weight + q.lora_BA.default.weight");
    }

    @Test
    void layerOfAnotherShapeIsNotAdapted() throws Exception {
        assertThat(note("applied.safetensors", "n.lora_applied.weight")).isEmpty();
    }

    @Test
    void factorsThatDoNotFitAreNoAdapter() {
        List<TensorInfo> tensors = List.of(
                FakeFile.readable("a.hada_w1_a", 4, 2),
                FakeFile.readable("a.hada_w1_b", 3, 5),
                FakeFile.readable("a.hada_w2_a", 4, 2),
                FakeFile.readable("a.hada_w2_b", 2, 5),
                FakeFile.readable("b.lokr_w1", 2, 2));
        FakeFile file = new FakeFile(Path.of("x.npz"), tensors.toArray(new TensorInfo[0]));
        assertThat(AdapterDelta.in(file)).isEmpty();
    }

    private static Optional<String> note(String file, String name) throws EigenscopeException {
        try (DerivedFile opened = open(file)) {
            return opened.find(name).map(TensorInfo::note);
        }
    }

    private static DerivedFile open(String file) throws EigenscopeException {
        return DerivedFile.over(MatrixFiles.open(TestFiles.reference("adapters/" + file)));
    }
}
