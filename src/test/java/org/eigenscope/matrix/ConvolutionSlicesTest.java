package org.eigenscope.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConvolutionSlicesTest {
    /** Kernel [2, 2, 1, 3] with entry 100·out + 10·in + position. */
    private static final Matrix FLATTENED = Matrix.ofRowMajor(
            new double[] {0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112},
            2,
            6,
            ElementType.F32,
            new Provenance(Path.of("conv.npy"), "", Map.of()));

    @Test
    void eachKernelPositionIsASlice() {
        assertThat(ConvolutionSlices.of(FLATTENED, 2)).hasSize(3);
    }

    @Test
    void aSliceHoldsOutByInWeightsOfItsPosition() {
        List<Matrix> slices = ConvolutionSlices.of(FLATTENED, 2);
        assertThat(slices.get(1).rows()).isEqualTo(2);
        assertThat(slices.get(1).valuesForReading()).containsExactly(1, 11, 101, 111);
    }

    @Test
    void channelsThatDoNotDivideTheColumnsAreRefused() {
        assertThatThrownBy(() -> ConvolutionSlices.of(FLATTENED, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inputChannels = 4");
    }
}
