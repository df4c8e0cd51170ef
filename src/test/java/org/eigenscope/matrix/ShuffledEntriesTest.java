package org.eigenscope.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShuffledEntriesTest {
    private static final Provenance NOWHERE = new Provenance(Path.of("x.npy"), "", Map.of());

    private static Matrix matrix(int rows, int columns, double... values) {
        return Matrix.ofRowMajor(values, rows, columns, ElementType.F64, NOWHERE);
    }

    @Test
    void entriesAreTheSameInOtherPlaces() {
        double[] values = new double[60];
        Arrays.setAll(values, i -> i);
        double[] shuffled = ShuffledEntries.of(matrix(6, 10, values), 1).valuesForReading();

        assertThat(shuffled).containsExactlyInAnyOrder(values).isNotEqualTo(values);
    }

    @Test
    void sameSeedGivesTheSamePlaces() {
        double[] values = {1, 2, 3, 4, 5, 6};

        assertThat(ShuffledEntries.of(matrix(2, 3, values.clone()), 7).valuesForReading())
                .isEqualTo(ShuffledEntries.of(matrix(2, 3, values.clone()), 7).valuesForReading());
    }

    @Test
    void symmetricMatrixStaysSymmetricAndKeepsItsDiagonalOnTheDiagonal() {
        int n = 7;
        double[] values = new double[n * n];
        Arrays.setAll(
                values, i -> 10.0 * Math.min(i / n, i % n) + Math.max(i / n, i % n) + (i % (n + 1) == 0 ? 1000 : 0));
        Matrix shuffled = ShuffledEntries.of(matrix(n, n, values.clone()), 3);
        for (int i = 0; i < n; i++) {
            assertThat(shuffled.get(i, i)).isGreaterThanOrEqualTo(1000);
            for (int j = 0; j < i; j++) {
                assertThat(shuffled.get(i, j)).isEqualTo(shuffled.get(j, i)).isLessThan(1000);
            }
        }
        assertThat(shuffled.valuesForReading())
                .containsExactlyInAnyOrder(values)
                .isNotEqualTo(values);
    }

    @Test
    void originalIsLeftAsItWas() {
        Matrix original = matrix(2, 3, 1, 2, 3, 4, 5, 6);
        ShuffledEntries.of(original, 5);

        assertThat(original.valuesForReading()).containsExactly(1, 2, 3, 4, 5, 6);
    }
}
