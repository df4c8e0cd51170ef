package org.eigenscope.io.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.SparseEntries.Compressed;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.matrix.SparseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseEntriesTest {
    private static final Provenance WHERE = new Provenance(Path.of("s.npz"), "", Map.of());

    private static double[] numbers(String text) {
        return text.isBlank()
                ? new double[0]
                : Arrays.stream(text.trim().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    @Test
    void entriesAtOnePlaceAddUpDenseAndSparse() throws EigenscopeException {
        SparseEntries entries =
                SparseEntries.ofCoordinates(2, 3, numbers("1 0 1 1"), numbers("2 1 2 0"), numbers("3 5 4 6"), "s");
        assertThat(entries.toDense("s")).containsExactly(0, 5, 0, 6, 0, 7);
        SparseMatrix matrix = entries.toMatrix(ElementType.F64, WHERE);
        assertThat(matrix.entryCount()).isEqualTo(3);
        double[] rows = new double[6];
        try (RowBlocks.Pass pass = matrix.pass()) {
            pass.next(rows, 2);
        }
        assertThat(rows).containsExactly(0, 5, 0, 6, 0, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "0 1 3, 0 1, 1 2",
        "0 2 1, 0 1, 1 2",
        "1 1 2, 0 1, 1 2",
        "0 1, 0 1, 1 2",
        "0 1 2, 0 3, 1 2",
        "0 1 2, 0 -1, 1 2",
        "0 1 2, 0 1, 1",
        "0 nan 2, 0 1, 1 2"
    })
    void partsThatContradictEachOtherAreDamaged(String starts, String indices, String values) {
        Compressed parts = new Compressed(numbers(starts.replace("nan", "NaN")), numbers(indices), numbers(values));
        assertThatThrownBy(() -> SparseEntries.ofCompressed(parts, true, 2, 3, "s"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("damaged");
    }
}
