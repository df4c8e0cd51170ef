package org.eigenscope.study.query;

import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/**
 * What the rows of one matrix along training have in common.
 *
 * @param run its run
 * @param tensor its name
 * @param base what is subtracted from it
 * @param convention how eigenvalues are taken of it
 */
public record MatrixOverSteps(String run, String tensor, String base, String convention) {
    /** That of a row. */
    public static MatrixOverSteps of(StudyRow row) {
        return new MatrixOverSteps(
                row.cells().text(Column.RUN),
                row.cells().text(Column.TENSOR),
                row.cells().text(Column.BASE),
                row.key().convention());
    }
}
