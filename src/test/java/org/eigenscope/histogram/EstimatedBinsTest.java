package org.eigenscope.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.api.Test;

class EstimatedBinsTest {
    private static final int ROWS = 200;
    private static final int COLUMNS = 100;
    private static final int BINS = 6;

    /** Of 6 standardised errors that Rademacher vectors scatter by 1. */
    private static final double MOST_STANDARD_ERRORS = 4;

    private static Matrix gaussian(int zeroRows) {
        Random random = new Random(11);
        double[] entries = random.doubles((long) ROWS * COLUMNS, -1, 1).toArray();
        Arrays.fill(entries, 0, zeroRows * COLUMNS, 0);
        return Matrix.ofRowMajor(
                entries, ROWS, COLUMNS, ElementType.F64, new Provenance(Path.of("w.npy"), "", Map.of()));
    }

    private static Spectrum spectrum(Matrix matrix, SolverChoice solver) throws EigenscopeException {
        return new SpectrumCalculator()
                .compute(
                        matrix,
                        SpectrumOptions.withDefaults().withSolver(solver),
                        ProgressListener.NONE,
                        CancelToken.NONE);
    }

    private static EstimatedBins estimated(Spectrum spectrum) {
        return EstimatedBins.of(spectrum.estimate().orElseThrow(), LogHistogram.of(spectrum.positive(), BINS));
    }

    private static double total(EstimatedBins bins) {
        double total = 0;
        for (int i = 0; i < BINS; i++) {
            total += bins.densities()[i] * (bins.edges()[i + 1] - bins.edges()[i]);
        }
        return total;
    }

    @Test
    void theExactCountsLieWithinAFewStandardErrors() throws EigenscopeException {
        Matrix matrix = gaussian(0);
        EstimatedBins bins = estimated(spectrum(matrix, SolverChoice.SLQ));
        double[] exact = spectrum(matrix, SolverChoice.EJML).positive();
        for (int i = 1; i < BINS - 1; i++) {
            double lower = bins.edges()[i];
            double upper = bins.edges()[i + 1];
            double count =
                    Arrays.stream(exact).filter(v -> v >= lower && v < upper).count();
            double density = count / COLUMNS / (upper - lower);
            assertThat(Math.abs(bins.densities()[i] - density) / bins.standardErrors()[i])
                    .as("standard errors between bin %d and the count", i)
                    .isLessThan(MOST_STANDARD_ERRORS);
        }
    }

    @Test
    void theDensityHoldsThePartOfThePositiveOnes() throws EigenscopeException {
        Spectrum half = spectrum(gaussian(ROWS - COLUMNS / 2), SolverChoice.SLQ);
        assertThat(half.zeroCount()).isPositive();
        double zeros = half.estimate().orElseThrow().zeroMass().value();
        assertThat(total(estimated(half))).isCloseTo(1 - zeros, within(1e-9));
    }

    @Test
    void aBinOfLessThanHalfAnEigenvalueIsEmpty() throws EigenscopeException {
        Spectrum spectrum = spectrum(gaussian(0), SolverChoice.SLQ);
        EstimatedBins fine = EstimatedBins.of(
                spectrum.estimate().orElseThrow(), LogHistogram.of(spectrum.positive(), 100 * COLUMNS));
        double[] edges = fine.edges();
        for (int i = 0; i < fine.densities().length; i++) {
            double count = fine.densities()[i] * COLUMNS * (edges[i + 1] - edges[i]);
            assertThat(count == 0 || count > 0.49).isTrue();
        }
        assertThat(fine.densities()).contains(0);
    }
}
