package org.eigenscope.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A matrix of one number has one eigenvalue, however long its rows. */
class ConstantMatrixTest {
    @ParameterizedTest
    @CsvSource({
        "3, 10000, 1, ejml",
        "3, 10000, 1, openblas",
        "3, 10000, 0.1, auto",
        "10000, 3, 1, ejml",
        "7, 100000, 0.3, ejml",
        "2, 2, 1, ejml"
    })
    void allOtherEigenvaluesAreZero(int rows, int columns, double value, SolverChoice solver) throws Exception {
        requireOneEigenvalue(rows, columns, value, solver, Interpretation.WEIGHTS);
    }

    @ParameterizedTest
    @CsvSource({"300, 0.1, ejml", "300, 0.1, openblas", "17, 0.3, auto", "100, 1, ejml"})
    void allOtherEigenvaluesOfASymmetricOneAreZero(int side, double value, SolverChoice solver) throws Exception {
        requireOneEigenvalue(side, side, value, solver, Interpretation.AUTO);
    }

    private static void requireOneEigenvalue(
            int rows, int columns, double value, SolverChoice solver, Interpretation taken) throws Exception {
        double[] values = new double[rows * columns];
        Arrays.fill(values, value);
        Matrix matrix = Matrix.ofRowMajor(
                values, rows, columns, ElementType.F64, new Provenance(Path.of("m.npy"), "", Map.of()));
        SpectrumOptions options =
                SpectrumOptions.withDefaults().withSolver(solver).withInterpretation(taken);
        Spectrum spectrum = new SpectrumCalculator().compute(matrix, options, ProgressListener.NONE, CancelToken.NONE);
        assertThat(spectrum.positiveCount()).isEqualTo(1);
        assertThat(spectrum.zeroCount()).isEqualTo(Math.min(rows, columns) - 1);
    }
}
