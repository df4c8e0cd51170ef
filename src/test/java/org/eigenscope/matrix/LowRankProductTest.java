package org.eigenscope.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.eigenscope.error.EigenscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowRankProductTest {
    private static final Provenance NAME = new Provenance(Path.of("a.safetensors"), "w", Map.of());

    private static Matrix gaussian(int rows, int columns, long seed) {
        double[] values =
                new SplittableRandom(seed).doubles((long) rows * columns, -1, 1).toArray();
        return Matrix.ofRowMajor(values, rows, columns, ElementType.F32, NAME);
    }

    @ParameterizedTest
    @CsvSource({"7, 3, 9", "3, 5, 9", "9, 5, 3", "4, 4, 4"})
    void theCoreHasTheNormOfTheProduct(int rows, int rank, int columns) throws EigenscopeException {
        LowRankProduct product = new LowRankProduct(gaussian(rows, rank, 1), gaussian(rank, columns, 2), 0.5, NAME);
        double expected = squares(product.formed());
        assertThat(squares(product.core()) / expected).isCloseTo(1, within(1e-13));
        assertThat(product.core().rows()).isEqualTo(Math.min(rows, rank));
        assertThat(product.core().columns()).isEqualTo(Math.min(columns, rank));
    }

    @Test
    void theMeanIsThatOfTheProductsEntries() throws EigenscopeException {
        LowRankProduct product = new LowRankProduct(gaussian(7, 3, 1), gaussian(3, 9, 2), 0.5, NAME);
        double expected =
                Arrays.stream(product.formed().valuesForReading()).average().orElseThrow();
        assertThat(product.mean()).isCloseTo(expected, within(1e-15));
    }

    @Test
    void factorsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new LowRankProduct(gaussian(7, 3, 1), gaussian(4, 9, 2), 1, NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 columns")
                .hasMessageContaining("4 rows");
    }

    private static double squares(Matrix matrix) {
        return Arrays.stream(matrix.valuesForReading()).map(v -> v * v).sum();
    }
}
