package org.eigenscope.study.survey;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;

/** Makes rows of a study of spectra that are in no file, such as those that a training run sends. */
public final class SpectrumRows {
    private final StudyStore store;
    private final SurveyOptions options;

    public SpectrumRows(StudyStore store, SurveyOptions options) {
        this.store = Objects.requireNonNull(store, "store");
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Measures a spectrum as a survey does, and keeps the row in place of one of the same source and name.
     *
     * @return the row
     * @throws BadInputException if the study cannot be written
     * @throws CancelledException if the work was cancelled
     */
    public StudyRow put(StudyMatrix matrix, Spectrum spectrum, CancelToken cancel)
            throws BadInputException, CancelledException {
        Spectrum.Details details = spectrum.details();
        String kind = details.source() + " of " + details.rows() + "x" + details.columns();
        StudyKey key = options.key(MatrixDigest.ofList(kind, spectrum.computed()));
        Optional<StudyRow> known = put(matrix, key);
        if (known.isPresent()) {
            return known.get();
        }
        Executor alone = Runnable::run;
        Cells results = Cells.of(new MatrixMeasurement(options, alone, cancel).of(spectrum, "", System.nanoTime()));
        long id = store.put(matrix, key, results, options.keepsSpectra() ? Optional.of(spectrum) : Optional.empty());
        return row(id, matrix, key, results);
    }

    /**
     * Keeps a row whose results are there, as when more became known of its matrix.
     *
     * @return the row; empty if the study has no such results
     * @throws BadInputException if the study cannot be written
     */
    public Optional<StudyRow> put(StudyMatrix matrix, StudyKey key) throws BadInputException {
        Optional<Cells> results = store.result(key);
        return results.isEmpty()
                ? Optional.empty()
                : Optional.of(row(store.put(matrix, key), matrix, key, results.get()));
    }

    private static StudyRow row(long id, StudyMatrix matrix, StudyKey key, Cells results) {
        return new StudyRow(id, key, results.with(Cells.of(matrix)), matrix.attributes());
    }
}
