package org.eigenscope.spectrum.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.TestMatrices;
import org.eigenscope.spectrum.dense.EjmlSolver;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.eigenscope.spectrum.engine.SpectrumSolverTest;

class SolverAgreementTest {
    /** Of σ, over σmax. */
    private static final double SIGMA_TOLERANCE = 5e-14;

    @Property(tries = 60, seed = "7")
    void solversAgreeOnGradedGaussianMatrices(
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 30) int columns,
            @ForAll @DoubleRange(min = 0, max = 1) double decay,
            @ForAll long seed)
            throws EigenscopeException {
        Matrix matrix = graded(rows, columns, decay, seed);
        double[] expected = singularValues(new EjmlSolver(), matrix);
        double tolerance = SIGMA_TOLERANCE * expected[expected.length - 1];
        for (SpectrumSolver solver : SpectrumSolverTest.solvers()) {
            assertThat(singularValues(solver, matrix)).containsExactly(expected, within(tolerance));
        }
    }

    @Property(tries = 60, seed = "8")
    void theSquaredSingularValuesSumToTheSquaredFrobeniusNorm(
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 30) int columns,
            @ForAll long seed)
            throws EigenscopeException {
        Matrix matrix = graded(rows, columns, 0.1, seed);
        double squaredNorm =
                Arrays.stream(matrix.valuesForReading()).map(v -> v * v).sum();
        for (SpectrumSolver solver : SpectrumSolverTest.solvers()) {
            double sum = Arrays.stream(solver.squaredSingularValues(
                                    new ScaledMatrix(matrix, 0), ProgressListener.NONE, CancelToken.NONE)
                            .eigenvalues())
                    .sum();
            assertThat(sum / squaredNorm).isCloseTo(1, within(1e-12));
        }
    }

    private static Matrix graded(int rows, int columns, double decay, long seed) {
        double[] values = TestMatrices.gaussian(rows, columns, seed).valuesForReading();
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            values[i] *= Math.exp(-decay * row);
        }
        return TestMatrices.of(values, rows, columns);
    }

    private static double[] singularValues(SpectrumSolver solver, Matrix matrix) throws EigenscopeException {
        return Arrays.stream(solver.squaredSingularValues(
                                new ScaledMatrix(matrix, 0), ProgressListener.NONE, CancelToken.NONE)
                        .eigenvalues())
                .map(Math::sqrt)
                .sorted()
                .toArray();
    }
}
