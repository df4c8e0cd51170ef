package org.eigenscope.spectrum.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NonFiniteEntriesException;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Estimate;
import org.eigenscope.spectrum.ProbeVectors;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectralDensityEstimate;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.TestMatrices;
import org.eigenscope.spectrum.dense.DenseKernel;
import org.eigenscope.spectrum.dense.OpenBlasKernel;
import org.eigenscope.spectrum.dense.OpenBlasLibrary;
import org.eigenscope.spectrum.dense.PlainKernel;
import org.eigenscope.spectrum.engine.Job;
import org.eigenscope.spectrum.engine.RowSummary;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanczosQuadratureTest {
    private static final int SEEDS = 30;

    private static final int PROBES = 20;

    /** Of the root mean square of standardised errors over the seeds, which is 1 ± 0.13 when error bars are honest. */
    private static final double LEAST_SPREAD = 0.6;

    private static final double MOST_SPREAD = 1.5;

    /** Of their mean, which is 0 ± 0.18 but for the skewness of quadratic forms. */
    private static final double MOST_BIAS = 0.65;

    private static final double ROUNDING = 1e-10;

    static List<DenseKernel> kernels() {
        List<DenseKernel> kernels = new ArrayList<>(List.of(new PlainKernel()));
        if (OpenBlasLibrary.failure().isEmpty()) {
            kernels.add(new OpenBlasKernel());
        }
        return kernels;
    }

    /** Tall, wide and square, so that each way of walking is taken. */
    static Stream<Matrix> shapes() {
        double[] singularValues = spread(120);
        return Stream.of(
                TestMatrices.withSingularValues(singularValues, 120, 200, 3),
                TestMatrices.withSingularValues(singularValues, 200, 120, 3),
                TestMatrices.withSingularValues(singularValues, 120, 120, 3));
    }

    /** σ from 0.03 to 3, evenly in the logarithm. */
    private static double[] spread(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> 0.03 * Math.pow(100, i / (n - 1.0)));
        return values;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void errorBarsOfTraceLogDeterminantAndMassAreHonest(Matrix matrix) throws EigenscopeException {
        double[] eigenvalues = Arrays.stream(spread(120)).map(v -> v * v).toArray();
        List<SpectralDensityEstimate> estimates = overSeeds(matrix);
        assertHonest(
                estimates,
                SpectralDensityEstimate::trace,
                Arrays.stream(eigenvalues).sum());
        assertHonest(
                estimates,
                SpectralDensityEstimate::logDeterminant,
                Arrays.stream(eigenvalues).map(Math::log).sum());
        assertHonest(estimates, estimate -> estimate.massBelow(1), fractionBelow(eigenvalues, 1));
    }

    @Test
    void whatTheRulesCannotResolveLiesWithinTheirBounds() throws EigenscopeException {
        double[] singularValues = spread(400);
        double[] eigenvalues = Arrays.stream(singularValues).map(v -> v * v).toArray();
        Matrix matrix = TestMatrices.withSingularValues(singularValues, 400, 450, 5);
        SpectralDensityEstimate estimate = estimate(matrix, settings(1, 16));
        for (double eigenvalue : new double[] {0.002, 0.01, 0.1, 1, 4, 8}) {
            double exact = fractionBelow(eigenvalues, eigenvalue);
            Estimate least = estimate.leastMassBelow(eigenvalue);
            Estimate most = estimate.mostMassBelow(eigenvalue);
            assertThat(least.value() - 4 * least.standardError()).isLessThan(exact);
            assertThat(most.value() + 4 * most.standardError()).isGreaterThan(exact);
            assertThat(estimate.massBelow(eigenvalue).value()).isBetween(least.value(), most.value());
        }
    }

    @Test
    void theBoundsCloseInWithMoreSteps() throws EigenscopeException {
        Matrix matrix = TestMatrices.withSingularValues(spread(200), 200, 250, 5);
        assertThat(gap(estimate(matrix, settings(1, 60)))).isLessThan(0.5 * gap(estimate(matrix, settings(1, 15))));
    }

    private static double gap(SpectralDensityEstimate estimate) {
        return estimate.mostMassBelow(1).value() - estimate.leastMassBelow(1).value();
    }

    @Test
    void errorBarsOfASignedSpectrumAreHonest() throws EigenscopeException {
        int n = 120;
        double[] eigenvalues = new double[n];
        // a gap around 0, so that the rules can tell the signs
        Arrays.setAll(eigenvalues, i -> i < 40 ? -1 - i / 40.0 : 1 + 3.0 * (i - 40) / 80);
        List<SpectralDensityEstimate> estimates = overSeeds(TestMatrices.withEigenvalues(eigenvalues, 4));
        assertHonest(estimates, SpectralDensityEstimate::negativeMass, 40.0 / n);
        assertHonest(
                estimates,
                SpectralDensityEstimate::trace,
                Arrays.stream(eigenvalues).sum());
    }

    @ParameterizedTest
    @EnumSource(ProbeVectors.class)
    void eitherKindOfVectorFindsTheMass(ProbeVectors vectors) throws EigenscopeException {
        Matrix matrix = TestMatrices.withSingularValues(spread(120), 120, 200, 3);
        SpectralDensityEstimate estimate = estimate(matrix, new QuadratureSettings(30, 40, 1, vectors));
        Estimate half = estimate.massBelow(0.09);
        assertThat(half.value()).isCloseTo(0.5, within(4 * half.standardError()));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void extremeEigenvaluesComeToManyDigits(DenseKernel kernel) throws EigenscopeException {
        double[] singularValues = spread(200);
        singularValues[199] = 10;
        Matrix matrix = TestMatrices.withSingularValues(singularValues, 200, 300, 3);
        SpectralDensityEstimate estimate =
                run(matrix, kernel, new QuadratureSettings(4, 60, 1, ProbeVectors.RADEMACHER));
        assertThat(estimate.largest()).isCloseTo(100, within(1e-9));
        assertThat(estimate.smallest()).isGreaterThanOrEqualTo(0.03 * 0.03 * (1 - 1e-9));
    }

    @Test
    void aChainThatExhaustsTheSpectrumFindsEveryEigenvalueItself() throws EigenscopeException {
        double[] prescribed = {1, 1, 2, 2, 2, 5, 5, 8};
        Matrix matrix = TestMatrices.withSingularValues(prescribed, 8, 12, 6);
        SpectralDensityEstimate estimate = estimate(matrix, new QuadratureSettings(400, 8, 3, ProbeVectors.GAUSSIAN));
        Estimate ones = estimate.massBetween(1 - ROUNDING, 1 + ROUNDING);
        Estimate fours = estimate.massBetween(4 - ROUNDING, 4 + ROUNDING);
        assertThat(ones.value()).isCloseTo(2 / 8.0, within(4 * ones.standardError()));
        assertThat(fours.value()).isCloseTo(3 / 8.0, within(4 * fours.standardError()));
        assertThat(estimate.massBetween(4 + ROUNDING, 25 - ROUNDING).value()).isZero();
    }

    @Test
    void theIdentityIsAllOnes() throws EigenscopeException {
        double[] ones = new double[30];
        Arrays.fill(ones, 1);
        Matrix identity = TestMatrices.withEigenvalues(ones, 1);
        SpectralDensityEstimate estimate = estimate(identity, new QuadratureSettings(4, 10, 1, ProbeVectors.GAUSSIAN));
        assertThat(estimate.massBetween(1 - ROUNDING, 1 + ROUNDING).value()).isCloseTo(1, within(1e-12));
        assertThat(estimate.trace().value()).isCloseTo(30, within(1e-9));
    }

    @Test
    void aZeroMatrixIsAllZeros() throws EigenscopeException {
        Spectrum spectrum =
                spectrum(TestMatrices.of(new double[200], 10, 20), SpectrumOptions.withDefaults(), new PlainKernel());
        assertThat(spectrum.zeroCount()).isEqualTo(10);
        assertThat(spectrum.estimate().orElseThrow().zeroMass().value()).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void rankDeficiencyIsSeenAsMassAtZero() throws EigenscopeException {
        double[] singularValues = new double[100];
        Arrays.fill(singularValues, 0, 60, 1);
        Arrays.fill(singularValues, 50, 60, 2);
        Matrix matrix = TestMatrices.withSingularValues(singularValues, 100, 130, 6);
        Estimate zeros = estimate(matrix, new QuadratureSettings(50, 20, 1, ProbeVectors.GAUSSIAN))
                .zeroMass();
        assertThat(zeros.value()).isCloseTo(0.4, within(4 * zeros.standardError()));
        assertThat(zeros.standardError()).isBetween(1e-4, 0.05);
    }

    @Test
    void featuresOfFewerSamplesThanDimensionsHaveTheRestAtZero() throws EigenscopeException {
        SpectrumOptions options = SpectrumOptions.withDefaults().withInterpretation(Interpretation.FEATURES);
        Spectrum spectrum = spectrum(TestMatrices.gaussian(20, 80, 5), options, new PlainKernel());
        assertThat(spectrum.size()).isEqualTo(80);
        assertThat(spectrum.zeroCount()).isEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theSameSeedGivesTheSameSpectrum(DenseKernel kernel) throws EigenscopeException {
        Matrix matrix = TestMatrices.gaussian(60, 90, 7);
        SpectrumOptions options = SpectrumOptions.withDefaults();
        double[] first = spectrum(matrix, options, kernel).positive();
        assertThat(spectrum(matrix, options, kernel).positive()).isEqualTo(first);
        // the kernels sum in other orders
        assertThat(spectrum(matrix, options, new PlainKernel()).positive())
                .containsExactly(first, within(1e-6 * first[59]));
    }

    @Test
    void representativesOfTheDensityFollowTheEigenvalues() throws EigenscopeException {
        Matrix matrix = TestMatrices.gaussian(200, 300, 8);
        double[] exact = new SpectrumCalculator()
                .compute(matrix, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE)
                .positive();
        double[] found = spectrum(matrix, SpectrumOptions.withDefaults(), new PlainKernel())
                .positive();
        assertThat(found).hasSize(200);
        for (int i = 0; i < 200; i++) {
            assertThat(found[i] / exact[i]).isCloseTo(1, within(0.1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e150})
    void extremeScalesCostNoDigits(double scale) throws EigenscopeException {
        double[] values = TestMatrices.gaussian(20, 30, 2).valuesForReading();
        double[] scaled = Arrays.stream(values).map(v -> v * scale).toArray();
        SpectrumOptions options = SpectrumOptions.withDefaults();
        double[] expected = spectrum(TestMatrices.of(values, 20, 30), options, new PlainKernel())
                .positive();
        double[] found = spectrum(TestMatrices.of(scaled, 20, 30), options, new PlainKernel())
                .positive();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i] / scale / scale / expected[i]).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void unitMeanDividesByTheKnownTrace() throws EigenscopeException {
        SpectrumOptions options = SpectrumOptions.withDefaults().withNormalization(Normalization.UNIT_MEAN);
        Spectrum spectrum = spectrum(TestMatrices.gaussian(60, 90, 7), options, new PlainKernel());
        Estimate trace = spectrum.estimate().orElseThrow().trace();
        assertThat(trace.value() / 60).isCloseTo(1, within(4 * trace.standardError() / 60));
    }

    @Test
    void symmetryIsToldFromTheRowsAlone() throws EigenscopeException {
        Matrix symmetric = TestMatrices.withEigenvalues(spread(40), 2);
        double[] values = symmetric.valuesForReading().clone();
        values[7] += 1e-3;
        Job job = new Job(ProgressListener.NONE, CancelToken.NONE);
        assertThat(RowSummary.of(RowBlocks.of(symmetric), 7, job).isSymmetric()).isTrue();
        assertThat(RowSummary.of(RowBlocks.of(TestMatrices.of(values, 40, 40)), 7, job)
                        .isSymmetric())
                .isFalse();
    }

    @Test
    void nonFiniteEntriesAreCountedAndTheFirstIsLocated() {
        double[] values = new double[12];
        values[6] = Double.NaN;
        values[11] = Double.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> estimate(TestMatrices.of(values, 3, 4), QuadratureSettings.withDefaults()))
                .isInstanceOf(NonFiniteEntriesException.class)
                .hasMessageContaining("2 entries of test.npy#w")
                .hasMessageContaining("row 1, column 2");
    }

    @Test
    void slicesAreNotPooled() {
        SpectrumOptions options = SpectrumOptions.withDefaults().withSolver(SolverChoice.SLQ);
        assertThatThrownBy(() -> new SpectrumCalculator()
                        .computePooled(
                                List.of(TestMatrices.gaussian(3, 4, 1)),
                                options,
                                ProgressListener.NONE,
                                CancelToken.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("flatten");
    }

    @Test
    void cancelledWorkStopsBetweenBlocks() {
        assertThatThrownBy(() -> new SpectrumCalculator()
                        .estimate(
                                RowBlocks.of(TestMatrices.gaussian(30, 40, 1)),
                                SpectrumOptions.withDefaults(),
                                ProgressListener.NONE,
                                () -> true))
                .isInstanceOf(CancelledException.class);
    }

    private static double fractionBelow(double[] eigenvalues, double limit) {
        return (double) Arrays.stream(eigenvalues).filter(v -> v <= limit).count() / eigenvalues.length;
    }

    private static QuadratureSettings settings(long seed, int steps) {
        return new QuadratureSettings(PROBES, steps, seed, ProbeVectors.GAUSSIAN);
    }

    private static List<SpectralDensityEstimate> overSeeds(Matrix matrix) throws EigenscopeException {
        List<SpectralDensityEstimate> estimates = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            estimates.add(run(matrix, new PlainKernel(), settings(1_000_003L * seed, 30)));
        }
        return estimates;
    }

    /** Standardised errors over seeds scatter about 0 with unit variance, within what so many seeds can tell. */
    private static void assertHonest(
            List<SpectralDensityEstimate> estimates,
            Function<SpectralDensityEstimate, Estimate> quantity,
            double exact) {
        double[] z = estimates.stream()
                .map(quantity)
                .mapToDouble(found -> (found.value() - exact) / found.standardError())
                .toArray();
        assertThat(Arrays.stream(z).average().orElseThrow()).isBetween(-MOST_BIAS, MOST_BIAS);
        double squares = Arrays.stream(z).map(v -> v * v).average().orElseThrow();
        assertThat(Math.sqrt(squares)).isBetween(LEAST_SPREAD, MOST_SPREAD);
    }

    private static SpectralDensityEstimate estimate(Matrix matrix, QuadratureSettings settings)
            throws EigenscopeException {
        return run(matrix, DenseKernel.best(), settings);
    }

    private static SpectralDensityEstimate run(Matrix matrix, DenseKernel kernel, QuadratureSettings settings)
            throws EigenscopeException {
        return spectrum(matrix, SpectrumOptions.withDefaults().withQuadrature(settings), kernel)
                .estimate()
                .orElseThrow();
    }

    private static Spectrum spectrum(Matrix matrix, SpectrumOptions options, DenseKernel kernel)
            throws EigenscopeException {
        Job job = new Job(ProgressListener.NONE, CancelToken.NONE);
        return new LanczosQuadrature(RowBlocks.of(matrix), options, kernel, job).estimate();
    }
}
