package org.eigenscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingNamesTest {
    /** Every letter is one wide. */
    @ParameterizedTest
    @CsvSource({
        "digits_b100_s0.safetensors,30,digits_b100_s0.safetensors",
        "digits_b100_s0.safetensors,26,digits_b100_s0.safetensors",
        "digits_b100_s0.safetensors,25,digits_b100_s0…",
        "digits_b100_s1.safetensors,25,digits_b100_s1…",
        "model-00001-of-00003.safetensors,5,model-00001-of-00003…",
        "step_3/layer_00.npy,12,step_3/layer_00…",
        ".hidden,3,.hidden",
        "weights,3,weights",
        "weights.npy,0,weights.npy"
    })
    void theEndingGivesWayBeforeWhatTellsFilesApart(String name, double width, String shown) {
        assertThat(DistinctNames.fitting(name, width, String::length)).isEqualTo(shown);
    }
}
