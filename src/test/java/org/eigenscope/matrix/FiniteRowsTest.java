package org.eigenscope.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.junit.jupiter.api.Test;

class FiniteRowsTest {
    @Test
    void rowsWithNonFiniteEntriesAreLeftOut() throws BadInputException {
        FiniteRows rows = FiniteRows.of(matrix(1, 2, Double.NaN, 4, 5, 6, 7, Double.NEGATIVE_INFINITY));
        assertThat(rows.droppedRows()).isEqualTo(2);
        assertThat(rows.matrix().valuesForReading()).containsExactly(1, 2, 5, 6);
    }

    @Test
    void aFiniteMatrixIsGivenBackItself() throws BadInputException {
        Matrix matrix = matrix(1, 2, 3, 4);
        assertThat(FiniteRows.of(matrix).matrix()).isSameAs(matrix);
    }

    @Test
    void aMatrixWithoutAFiniteRowIsRefused() {
        assertThatThrownBy(() -> FiniteRows.of(matrix(Double.NaN, 2, 3, Double.NaN)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("Every row");
    }

    private static Matrix matrix(double... values) {
        Provenance provenance = new Provenance(Path.of("w.npy"), "", Map.of());
        return Matrix.ofRowMajor(values, values.length / 2, 2, ElementType.F64, provenance);
    }
}
