package org.eigenscope.spectrum.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.matrix.SparseMatrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate from a sparse matrix must be that from the same matrix with its zeros held. */
class SparseProductsTest {
    private static final double TOLERANCE = 1e-9;
    private static final int EVERY = 5;
    private static final Provenance WHERE = new Provenance(Path.of("s.npz"), "", Map.of());

    private static double[] entries(int rows, int columns, boolean symmetric) {
        SplittableRandom random = new SplittableRandom(20240711);
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(EVERY) == 0 ? 1e3 * random.nextGaussian() : 0;
        }
        for (int i = 0; symmetric && i < rows; i++) {
            for (int j = 0; j < i; j++) {
                values[i * columns + j] = values[j * columns + i];
            }
        }
        return values;
    }

    private static SparseMatrix sparse(double[] dense, int rows, int columns) {
        int[] starts = new int[rows + 1];
        int[] columnOf = new int[dense.length];
        double[] values = new double[dense.length];
        int count = 0;
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] != 0) {
                columnOf[count] = i % columns;
                values[count++] = dense[i];
            }
            starts[i / columns + 1] = count;
        }
        return new SparseMatrix(
                columns, starts, Arrays.copyOf(columnOf, count), Arrays.copyOf(values, count), ElementType.F64, WHERE);
    }

    @ParameterizedTest
    @CsvSource({"60, 40, false", "40, 60, false", "50, 50, true", "50, 50, false"})
    void zerosNeedNotBeHeld(int rows, int columns, boolean symmetric) throws EigenscopeException {
        double[] dense = entries(rows, columns, symmetric);
        SpectrumOptions options = SpectrumOptions.withDefaults().withSolver(SolverChoice.SLQ);
        SpectrumCalculator calculator = new SpectrumCalculator();
        Spectrum held = calculator.estimate(
                RowBlocks.of(Matrix.ofRowMajor(dense, rows, columns, ElementType.F64, WHERE)),
                options,
                ProgressListener.NONE,
                CancelToken.NONE);
        Spectrum notHeld =
                calculator.estimate(sparse(dense, rows, columns), options, ProgressListener.NONE, CancelToken.NONE);
        assertThat(notHeld.details().source()).isEqualTo(held.details().source());
        double[] expected = held.ascending();
        double[] actual = notHeld.ascending();
        double largest = expected[expected.length - 1];
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(TOLERANCE * largest));
        }
    }
}
