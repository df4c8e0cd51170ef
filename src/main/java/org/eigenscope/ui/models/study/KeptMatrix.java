package org.eigenscope.ui.models.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;

/**
 * A matrix of which only the eigenvalues are there, kept in a study.
 *
 * @param path where its file was
 * @param info its name and shape
 */
record KeptMatrix(Path path, TensorInfo info) implements MatrixFile {
    /** The matrix of a spectrum; empty if its shape is not known. */
    static Optional<SelectedTensor> of(Path path, String tensor, Spectrum spectrum) {
        TensorInfo info = TensorInfo.of(
                tensor, ElementType.F64, List.of((long) spectrum.details().rows(), (long)
                        spectrum.details().columns()));
        return info.isReadable() ? Optional.of(new SelectedTensor(new KeptMatrix(path, info), info)) : Optional.empty();
    }

    @Override
    public String formatName() {
        return "study";
    }

    @Override
    public List<TensorInfo> tensors() {
        return List.of(info);
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of();
    }

    @Override
    public Matrix read(String name, ProgressListener progress, CancelToken cancel) throws BadInputException {
        throw new BadInputException("The study keeps the eigenvalues of this matrix and not its entries, and its file "
                + path + " is not there; put it there to see it under other conventions.");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
