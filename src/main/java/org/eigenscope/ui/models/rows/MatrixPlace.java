package org.eigenscope.ui.models.rows;

import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/**
 * Which matrix a row is of, and how its eigenvalues are taken: what rows under several settings have in common.
 *
 * @param source its file
 * @param tensor its name in the file
 * @param base what is subtracted from it
 * @param convention how eigenvalues are taken of it
 */
public record MatrixPlace(String source, String tensor, String base, String convention) {
    /** The place of a row. */
    public static MatrixPlace of(StudyRow row) {
        return new MatrixPlace(
                row.cells().text(Column.SOURCE),
                row.cells().text(Column.TENSOR),
                row.cells().text(Column.BASE),
                row.key().convention());
    }
}
