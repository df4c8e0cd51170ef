package org.eigenscope.study.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorNamesTest {
    private static final TensorNames TABLE = TensorNames.usual();

    static Stream<String[]> names() throws IOException {
        try (InputStream in = TensorNamesTest.class.getResourceAsStream("/study/naming/names.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("names")
    void namesOfPublishedModelsTellBlockAndRole(String architecture, String name, String block, String role) {
        TensorPlace place = TABLE.place(name);
        assertThat(place.block()).as("block").isEqualTo(block.equals("-") ? "" : block);
        assertThat(place.role()).as("role").isEqualTo(role);
    }

    @Test
    void expertIsTold() {
        assertThat(TABLE.place("model.layers.4.block_sparse_moe.experts.7.w3.weight")
                        .expert())
                .hasValue(7);
    }

    @Test
    void layerIsTheNameWithoutItsEnding() {
        assertThat(TABLE.place("h.0.attn.c_attn.weight").layer()).isEqualTo("h.0.attn.c_attn");
        assertThat(TABLE.place("/encoder/layer.0/output/dense/MatMul").layer())
                .isEqualTo("/encoder/layer.0/output/dense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "weight", "h.99999999999999999999.attn.c_attn.weight", "///", "a.b.c", "\u202e"})
    void strangeNamesTellNothingAndFailNothing(String name) {
        assertThat(TABLE.place(name).layer()).isNotNull();
    }

    @Test
    void endlessNameIsNotSearched() {
        assertThat(TABLE.place("h.1.".repeat(100_000)).role()).isEmpty();
    }

    @Test
    void depthFollowsTheForwardPassWhateverTheOrderOfTheFile() {
        List<String> names = List.of(
                "lm_head.weight",
                "model.embed_tokens.weight",
                "model.layers.10.mlp.down_proj.weight",
                "model.layers.10.self_attn.q_proj.weight",
                "model.layers.2.mlp.gate_proj.weight");
        assertThat(depths(names))
                .containsExactly(
                        "model.embed_tokens.weight",
                        "model.layers.2.mlp.gate_proj.weight",
                        "model.layers.10.self_attn.q_proj.weight",
                        "model.layers.10.mlp.down_proj.weight",
                        "lm_head.weight");
    }

    @Test
    void encoderComesBeforeDecoderAndBlocksSayWhichTheyAreOf() {
        List<String> names = List.of("model.decoder.layers.0.fc1.weight", "model.encoder.layers.5.fc1.weight");
        Map<String, NetworkOrder.Position> positions = NetworkOrder.of(names, TABLE);
        assertThat(positions.get(names.get(1)).depth()).isZero();
        assertThat(positions.get(names.get(0)).block()).isEqualTo("decoder.0");
    }

    @Test
    void stagesOfResNetAreInOrderAndTheClassifierIsLast() {
        List<String> names = List.of(
                "conv1.weight", "fc.weight", "layer1.0.conv1.weight", "layer2.0.conv1.weight", "layer1.1.conv1.weight");
        assertThat(depths(names))
                .containsExactly(
                        "conv1.weight",
                        "layer1.0.conv1.weight",
                        "layer1.1.conv1.weight",
                        "layer2.0.conv1.weight",
                        "fc.weight");
    }

    @Test
    void convolutionsOfAPlainNetworkComeBeforeItsFullyConnectedLayers() {
        List<String> names = List.of("fc1.weight", "fc3.weight", "conv2.weight", "fc2.weight", "conv1.weight");
        assertThat(depths(names))
                .containsExactly("conv2.weight", "conv1.weight", "fc1.weight", "fc2.weight", "fc3.weight");
    }

    private static List<String> depths(List<String> names) {
        Map<String, NetworkOrder.Position> positions = NetworkOrder.of(names, TABLE);
        return names.stream()
                .sorted((a, b) -> positions.get(a).depth() - positions.get(b).depth())
                .toList();
    }
}
