package org.eigenscope.spectrum.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.ConvolutionSlices;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.FiniteRows;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.MatrixPart;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.ShuffledEntries;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.Spectrum.Source;
import org.eigenscope.spectrum.SpectrumOptions;
import org.junit.jupiter.api.Test;

/** Spectra of small complex matrices, worked out by hand. */
class ComplexSpectrumTest {
    private static final Offset<Double> ROUNDING = within(1e-13);

    @Test
    void hermitianMatrixGivesItsOwnEigenvalues() throws Exception {
        Spectrum spectrum = spectrum(complex(2, 2, 0, 0, 1, 0, -1, 2, 0));
        assertThat(spectrum.ascending()).containsExactly(new double[] {1, 3}, ROUNDING);
        assertThat(spectrum.details().source()).isEqualTo(Source.HERMITIAN);
        assertThat(spectrum.details().source().dysonIndex()).isEqualTo(2);
        assertThat(spectrum.details().rows()).isEqualTo(2);
    }

    @Test
    void hermitianMatrixKeepsItsNegativeEigenvalues() throws Exception {
        assertThat(spectrum(complex(2, 0, 0, 0, -2, 0, 2, 0, 0)).ascending())
                .containsExactly(new double[] {-2, 2}, ROUNDING);
    }

    @Test
    void complexSymmetricMatrixIsTakenForAGeneralOne() throws Exception {
        // [[1, i], [i, 1]] has the eigenvalues 1 ± i and twice the singular value √2
        Spectrum spectrum = spectrum(complex(2, 1, 0, 0, 1, 0, 1, 1, 0));
        assertThat(spectrum.details().source()).isEqualTo(Source.COMPLEX_GRAM);
        assertThat(spectrum.ascending()).containsExactly(new double[] {2, 2}, ROUNDING);
    }

    @Test
    void rectangularMatrixGivesSquaredSingularValuesAndTheShapesAspectRatio() throws Exception {
        Spectrum spectrum = spectrum(complex(3, 0, 3, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0));
        assertThat(spectrum.ascending()).containsExactly(new double[] {9, 16}, ROUNDING);
        assertThat(spectrum.details().aspectRatio()).hasValue(2.0 / 3);
    }

    @Test
    void unitVarianceDividesByTheVarianceOfComplexEntries() throws Exception {
        // the mean of i, i, i, −i is i/2, so that the variance is 1 − 1/4; σ² = 2 twice
        Matrix matrix = complex(2, 0, 1, 0, 1, 0, 1, 0, -1);
        SpectrumOptions options = SpectrumOptions.withDefaults().withNormalization(Normalization.UNIT_VARIANCE);
        assertThat(spectrum(matrix, options).ascending()).containsExactly(new double[] {4.0 / 3, 4.0 / 3}, ROUNDING);
    }

    @Test
    void normalisationOfMarchenkoAndPasturDividesByTheLargerSideOfTheComplexMatrix() throws Exception {
        SpectrumOptions options = SpectrumOptions.withDefaults().withNormalization(Normalization.MP);
        assertThat(spectrum(complex(3, 0, 3, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0), options)
                        .ascending())
                .containsExactly(new double[] {3, 3}, ROUNDING);
    }

    @Test
    void featuresHaveAnEigenvalueForEachColumn() throws Exception {
        SpectrumOptions options = SpectrumOptions.withDefaults().withInterpretation(Interpretation.FEATURES);
        Spectrum spectrum = spectrum(complex(3, 0, 3, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0), options);
        assertThat(spectrum.ascending()).containsExactly(new double[] {0, 9, 16}, ROUNDING);
        assertThat(spectrum.details().source()).isEqualTo(Source.COMPLEX_FEATURES);
    }

    @Test
    void aRankOfOneLeavesTheOthersZero() throws Exception {
        Spectrum spectrum = spectrum(complex(2, 1, 1, 2, 2, 1, 1, 2, 2));
        assertThat(spectrum.zeroCount()).isEqualTo(1);
        assertThat(spectrum.positive()).containsExactly(new double[] {20}, within(1e-12));
    }

    @Test
    void matrixThatIsNotHermitianIsRefusedAsGramMatrix() {
        SpectrumOptions options = SpectrumOptions.withDefaults().withInterpretation(Interpretation.GRAM);
        assertThatThrownBy(() -> spectrum(complex(2, 1, 0, 0, 1, 0, 1, 1, 0), options))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not Hermitian");
    }

    @Test
    void imaginaryPartThatIsNotFiniteIsNamedByItsRowAndColumn() {
        assertThatThrownBy(() -> spectrum(complex(2, 1, 0, 0, 1, 0, Double.NaN, 1, 0)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("1 of the 4 entries")
                .hasMessageContaining("row 1, column 0");
    }

    @Test
    void rowsWithSuchEntriesAreLeftOut() throws Exception {
        FiniteRows rows = FiniteRows.of(complex(1, 1, 2, Double.NaN, 0, 3, 4));
        assertThat(rows.droppedRows()).isEqualTo(1);
        assertThat(rows.matrix().valuesForReading()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void shufflingKeepsAHermitianMatrixHermitian() throws Exception {
        Matrix shuffled = ShuffledEntries.of(complex(3, 1, 0, 2, 3, 4, 5, 2, -3, 6, 0, 7, 8, 4, -5, 7, -8, 9, 0), 3);
        assertThat(spectrum(shuffled).details().source()).isEqualTo(Source.HERMITIAN);
        assertThat(shuffled.imaginary(0, 1)).isNotZero().isEqualTo(-shuffled.imaginary(1, 0));
    }

    @Test
    void partsAndSlicesKeepBothPartsOfTheirEntries() {
        Matrix whole = complex(2, 1, 2, 3, 4, 5, 6, 7, 8);
        Provenance name = whole.provenance();
        assertThat(new MatrixPart(false, 1, 1).cutFrom(whole, name).valuesForReading())
                .containsExactly(3, 4, 7, 8);
        assertThat(ConvolutionSlices.of(whole, 1).get(1).valuesForReading()).containsExactly(3, 4, 7, 8);
    }

    private static Spectrum spectrum(Matrix matrix) throws Exception {
        return spectrum(matrix, SpectrumOptions.withDefaults());
    }

    private static Spectrum spectrum(Matrix matrix, SpectrumOptions options) throws Exception {
        return new SpectrumCalculator().compute(matrix, options, ProgressListener.NONE, CancelToken.NONE);
    }

    private static Matrix complex(int columns, double... parts) {
        return Matrix.ofRowMajor(
                parts,
                parts.length / 2 / columns,
                columns,
                ElementType.C128,
                new Provenance(Path.of("m"), "", Map.of()));
    }
}
