package org.eigenscope.study.survey;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.LinearAlignment;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.Measurement;
import org.eigenscope.study.statistic.DifferenceInterval;

/**
 * The same matrix of two models compared: W of the first, W′ of the second.
 *
 * @param a results of W
 * @param b results of W′, of the same law
 * @param difference results of W′ − W; empty if the two are equal
 * @param kappa κ′ − κ with its interval, if both fits have one; takes the two as independent, which training from one start makes them not
 * @param relativeNorm ‖W′ − W‖_F / ‖W‖_F
 * @param alignment linear CKA of the two
 */
public record MatrixComparison(
        Cells a,
        Cells b,
        Optional<Cells> difference,
        Optional<DifferenceInterval> kappa,
        double relativeNorm,
        double alignment) {
    public MatrixComparison {
        Objects.requireNonNull(a, "a");
        Objects.requireNonNull(b, "b");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(kappa, "kappa");
    }

    /**
     * Compares two matrices of one shape.
     *
     * @param options whose law is the one that both are fitted by; without one it is of HTMP and inverse HTMP that which is the more
     *     likely one of both matrices together
     * @throws EigenscopeException if one cannot be read or decomposed, their shapes differ, or the work was cancelled
     */
    public static MatrixComparison of(
            SelectedTensor first, SelectedTensor second, SurveyOptions options, Executor helpers, CancelToken cancel)
            throws EigenscopeException {
        Matrix w = read(first, cancel);
        Matrix other = read(second, cancel);
        Matrix change = MatrixDifference.of(other, w);
        Spectrum of = spectrum(w, options, cancel);
        Spectrum ofOther = spectrum(other, options, cancel);
        List<LawFamily> laws = options.law().map(List::of).orElse(List.of(LawFamily.HTMP, LawFamily.INVERSE_HTMP));
        Pair best = null;
        for (LawFamily law : laws) {
            MatrixMeasurement by = new MatrixMeasurement(options.withLaw(Optional.of(law)), helpers, cancel);
            Pair pair = new Pair(by.of(of, "", System.nanoTime()), by.of(ofOther, "", System.nanoTime()));
            best = best == null || pair.logLikelihood() > best.logLikelihood() ? pair : best;
        }
        double norm = norm(w);
        double changed = norm(change);
        Optional<Cells> difference = changed == 0
                ? Optional.empty()
                : Optional.of(Cells.of(new MatrixMeasurement(options, helpers, cancel)
                        .of(spectrum(change, options, cancel), "", System.nanoTime())));
        Cells a = Cells.of(best.a());
        Cells b = Cells.of(best.b());
        return new MatrixComparison(a, b, difference, kappa(a, b), changed / norm, LinearAlignment.of(w, other));
    }

    private record Pair(Measurement a, Measurement b) {
        double logLikelihood() {
            return logLikelihood(a) + logLikelihood(b);
        }

        private static double logLikelihood(Measurement measured) {
            return measured.fit().map(report -> report.fit().logLikelihood()).orElse(Double.NEGATIVE_INFINITY);
        }
    }

    private static Optional<DifferenceInterval> kappa(Cells a, Cells b) {
        boolean both =
                a.has(Column.KAPPA) && b.has(Column.KAPPA) && a.text(Column.LAW).equals(b.text(Column.LAW));
        return both ? Optional.of(DifferenceInterval.between(estimate(a), estimate(b))) : Optional.empty();
    }

    private static DifferenceInterval.Estimate estimate(Cells cells) {
        return new DifferenceInterval.Estimate(
                cells.number(Column.KAPPA), cells.number(Column.KAPPA_LOW), cells.number(Column.KAPPA_HIGH));
    }

    private static Matrix read(SelectedTensor tensor, CancelToken cancel) throws EigenscopeException {
        return DerivedFile.over(tensor.file()).read(tensor.info().name(), ProgressListener.NONE, cancel);
    }

    private static Spectrum spectrum(Matrix matrix, SurveyOptions options, CancelToken cancel)
            throws EigenscopeException {
        return new SpectrumCalculator().compute(matrix, options.spectrum(), ProgressListener.NONE, cancel);
    }

    /** The Frobenius norm, without overflow. */
    private static double norm(Matrix matrix) {
        double largest = 0;
        for (double value : matrix.valuesForReading()) {
            largest = Math.max(largest, Math.abs(value));
        }
        double sum = 0;
        for (double value : matrix.valuesForReading()) {
            double part = largest == 0 ? 0 : value / largest;
            sum += part * part;
        }
        return largest * Math.sqrt(sum);
    }
}
