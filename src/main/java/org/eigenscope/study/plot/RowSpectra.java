package org.eigenscope.study.plot;

import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.StudyRow;

/** Gives the eigenvalues of rows. */
@FunctionalInterface
public interface RowSpectra {
    /** None are known. */
    RowSpectra NONE = row -> Optional.empty();

    /**
     * Those of a row, if they were kept.
     *
     * @throws BadInputException if they cannot be read
     */
    Optional<Spectrum> of(StudyRow row) throws BadInputException;
}
