package org.eigenscope.spectrum.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.LowRankProduct;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.Spectrum.Source;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.TestMatrices;
import org.eigenscope.spectrum.engine.ErrorBound;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.eigenscope.spectrum.engine.SpectrumSolverTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterpretationTest {
    private static final double TOLERANCE = 1e-12;

    private final SpectrumCalculator calculator = new SpectrumCalculator();

    @Test
    void aSymmetricMatrixTakenAsWeightsGivesTheSquaresOfItsEigenvalues() throws EigenscopeException {
        Matrix matrix = TestMatrices.withEigenvalues(new double[] {-2, 0.5, 3}, 1);
        Spectrum spectrum = as(Interpretation.WEIGHTS, matrix);
        assertThat(spectrum.positive()).containsExactly(new double[] {0.25, 4, 9}, within(TOLERANCE));
        assertThat(spectrum.details().source()).isEqualTo(Source.GRAM);
    }

    @Test
    void featuresGiveAnEigenvalueForEachDimension() throws EigenscopeException {
        Matrix tall = TestMatrices.withSingularValues(new double[] {1, 2, 3}, 5, 3, 1);
        assertThat(as(Interpretation.FEATURES, tall).positive())
                .containsExactly(new double[] {1, 4, 9}, within(TOLERANCE));
    }

    @Test
    void fewerSamplesThanDimensionsLeaveZeros() throws EigenscopeException {
        Spectrum spectrum =
                as(Interpretation.FEATURES, TestMatrices.withSingularValues(new double[] {1, 2, 3}, 3, 5, 1));
        assertThat(spectrum.size()).isEqualTo(5);
        assertThat(spectrum.zeroCount()).isEqualTo(2);
    }

    @Test
    void theZerosOfFeaturesCountInTheMean() throws EigenscopeException {
        Matrix wide = TestMatrices.withSingularValues(new double[] {1, 2}, 2, 5, 1);
        SpectrumOptions options = SpectrumOptions.withDefaults()
                .withInterpretation(Interpretation.FEATURES)
                .withNormalization(Normalization.UNIT_MEAN);
        assertThat(calculator
                        .compute(wide, options, ProgressListener.NONE, CancelToken.NONE)
                        .positive())
                .containsExactly(new double[] {1, 4}, within(TOLERANCE));
    }

    @Test
    void aGramMatrixBlurredByHalfPrecisionIsTakenAtTheUsersWord() throws EigenscopeException {
        double[] values = TestMatrices.withEigenvalues(new double[] {-2, 0.5, 3}, 1)
                .valuesForReading()
                .clone();
        values[1] += 1e-3;
        Spectrum spectrum = as(Interpretation.GRAM, TestMatrices.of(values, 3, 3));
        assertThat(spectrum.negative()).containsExactly(new double[] {-2}, within(2e-3));
        assertThat(spectrum.details().source()).isEqualTo(Source.SYMMETRIC);
    }

    @Test
    void whatIsFarFromSymmetricIsNoGramMatrix() {
        assertThatThrownBy(() -> as(Interpretation.GRAM, TestMatrices.gaussian(4, 4, 1)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("not symmetric")
                .hasMessageContaining("features");
    }

    @Test
    void whatIsNotSquareIsNoGramMatrix() {
        assertThatThrownBy(() -> as(Interpretation.GRAM, TestMatrices.gaussian(4, 5, 1)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("4×5");
    }

    @ParameterizedTest
    @EnumSource(Normalization.class)
    void aProductOfThinFactorsHasTheSpectrumOfTheFormedOne(Normalization normalization) throws EigenscopeException {
        Matrix left = TestMatrices.gaussian(30, 4, 1);
        Matrix right = TestMatrices.gaussian(4, 20, 2);
        LowRankProduct product = new LowRankProduct(left, right, 0.25, left.provenance());
        SpectrumOptions options = SpectrumOptions.withDefaults().withNormalization(normalization);
        Spectrum found = calculator.computeProduct(product, options, ProgressListener.NONE, CancelToken.NONE);
        double[] expected = calculator
                .compute(product.formed(), options, ProgressListener.NONE, CancelToken.NONE)
                .ascending();
        assertThat(found.zeroCount()).isEqualTo(16);
        for (int i = 16; i < 20; i++) {
            assertThat(found.ascending()[i] / expected[i]).isCloseTo(1, within(TOLERANCE));
        }
    }

    @Test
    void errorsStayWithinTheStatedAccuracy() throws EigenscopeException {
        double[] prescribed = {1e-7, 1e-6, 1e-4, 1e-2, 0.1, 1};
        Matrix matrix = TestMatrices.withSingularValues(prescribed, 6, 12, 9);
        for (SpectrumSolver solver : SpectrumSolverTest.solvers()) {
            SpectrumSolver.Solution solution =
                    solver.squaredSingularValues(new ScaledMatrix(matrix, 0), ProgressListener.NONE, CancelToken.NONE);
            double smallest = Arrays.stream(solution.eigenvalues()).min().orElseThrow();
            double stated = solution.error().relative(smallest, 1);
            assertThat(Math.abs(smallest / 1e-14 - 1)).as(solution.method()).isLessThan(stated);
            assertThat(stated).as(solution.method()).isLessThan(1e-6);
        }
    }

    @Test
    void pooledSolutionsAreAsGoodAsTheWorst() {
        SpectrumSolver.Solution good = new SpectrumSolver.Solution(new double[] {1}, "svd", new ErrorBound(4, true));
        SpectrumSolver.Solution poor = new SpectrumSolver.Solution(new double[] {2}, "gram", new ErrorBound(2, false));
        SpectrumSolver.Solution pooled = SpectrumSolver.Solution.pooled(List.of(poor, good));
        assertThat(pooled.eigenvalues()).containsExactly(2, 1);
        assertThat(pooled.error()).isEqualTo(poor.error());
    }

    private Spectrum as(Interpretation interpretation, Matrix matrix) throws EigenscopeException {
        SpectrumOptions options = SpectrumOptions.withDefaults().withInterpretation(interpretation);
        return calculator.compute(matrix, options, ProgressListener.NONE, CancelToken.NONE);
    }
}
