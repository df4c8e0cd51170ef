package org.eigenscope.study.survey;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Measurement;
import org.eigenscope.study.StudyKey;

/**
 * Computes one matrix of a survey without a study, for programs that keep rows elsewhere. The numbers are those of {@link SurveyRunner},
 * bit by bit, as both ask the same.
 */
public final class MatrixSurvey {
    private final SurveyOptions options;
    private final Executor helpers;

    /**
     * A survey.
     *
     * @param helpers lend threads; the numbers do not depend on how many
     */
    public MatrixSurvey(SurveyOptions options, Executor helpers) {
        this.options = Objects.requireNonNull(options, "options");
        this.helpers = Objects.requireNonNull(helpers, "helpers");
    }

    /**
     * What was computed of a matrix.
     *
     * @param key what the results belong to
     * @param results the cells; empty if the caller knows the key's results
     * @param spectrum the eigenvalues; empty if nothing was computed
     */
    public record Result(StudyKey key, Optional<Cells> results, Optional<Spectrum> spectrum) {
        public Result {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(results, "results");
            Objects.requireNonNull(spectrum, "spectrum");
        }
    }

    /**
     * Computes a matrix, unless the results of its content are known.
     *
     * @param known whether nothing has to be computed of a key
     * @throws BadInputException if it cannot be read
     * @throws CancelledException if the work was cancelled
     */
    public Result of(SurveyItem.Entries entries, Predicate<StudyKey> known, CancelToken cancel)
            throws EigenscopeException {
        long started = System.nanoTime();
        Decomposition work = new Decomposition(entries, options, cancel);
        StudyKey key = options.key(work.content());
        if (known.test(key)) {
            return new Result(key, Optional.empty(), Optional.empty());
        }
        Spectrum spectrum = work.spectrum();
        Measurement measurement = new MatrixMeasurement(options, helpers, cancel).of(spectrum, work.note(), started);
        return new Result(key, Optional.of(Cells.of(measurement)), Optional.of(spectrum));
    }

    /** Bytes that the work on a matrix takes at its highest: its entries as doubles, four times. */
    public static long bytes(long rows, long columns) {
        return SurveyRunner.COPIES * rows * columns * Double.BYTES;
    }

    /** Operations that a matrix takes, about: its decomposition, and the fits of its eigenvalues. */
    public static double work(long rows, long columns) {
        return OrderedRows.work(rows, columns);
    }
}
