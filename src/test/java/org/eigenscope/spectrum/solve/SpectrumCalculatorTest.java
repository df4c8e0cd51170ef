package org.eigenscope.spectrum.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.Spectrum.Source;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.TestMatrices;
import org.eigenscope.spectrum.dense.OpenBlasLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumCalculatorTest {
    private static final double RELATIVE_TOLERANCE = 1e-12;

    private final SpectrumCalculator calculator = new SpectrumCalculator();

    @Test
    void rectangularMatrixGivesTheSmallerSidesCountOfSquaredSingularValues() throws EigenscopeException {
        Spectrum spectrum = raw(TestMatrices.withSingularValues(new double[] {1, 2, 3}, 3, 5, 1));
        assertThat(spectrum.positive()).containsExactly(new double[] {1, 4, 9}, within(1e-13));
    }

    @Test
    void rectangularMatrixTellsItsAspectRatio() throws EigenscopeException {
        assertThat(raw(TestMatrices.gaussian(3, 5, 1)).details().aspectRatio()).hasValue(0.6);
    }

    @Test
    void symmetricMatrixGivesItsOwnEigenvalues() throws EigenscopeException {
        Spectrum spectrum = raw(TestMatrices.withEigenvalues(new double[] {-2, 0.5, 3}, 1));
        assertThat(spectrum.negative()).containsExactly(new double[] {-2}, within(1e-14));
        assertThat(spectrum.positive()).containsExactly(new double[] {0.5, 3}, within(1e-14));
    }

    @Test
    void symmetricMatrixTellsNoAspectRatio() throws EigenscopeException {
        Spectrum spectrum = raw(TestMatrices.withEigenvalues(new double[] {1, 2, 3}, 1));
        assertThat(spectrum.details().aspectRatio()).isEmpty();
    }

    @Test
    void squareMatrixThatIsNotSymmetricGivesSquaredSingularValues() throws EigenscopeException {
        assertThat(raw(TestMatrices.gaussian(6, 6, 3)).details().source()).isEqualTo(Source.GRAM);
    }

    @ParameterizedTest
    @MethodSource("exactSolvers")
    void rankDeficiencyIsCountedAsZeros(SolverChoice solver) throws EigenscopeException {
        Matrix matrix = TestMatrices.withSingularValues(new double[] {0, 0, 0, 1, 2, 40, 5, 7}, 8, 30, 4);
        SpectrumOptions options = SpectrumOptions.withDefaults().withSolver(availableOr(solver));
        Spectrum spectrum = calculator.compute(matrix, options, ProgressListener.NONE, CancelToken.NONE);
        assertThat(spectrum.zeroCount()).isEqualTo(3);
    }

    @Test
    void rankDeficiencyBlurredByFloat32IsCountedAsZeros() throws EigenscopeException {
        Matrix exact = TestMatrices.withSingularValues(new double[] {0, 0, 0.2, 1, 3}, 5, 30, 4);
        assertThat(raw(rounded(exact, ElementType.F32, 24)).zeroCount()).isEqualTo(2);
    }

    @Test
    void rankDeficiencyBlurredByBfloat16IsCountedAsZeros() throws EigenscopeException {
        double[] singularValues = new double[60];
        Arrays.fill(singularValues, 0, 40, 1);
        Matrix exact = TestMatrices.withSingularValues(singularValues, 60, 100, 4);
        assertThat(raw(rounded(exact, ElementType.BF16, 8)).zeroCount()).isEqualTo(20);
    }

    @Test
    void theBulkOfAWideBfloat16MatrixIsNotTakenForZeros() throws EigenscopeException {
        Matrix matrix = rounded(TestMatrices.gaussian(300, 400, 6), ElementType.BF16, 8);
        assertThat(raw(matrix).zeroCount()).isZero();
    }

    @Test
    void zeroMatrixHasOnlyZeros() throws EigenscopeException {
        Spectrum spectrum = raw(TestMatrices.of(new double[12], 3, 4));
        assertThat(spectrum.zeroCount()).isEqualTo(3);
        assertThat(spectrum.positiveCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-120, 1e-3, 1e120, 1e150})
    void scalingTheMatrixScalesTheEigenvalues(double scale) throws EigenscopeException {
        double[] expected = raw(TestMatrices.gaussian(4, 6, 5)).positive();
        double[] found = raw(scaled(TestMatrices.gaussian(4, 6, 5), scale)).positive();
        for (int i = 0; i < 4; i++) {
            assertThat(found[i] / scale / scale / expected[i]).isCloseTo(1, within(RELATIVE_TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e200})
    void eigenvaluesThatFitNoDoubleAreRefusedWithAdvice(double scale) {
        assertThatThrownBy(() -> raw(scaled(TestMatrices.gaussian(4, 6, 5), scale)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("unit-variance");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e200})
    void unitVarianceRescuesEigenvaluesThatFitNoDouble(double scale) throws EigenscopeException {
        double[] expected = normalized(TestMatrices.gaussian(4, 6, 5), Normalization.UNIT_VARIANCE)
                .positive();
        double[] found = normalized(scaled(TestMatrices.gaussian(4, 6, 5), scale), Normalization.UNIT_VARIANCE)
                .positive();
        assertThat(found).containsExactly(expected, within(1e-12));
    }

    @Test
    void marchenkoPasturNormalizationDividesByTheLargerSide() throws EigenscopeException {
        Spectrum spectrum =
                normalized(TestMatrices.withSingularValues(new double[] {1, 2, 3}, 3, 5, 1), Normalization.MP);
        assertThat(spectrum.positive()).containsExactly(new double[] {0.2, 0.8, 1.8}, within(1e-13));
    }

    @Test
    void unitVarianceNormalizationOfGaussianWeightsHasMeanOne() throws EigenscopeException {
        Matrix matrix = scaled(TestMatrices.gaussian(60, 90, 12), 37);
        double mean = Arrays.stream(
                        normalized(matrix, Normalization.UNIT_VARIANCE).positive())
                .average()
                .orElseThrow();
        // the mean of λ/(max·var) is Σw²/(m·n·var), 1 but for the square of the entries' own mean
        assertThat(mean).isCloseTo(1, within(1e-3));
    }

    @Test
    void unitMeanNormalizationCountsZerosInTheMean() throws EigenscopeException {
        Matrix matrix = TestMatrices.withSingularValues(new double[] {0, 1, 2}, 3, 5, 1);
        double[] positive = normalized(matrix, Normalization.UNIT_MEAN).positive();
        assertThat(positive).containsExactly(new double[] {0.6, 2.4}, within(1e-13));
    }

    @Test
    void normalizationAppliesToTheZeroTolerance() throws EigenscopeException {
        Matrix matrix = TestMatrices.gaussian(3, 5, 1);
        double raw = raw(matrix).details().zeroTolerance();
        double normalized = normalized(matrix, Normalization.MP).details().zeroTolerance();
        assertThat(normalized / raw).isCloseTo(0.2, within(RELATIVE_TOLERANCE));
    }

    @Test
    void unitVarianceOfConstantEntriesIsRefused() {
        double[] ones = new double[6];
        Arrays.fill(ones, 1);
        assertThatThrownBy(() -> normalized(TestMatrices.of(ones, 2, 3), Normalization.UNIT_VARIANCE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("equal");
    }

    @Test
    void unitMeanOfAZeroMatrixIsRefused() {
        assertThatThrownBy(() -> normalized(TestMatrices.of(new double[6], 2, 3), Normalization.UNIT_MEAN))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("mean");
    }

    @Test
    void nonFiniteEntriesAreCountedAndTheFirstIsLocated() {
        double[] values = new double[12];
        values[6] = Double.NaN;
        values[11] = Double.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> raw(TestMatrices.of(values, 3, 4)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("2 of the 12 entries of test.npy#w")
                .hasMessageContaining("(NaN) at row 1, column 2");
    }

    @Test
    void pooledSlicesGiveAllTheirEigenvaluesTogether() throws EigenscopeException {
        Matrix one = TestMatrices.withSingularValues(new double[] {1, 2}, 2, 3, 1);
        Matrix two = TestMatrices.withSingularValues(new double[] {3, 4}, 2, 3, 2);
        Spectrum spectrum = calculator.computePooled(
                List.of(one, two), SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE);
        assertThat(spectrum.positive()).containsExactly(new double[] {1, 4, 9, 16}, within(1e-13));
    }

    @Test
    void slicesOfDifferentShapesCannotBePooled() {
        List<Matrix> slices = List.of(TestMatrices.gaussian(2, 3, 1), TestMatrices.gaussian(3, 2, 1));
        assertThatThrownBy(() -> calculator.computePooled(
                        slices, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2×3")
                .hasMessageContaining("3×2");
    }

    private Spectrum raw(Matrix matrix) throws EigenscopeException {
        return normalized(matrix, Normalization.RAW);
    }

    private Spectrum normalized(Matrix matrix, Normalization normalization) throws EigenscopeException {
        SpectrumOptions options = SpectrumOptions.withDefaults().withNormalization(normalization);
        return calculator.compute(matrix, options, ProgressListener.NONE, CancelToken.NONE);
    }

    static List<SolverChoice> exactSolvers() {
        return Solvers.choices().stream()
                .filter(choice -> !choice.equals(SolverChoice.SLQ))
                .toList();
    }

    private static SolverChoice availableOr(SolverChoice choice) {
        boolean missing = choice.equals(SolverChoice.OPENBLAS)
                && OpenBlasLibrary.failure().isPresent();
        return missing ? SolverChoice.AUTO : choice;
    }

    private static Matrix scaled(Matrix matrix, double factor) {
        double[] values = matrix.valuesForReading().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return TestMatrices.of(values, matrix.rows(), matrix.columns());
    }

    /** Entries rounded to so many significant bits, as the type stores them. */
    private static Matrix rounded(Matrix matrix, ElementType type, int bits) {
        double[] values = matrix.valuesForReading().clone();
        for (int i = 0; i < values.length; i++) {
            double unit = Math.scalb(1.0, Math.getExponent(values[i]) - bits + 1);
            values[i] = Math.rint(values[i] / unit) * unit;
        }
        return TestMatrices.of(values, matrix.rows(), matrix.columns(), type);
    }
}
