package org.eigenscope.study.exchange;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/**
 * A row of a survey on its way between programs.
 *
 * @param row the row; its number does not count
 * @param spectrum its eigenvalues, if they go along
 * @param file the version of the file that it is of
 * @param written when it was computed, in ms since 1970; of two rows of one matrix the later counts
 */
public record ExchangedRow(StudyRow row, Optional<Spectrum> spectrum, FileVersion file, long written) {
    public ExchangedRow {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(spectrum, "spectrum");
        Objects.requireNonNull(file, "file");
    }

    /**
     * What tells versions of a file apart without reading it.
     *
     * @param bytes its length, −1 if nobody knows
     * @param modified its modification time in ms since 1970, −1 if nobody knows
     */
    public record FileVersion(long bytes, long modified) {
        /** Nothing is known, so nothing is the same. */
        public static final FileVersion UNKNOWN = new FileVersion(-1, -1);

        /** Whether both are known and the same. */
        public boolean isSameAs(FileVersion other) {
            return bytes >= 0 && equals(other);
        }
    }

    /** Which matrix under which settings it is: rows of one identity take each other's place. */
    public String identity() {
        return identity(row.cells(), row.key().convention(), row.key().options());
    }

    /** The identity of a matrix under settings. */
    public static String identity(Cells place, String convention, String options) {
        return String.join(
                "\n",
                place.text(Column.SOURCE),
                place.text(Column.TENSOR),
                place.text(Column.BASE),
                convention,
                options);
    }
}
