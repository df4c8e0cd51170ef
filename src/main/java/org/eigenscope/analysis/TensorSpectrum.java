package org.eigenscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixStack;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.ConvolutionSlices;
import org.eigenscope.matrix.FiniteRows;
import org.eigenscope.matrix.LowRankProduct;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.matrix.ShuffledEntries;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/**
 * The spectrum of a tensor in a file, read and decomposed.
 *
 * @param label the tensor, as users name it
 * @param spectrum its eigenvalues
 * @param droppedRows rows left out because they held NaN or an infinity
 * @param note what was assumed in reading it, such as which axes are rows, as a sentence fragment; empty when nothing was
 */
public record TensorSpectrum(String label, Spectrum spectrum, int droppedRows, String note) {
    public TensorSpectrum {
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(spectrum, "spectrum");
    }

    /**
     * The spectrum under the options' conventions: of the tensor, of its slices or the matrices of a stack pooled, of an adapter's
     * product without forming it, or estimated without holding it.
     *
     * @throws EigenscopeException if the tensor cannot be read or decomposed, holds NaN or an infinity in rows that are not
     *     to be left out, or the work was cancelled
     */
    public static TensorSpectrum of(
            SelectedTensor tensor, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return of(new SpectrumCalculator(), tensor, options, progress, cancel);
    }

    static TensorSpectrum of(
            SpectrumCalculator calculator,
            SelectedTensor tensor,
            SpectrumOptions options,
            ProgressListener progress,
            CancelToken cancel)
            throws EigenscopeException {
        DerivedFile file = DerivedFile.over(tensor.file());
        String name = tensor.info().name();
        Optional<LowRankProduct> product = file.product(name, progress, cancel);
        if (product.isPresent()) {
            return whole(tensor, calculator.computeProduct(product.get(), options, progress, cancel));
        }
        Optional<MatrixStack> stack = isPooled(tensor, options) ? Optional.empty() : file.stack(name, progress, cancel);
        if (stack.isPresent()) {
            return ofStack(calculator, tensor, stack.get(), options, progress, cancel);
        }
        if (options.solver().equals(SolverChoice.SLQ) && !options.dropNonFiniteRows() && !isPooled(tensor, options)) {
            RowBlocks rows = file.rows(name, progress, cancel);
            return whole(tensor, calculator.estimate(rows, options, progress, cancel));
        }
        Matrix matrix =
                isPooled(tensor, options) ? file.flattened(name, progress, cancel) : file.read(name, progress, cancel);
        FiniteRows rows = finite(matrix, options);
        return ofHeld(calculator, tensor, rows, options, progress, cancel);
    }

    /**
     * The ghost of a spectrum: that of the same entries in random places. Rows that are to be left out are removed
     * first.
     *
     * @param seed sets the places
     * @throws EigenscopeException as for {@link #of}, or if the spectrum is to be estimated without holding the matrix
     */
    public static TensorSpectrum ofShuffledEntries(
            SelectedTensor tensor, SpectrumOptions options, long seed, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        if (options.solver().equals(SolverChoice.SLQ)) {
            throw new BadInputException(
                    "Entries can be shuffled only of a matrix that is held in memory, which the estimate by "
                            + "stochastic Lanczos quadrature avoids; choose another solver.");
        }
        Matrix read = DerivedFile.over(tensor.file()).read(tensor.info().name(), progress, cancel);
        FiniteRows rows = finite(read, options);
        FiniteRows shuffled = new FiniteRows(ShuffledEntries.of(rows.matrix(), seed), rows.droppedRows());
        return ofHeld(new SpectrumCalculator(), tensor, shuffled, options, progress, cancel);
    }

    /** Pooled, with rows left out of each matrix where that is wanted. */
    private static TensorSpectrum ofStack(
            SpectrumCalculator calculator,
            SelectedTensor tensor,
            MatrixStack stack,
            SpectrumOptions options,
            ProgressListener progress,
            CancelToken cancel)
            throws EigenscopeException {
        List<Matrix> members = new ArrayList<>();
        int dropped = 0;
        for (Matrix member : stack.members(tensor.label())) {
            FiniteRows rows = finite(member, options);
            dropped += rows.droppedRows();
            members.add(rows.matrix());
        }
        if (members.stream().mapToInt(Matrix::rows).distinct().count() > 1) {
            throw new BadInputException("The matrices of the stack " + tensor.label()
                    + " keep different numbers of rows when those with NaN or infinite entries are left out, so they cannot"
                    + " be pooled; name one of them, such as " + tensor.label() + "[0].");
        }
        Spectrum spectrum = calculator.computePooled(members, options, progress, cancel);
        return new TensorSpectrum(
                tensor.label(), spectrum, dropped, tensor.info().note() + ", pooled");
    }

    private static FiniteRows finite(Matrix matrix, SpectrumOptions options) throws EigenscopeException {
        return options.dropNonFiniteRows() ? FiniteRows.of(matrix) : new FiniteRows(matrix, 0);
    }

    private static TensorSpectrum ofHeld(
            SpectrumCalculator calculator,
            SelectedTensor tensor,
            FiniteRows rows,
            SpectrumOptions options,
            ProgressListener progress,
            CancelToken cancel)
            throws EigenscopeException {
        Spectrum spectrum = isPooled(tensor, options)
                ? calculator.computePooled(slices(tensor, rows.matrix()), options, progress, cancel)
                : calculator.compute(rows.matrix(), options, progress, cancel);
        return new TensorSpectrum(
                tensor.label(), spectrum, rows.droppedRows(), tensor.info().note());
    }

    private static boolean isPooled(SelectedTensor tensor, SpectrumOptions options) {
        List<Long> shape = tensor.info().shape();
        boolean first = tensor.info()
                .knownAxes()
                .map(axes -> !axes.isStack() && axes.rows().equals(List.of(0)))
                .orElse(true);
        return options.flattening() == ConvolutionFlattening.POOLED_SLICES && first && shape.size() > 2;
    }

    private static TensorSpectrum whole(SelectedTensor tensor, Spectrum spectrum) {
        return new TensorSpectrum(tensor.label(), spectrum, 0, tensor.info().note());
    }

    private static List<Matrix> slices(SelectedTensor tensor, Matrix flattened) {
        return ConvolutionSlices.of(
                flattened, Math.toIntExact(tensor.info().shape().get(1)));
    }
}
