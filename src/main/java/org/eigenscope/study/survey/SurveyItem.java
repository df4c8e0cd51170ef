package org.eigenscope.study.survey;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.study.StudyMatrix;

/**
 * A matrix to survey.
 *
 * @param matrix what is known of it
 * @param file where it is
 * @param entries how its entries are had
 */
public record SurveyItem(StudyMatrix matrix, Path file, Entries entries) {
    public SurveyItem {
        Objects.requireNonNull(matrix, "matrix");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(entries, "entries");
    }

    /** How entries are had. */
    public sealed interface Entries permits Tensor, Difference, EigenvalueList, Unreadable {}

    /** A matrix of a file. */
    public record Tensor(SelectedTensor tensor) implements Entries {}

    /** A matrix less that of the same name in another file. */
    public record Difference(SelectedTensor tensor, SelectedTensor base) implements Entries {}

    /**
     * A list of eigenvalues.
     *
     * @param squared whether they are singular values, to be squared
     * @param shape the tensor whose eigenvalues they are, if the file says
     */
    public record EigenvalueList(ListedEigenvalues list, boolean squared, Optional<StudyMatrix.Shape> shape)
            implements Entries {}

    /** Nothing that can be read; the row says why. */
    public record Unreadable(String reason) implements Entries {}

    /** Bytes that its entries take as doubles; 0 if nothing is known of its shape. */
    long bytes() {
        return matrix.shape().rows() * matrix.shape().columns() * Double.BYTES;
    }
}
