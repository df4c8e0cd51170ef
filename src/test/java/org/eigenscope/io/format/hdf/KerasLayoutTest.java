package org.eigenscope.io.format.hdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KerasLayoutTest {
    private static List<Long> shown(String name, Long... stored) {
        return KerasLayout.of(name, stored.length).shown(List.of(stored));
    }

    @Test
    void kernelsOfConvolutionsAreShownOutByInFirst() {
        assertThat(shown("model_weights/c/c/kernel:0", 3L, 5L, 16L, 32L)).containsExactly(32L, 16L, 3L, 5L);
        assertThat(shown("layers/conv1d/vars/0", 5L, 16L, 32L)).containsExactly(32L, 16L, 5L);
    }

    @Test
    void transposedConvolutionsStoreOutBeforeIn() {
        assertThat(shown("layers/conv2d_transpose/vars/0", 3L, 5L, 32L, 16L)).containsExactly(32L, 16L, 3L, 5L);
    }

    @Test
    void whatIsNoKernelStaysAsStored() {
        assertThat(shown("dense/kernel:0", 10L, 7L)).containsExactly(10L, 7L);
        assertThat(shown("attention/query/kernel:0", 8L, 3L, 4L)).containsExactly(8L, 3L, 4L);
        assertThat(KerasLayout.of("dense/kernel:0", 2).note()).isEmpty();
    }

    @Test
    void depthwiseKernelsAreShownInByMultiplierFirst() {
        assertThat(shown("depthwise_conv2d/depthwise_kernel:0", 3L, 5L, 4L, 2L)).containsExactly(4L, 2L, 3L, 5L);
        assertThat(shown("layers/separable_conv2d/vars/0", 3L, 5L, 4L, 2L)).containsExactly(4L, 2L, 3L, 5L);
        assertThat(shown("layers/separable_conv2d/vars/1", 1L, 1L, 8L, 6L)).containsExactly(6L, 8L, 1L, 1L);
    }

    @Test
    void headsOfAttentionAreRowsOfItsOutputAndColumnsOfItsQueries() {
        assertThat(KerasLayout.meaning("layers/mha/query_dense/vars/0", 3)
                        .orElseThrow()
                        .rows())
                .containsExactly(0);
        assertThat(KerasLayout.meaning("layers/mha/output_dense/vars/0", 3)
                        .orElseThrow()
                        .rows())
                .containsExactly(0, 1);
        assertThat(KerasLayout.meaning("mha/mha/attention_output/kernel:0", 3)
                        .orElseThrow()
                        .rows())
                .containsExactly(0, 1);
        assertThat(KerasLayout.meaning("einsum_dense/kernel:0", 3)).isEmpty();
    }

    @Test
    void biasesOfHeadsAndGatesAreNoMatrices() {
        assertThat(KerasLayout.meaning("gru/gru/gru_cell/bias:0", 2)
                        .orElseThrow()
                        .isStack())
                .isTrue();
    }

    @Test
    void theUserIsToldWhatWasAssumed() {
        assertThat(KerasLayout.of("conv/kernel:0", 4).note())
                .isEqualTo("taken for a Keras kernel, stored as k₁×k₂×in×out, shown as out×in×k₁×k₂");
    }
}
