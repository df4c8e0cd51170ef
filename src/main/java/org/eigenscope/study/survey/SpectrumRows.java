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
     * @return the number of the row
     * @throws BadInputException if the study cannot be written
     * @throws CancelledException if the work was cancelled
     */
    public long put(StudyMatrix matrix, Spectrum spectrum, CancelToken cancel)
            throws BadInputException, CancelledException {
        Spectrum.Details details = spectrum.details();
        String kind = details.source() + " of " + details.rows() + "x" + details.columns();
        StudyKey key = options.key(MatrixDigest.ofList(kind, spectrum.computed()));
        if (store.result(key).isPresent()) {
            return store.put(matrix, key);
        }
        Executor alone = Runnable::run;
        Cells results = Cells.of(new MatrixMeasurement(options, alone, cancel).of(spectrum, "", System.nanoTime()));
        return store.put(matrix, key, results, options.keepsSpectra() ? Optional.of(spectrum) : Optional.empty());
    }
}
