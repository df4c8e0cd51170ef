package org.eigenscope.study.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SurveyListener.Outcome;

/**
 * Fits other laws to the eigenvalues that a study keeps, without the files that they are of. Each row is kept as soon as it is whole;
 * what is there under the same settings is not fitted again, so work that was stopped goes on where it was.
 */
public final class StoredRefit {
    private final StudyStore store;
    private final SurveyOptions options;
    private final Executor helpers;

    /**
     * A refit.
     *
     * @param store has the eigenvalues, and keeps the rows
     * @param options what is fitted and how; how eigenvalues are taken stays as it is in each row
     * @param helpers lend threads
     */
    public StoredRefit(StudyStore store, SurveyOptions options, Executor helpers) {
        this.store = Objects.requireNonNull(store, "store");
        this.options = Objects.requireNonNull(options, "options");
        this.helpers = Objects.requireNonNull(helpers, "helpers");
    }

    /**
     * Fits the matrices of rows, in order.
     *
     * @param rows of whatever settings
     * @return the rows whose eigenvalues the study does not have
     * @throws BadInputException if the study cannot be read or written
     * @throws CancelledException if the work was cancelled; what was whole is kept
     */
    public List<StudyRow> run(List<StudyRow> rows, SurveyListener listener, CancelToken cancel)
            throws EigenscopeException {
        List<StudyRow> left = new ArrayList<>();
        long started = System.nanoTime();
        int computed = 0;
        for (int i = 0; i < rows.size(); i++) {
            cancel.throwIfCancelled();
            StudyKey key =
                    new StudyKey(rows.get(i).key().content(), rows.get(i).key().convention(), options.fit());
            Optional<Cells> there = store.result(key);
            Optional<Spectrum> kept = there.isPresent() || key.content().isEmpty()
                    ? Optional.empty()
                    : store.spectrum(key.content(), key.convention());
            if (there.isPresent()) {
                listener.row(row(rows.get(i), key, there.get()), Outcome.SHARED);
            } else if (kept.isPresent()) {
                Cells results =
                        Cells.of(new MatrixMeasurement(options, helpers, cancel).of(kept.get(), "", System.nanoTime()));
                listener.row(row(rows.get(i), key, results), Outcome.COMPUTED);
                computed++;
            } else {
                left.add(rows.get(i));
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            double rest = computed == 0 ? Double.NaN : seconds / computed * (rows.size() - i - 1);
            listener.progress(new SurveyProgress(i + 1, rows.size(), 0, rest));
        }
        if (store.readOnly().isEmpty() && computed > 0) {
            store.refreshView();
        }
        return left;
    }

    private StudyRow row(StudyRow of, StudyKey key, Cells results) throws BadInputException {
        long id = store.readOnly().isPresent() ? of.id() : store.put(of, key, results);
        Cells cells = of.cells().only(Column.ofMatrix()).with(results);
        return new StudyRow(id, key, cells, of.attributes());
    }
}
