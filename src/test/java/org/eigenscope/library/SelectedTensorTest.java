package org.eigenscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eigenscope.library.FakeFile.readable;
import static org.eigenscope.library.FakeFile.skipped;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorInfo;
import org.junit.jupiter.api.Test;

class SelectedTensorTest {
    private static final Path PATH = Path.of("net.npz");

    @Test
    void theOnlyReadableTensorIsChosenWithoutAName() throws BadInputException {
        FakeFile file = new FakeFile(PATH, skipped("bias", "it has one dimension"), readable("fc1", 3, 4));
        assertThat(SelectedTensor.of(file, Optional.empty()).info().name()).isEqualTo("fc1");
    }

    @Test
    void severalReadableTensorsAskForAName() {
        FakeFile file = new FakeFile(PATH, readable("fc1", 3, 4), readable("fc2", 3, 4));
        assertThatThrownBy(() -> SelectedTensor.of(file, Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("2 matrices")
                .hasMessageContaining("\"fc1\", \"fc2\"");
    }

    @Test
    void longListsOfNamesAreCutShort() {
        TensorInfo[] tensors = IntStream.range(0, 20)
                .mapToObj(i -> readable("layer" + i, 3, 4))
                .toArray(TensorInfo[]::new);
        assertThatThrownBy(() -> SelectedTensor.of(new FakeFile(PATH, tensors), Optional.empty()))
                .hasMessageContaining("\"layer7\" and 12 more");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        FakeFile file = new FakeFile(PATH, readable("fc1", 3, 4));
        assertThatThrownBy(() -> SelectedTensor.of(file, Optional.of("fc9")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("\"fc9\"")
                .hasMessageContaining("\"fc1\"");
    }

    @Test
    void aSkippedTensorIsRefusedWithItsReason() {
        FakeFile file = new FakeFile(PATH, skipped("bias", "it has one dimension"));
        assertThatThrownBy(() -> SelectedTensor.of(file, Optional.of("bias")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("it has one dimension");
    }

    @Test
    void aFileWithoutMatricesSaysWhy() {
        FakeFile file = new FakeFile(PATH, skipped("bias", "it has one dimension"));
        assertThatThrownBy(() -> SelectedTensor.of(file, Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("bias: it has one dimension");
    }

    @Test
    void theLabelNamesFileAndTensor() throws BadInputException {
        FakeFile file = new FakeFile(Path.of("dir/net.npz"), readable("fc1", 3, 4));
        assertThat(SelectedTensor.of(file, Optional.empty()).label()).isEqualTo("net.npz#fc1");
    }
}
