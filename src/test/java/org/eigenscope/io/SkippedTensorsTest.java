package org.eigenscope.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has no spectrum is listed with the reason. */
class SkippedTensorsTest {
    @ParameterizedTest
    @CsvSource({
        "string.npy, string",
        "object.npy, 'Python objects, which are never unpickled'",
        "structured.npy, structured records",
        "longdouble.npy, extended-precision floats",
        "void.npy, raw bytes of dtype V2",
        "date.npy, dates",
        "scalar.npy, a single number",
        "vector.npy, 1-D",
        "row.npy, fewer than 2 rows",
        "column.npy, fewer than 2 columns",
        "empty.npy, empty"
    })
    void listingSaysWhyAnArrayIsSkipped(String name, String reason) throws Exception {
        try (MatrixFile file = MatrixFiles.open(TestFiles.reference("io/" + name))) {
            assertThat(file.tensors().get(0).skipReason()).contains(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"vector.npy, 1-D", "object.npy, never unpickled"})
    void readingASkippedArrayIsRefusedWithTheReason(String name, String reason) {
        assertThatThrownBy(() -> TestFiles.read("io/" + name))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(reason);
    }

    @Test
    void safetensorsListingKeepsItsOrderAndReasons() throws Exception {
        try (MatrixFile file = MatrixFiles.open(TestFiles.reference("io/types.safetensors"))) {
            String skipped = file.tensors().stream()
                    .filter(t -> !t.isReadable())
                    .map(t -> t.name() + " " + t.shapeText() + ": "
                            + t.skipReason().orElseThrow())
                    .collect(Collectors.joining("; "));
            assertThat(skipped).isEqualTo("bias 4: 1-D; scalar scalar: a single number; none 0×4: empty");
        }
    }

    @Test
    void safetensorsMetadataIsKept() throws Exception {
        try (MatrixFile file = MatrixFiles.open(TestFiles.reference("io/types.safetensors"))) {
            assertThat(file.metadata()).containsEntry("epoch", "12").containsEntry("format", "pt");
        }
    }

    @Test
    void convolutionKernelIsListedWithItsFlattenedSides() throws Exception {
        try (MatrixFile file = MatrixFiles.open(TestFiles.reference("io/fortran4.npy"))) {
            TensorInfo info = file.tensors().get(0);
            assertThat(info.shapeText()).isEqualTo("2×3×4×5");
            assertThat(new long[] {info.rows(), info.columns()}).containsExactly(2, 60);
        }
    }
}
