package org.eigenscope.spectrum.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.ReferenceMatrix;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.TestMatrices;
import org.eigenscope.spectrum.dense.EjmlSolver;
import org.eigenscope.spectrum.dense.OpenBlasLibrary;
import org.eigenscope.spectrum.dense.OpenBlasSolver;
import org.eigenscope.spectrum.krylov.LanczosSolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every solver has to do; OpenBLAS is left out where it does not load. */
public class SpectrumSolverTest {
    /** Of σ, over σmax. */
    private static final double SIGMA_TOLERANCE = 2e-14;

    /** Of eigenvalues of symmetric matrices, over the largest. */
    private static final double LAMBDA_TOLERANCE = 2e-14;

    public static List<SpectrumSolver> solvers() {
        List<SpectrumSolver> solvers = new ArrayList<>(List.of(new EjmlSolver(), new LanczosSolver()));
        if (OpenBlasLibrary.failure().isEmpty()) {
            solvers.add(new OpenBlasSolver());
            solvers.add(new OpenBlasSolver(1));
        }
        return solvers;
    }

    static Stream<Arguments> solversAndReferences() throws IOException {
        List<ReferenceMatrix> references = ReferenceMatrix.all();
        return solvers().stream().flatMap(s -> references.stream().map(r -> Arguments.of(s, r)));
    }

    static Stream<Arguments> solversAndShapes() {
        int[][] shapes = {{1, 1}, {1, 9}, {9, 1}, {6, 6}, {7, 30}, {30, 7}, {40, 41}, {64, 64}};
        return solvers().stream().flatMap(s -> Stream.of(shapes).map(shape -> Arguments.of(s, shape[0], shape[1])));
    }

    @ParameterizedTest
    @MethodSource("solversAndReferences")
    void eigenvaluesMatchSixtyDigitArithmetic(SpectrumSolver solver, ReferenceMatrix reference)
            throws EigenscopeException {
        if (reference.source() == Spectrum.Source.SYMMETRIC) {
            assertClose(symmetric(solver, reference.matrix()), reference.eigenvalues(), LAMBDA_TOLERANCE);
        } else {
            assertClose(singularValues(solver, reference.matrix()), roots(reference.eigenvalues()), SIGMA_TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("solversAndShapes")
    void prescribedSingularValuesComeBack(SpectrumSolver solver, int rows, int columns) throws EigenscopeException {
        int n = Math.min(rows, columns);
        double[] prescribed = new double[n];
        for (int i = 0; i < n; i++) {
            prescribed[i] = Math.pow(10, -3.0 * (n - 1 - i) / n);
        }
        Matrix matrix = TestMatrices.withSingularValues(prescribed, rows, columns, 5);
        assertClose(singularValues(solver, matrix), prescribed, SIGMA_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void prescribedEigenvaluesOfBothSignsComeBack(SpectrumSolver solver) throws EigenscopeException {
        double[] prescribed = {-7, -7, -1e-3, 0, 0, 1e-6, 0.5, 3, 3, 3, 11};
        assertClose(symmetric(solver, TestMatrices.withEigenvalues(prescribed, 8)), prescribed, LAMBDA_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void singularValuesDownToTenToTheMinusEightKeepFiveDigits(SpectrumSolver solver) throws EigenscopeException {
        double[] prescribed = {1e-8, 1e-7, 1e-6, 1e-4, 1e-2, 0.1, 1};
        double[] found = singularValues(solver, TestMatrices.withSingularValues(prescribed, 7, 12, 9));
        for (int i = 0; i < prescribed.length; i++) {
            assertThat(found[i] / prescribed[i]).isCloseTo(1, within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void identityHasOnlyOnes(SpectrumSolver solver) throws EigenscopeException {
        double[] identity = new double[25 * 25];
        for (int i = 0; i < 25; i++) {
            identity[i * 25 + i] = 1;
        }
        double[] ones = new double[25];
        Arrays.fill(ones, 1);
        assertClose(singularValues(solver, TestMatrices.of(identity, 25, 25)), ones, SIGMA_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void repeatedSingularValuesKeepTheirMultiplicity(SpectrumSolver solver) throws EigenscopeException {
        double[] prescribed = {1, 1, 1, 1, 2, 2, 2, 5, 5, 5, 5, 5};
        Matrix matrix = TestMatrices.withSingularValues(prescribed, 20, 12, 10);
        assertClose(singularValues(solver, matrix), prescribed, SIGMA_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void zeroMatrixHasOnlyZeros(SpectrumSolver solver) throws EigenscopeException {
        assertThat(singularValues(solver, TestMatrices.of(new double[60], 6, 10)))
                .containsOnly(0)
                .hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void rankOneMatrixHasOneSingularValue(SpectrumSolver solver) throws EigenscopeException {
        double[] values = new double[15 * 20];
        for (int i = 0; i < values.length; i++) {
            values[i] = (1 + i / 20) * (0.5 + i % 20);
        }
        double[] found = singularValues(solver, TestMatrices.of(values, 15, 20));
        double frobenius = Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
        double[] expected = new double[15];
        expected[14] = frobenius;
        assertClose(found, expected, SIGMA_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void cancelledWorkEndsBeforeItStarts(SpectrumSolver solver) {
        ScaledMatrix matrix = new ScaledMatrix(TestMatrices.gaussian(5, 8, 1), 0);
        assertThatThrownBy(() -> solver.squaredSingularValues(matrix, ProgressListener.NONE, () -> true))
                .isInstanceOf(CancelledException.class);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void theMatrixIsLeftAsItWas(SpectrumSolver solver) throws EigenscopeException {
        Matrix matrix = TestMatrices.gaussian(9, 9, 2);
        double[] before = matrix.valuesForReading().clone();
        singularValues(solver, matrix);
        symmetric(solver, matrix);
        assertThat(matrix.valuesForReading()).isEqualTo(before);
    }

    private static double[] singularValues(SpectrumSolver solver, Matrix matrix) throws EigenscopeException {
        double[] squares = solver.squaredSingularValues(
                        new ScaledMatrix(matrix, 0), ProgressListener.NONE, CancelToken.NONE)
                .eigenvalues();
        Arrays.sort(squares);
        return roots(squares);
    }

    private static double[] symmetric(SpectrumSolver solver, Matrix matrix) throws EigenscopeException {
        double[] eigenvalues = solver.symmetricEigenvalues(
                        new ScaledMatrix(matrix, 0), ProgressListener.NONE, CancelToken.NONE)
                .eigenvalues();
        Arrays.sort(eigenvalues);
        return eigenvalues;
    }

    private static double[] roots(double[] squares) {
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private static void assertClose(double[] found, double[] expected, double relativeToLargest) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(found).containsExactly(expected, within(relativeToLargest * largest));
    }
}
