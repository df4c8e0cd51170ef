package org.eigenscope.analysis;

import java.util.List;
import java.util.Objects;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.ConvolutionSlices;
import org.eigenscope.matrix.FiniteRows;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.ShuffledEntries;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumCalculator;
import org.eigenscope.spectrum.SpectrumOptions;

/**
 * The spectrum of a tensor in a file, read and decomposed.
 *
 * @param label the tensor, as users name it
 * @param spectrum its eigenvalues
 * @param droppedRows rows left out because they held NaN or an infinity
 */
public record TensorSpectrum(String label, Spectrum spectrum, int droppedRows) {
    public TensorSpectrum {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(spectrum, "spectrum");
    }

    /**
     * The spectrum of all rows.
     *
     * @throws EigenscopeException if the tensor cannot be read or decomposed, holds NaN or an infinity, or the work was
     *     cancelled
     */
    public static TensorSpectrum of(
            SelectedTensor tensor, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        Matrix matrix = tensor.file().read(tensor.info().name(), progress, cancel);
        return of(tensor, new FiniteRows(matrix, 0), options, progress, cancel);
    }

    /**
     * The ghost of a spectrum: that of the same entries in random places.
     *
     * @param seed sets the places
     * @throws EigenscopeException as for {@link #of}
     */
    public static TensorSpectrum ofShuffledEntries(
            SelectedTensor tensor, SpectrumOptions options, long seed, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        Matrix matrix = tensor.file().read(tensor.info().name(), progress, cancel);
        return of(tensor, new FiniteRows(ShuffledEntries.of(matrix, seed), 0), options, progress, cancel);
    }

    /**
     * The spectrum of the rows without NaN and infinities.
     *
     * @throws EigenscopeException if the tensor cannot be read or decomposed, no row is finite, or the work was cancelled
     */
    public static TensorSpectrum ofFiniteRows(
            SelectedTensor tensor, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        Matrix matrix = tensor.file().read(tensor.info().name(), progress, cancel);
        return of(tensor, FiniteRows.of(matrix), options, progress, cancel);
    }

    private static TensorSpectrum of(
            SelectedTensor tensor,
            FiniteRows rows,
            SpectrumOptions options,
            ProgressListener progress,
            CancelToken cancel)
            throws EigenscopeException {
        Spectrum spectrum =
                decompose(new SpectrumCalculator(), tensor.info(), rows.matrix(), options, progress, cancel);
        return new TensorSpectrum(tensor.label(), spectrum, rows.droppedRows());
    }

    /** The spectrum of a tensor's matrix, or of its slices when the options pool them. */
    static Spectrum decompose(
            SpectrumCalculator calculator,
            TensorInfo info,
            Matrix matrix,
            SpectrumOptions options,
            ProgressListener progress,
            CancelToken cancel)
            throws EigenscopeException {
        if (options.flattening() == ConvolutionFlattening.POOLED_SLICES
                && info.shape().size() > 2) {
            int inputChannels = Math.toIntExact(info.shape().get(1));
            List<Matrix> slices = ConvolutionSlices.of(matrix, inputChannels);
            return calculator.computePooled(slices, options, progress, cancel);
        }
        return calculator.compute(matrix, options, progress, cancel);
    }
}
