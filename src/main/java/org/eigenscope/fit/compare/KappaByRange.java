package org.eigenscope.fit.compare;

import java.util.List;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * κ fitted to ranges that begin or end further and further inside the sample. An estimate that changes with the range
 * describes the range and not the spectrum.
 *
 * @param all κ fitted to every eigenvalue; NaN if it could not be
 * @param beginnings fits that leave out more and more at the bottom, by where they begin
 * @param ends fits that leave out more and more at the top, by where they end
 */
public record KappaByRange(double all, List<Estimate> beginnings, List<Estimate> ends) {
    /**
     * An estimate on one range.
     *
     * @param end the eigenvalue at which the range begins or ends, positive
     * @param kappa κ fitted there, positive
     */
    public record Estimate(double end, double kappa) {
        public Estimate {
            if (!(end > 0 && kappa > 0) || Double.isInfinite(end) || Double.isInfinite(kappa)) {
                throw new IllegalArgumentException(
                        "an estimate κ = " + kappa + " at " + end + " is not positive and finite");
            }
        }
    }

    public KappaByRange {
        beginnings = List.copyOf(beginnings);
        ends = List.copyOf(ends);
    }

    /**
     * Fits the ranges; those that cannot be fitted are left out.
     *
     * @param request of a law with κ; its trims are replaced
     * @throws CancelledException if the work was cancelled
     */
    public static KappaByRange of(LawFitter fitter, FitRequest request, ProgressListener progress, CancelToken cancel)
            throws CancelledException {
        List<Integer> counts = TrimGrid.counts(request.eigenvalues().length);
        TrimGrid bottoms = TrimGrid.of(fitter, request, counts, List.of(0), progress, cancel);
        TrimGrid tops = TrimGrid.of(fitter, request, List.of(0), counts, progress, cancel);
        double all = bottoms.cell(0, 0).fit().map(KappaByRange::kappa).orElse(Double.NaN);
        return new KappaByRange(all, estimates(bottoms, true), estimates(tops, false));
    }

    private static double kappa(FitResult fit) {
        return fit.parameters().get(Parameter.KAPPA);
    }

    private static List<Estimate> estimates(TrimGrid grid, boolean atBeginning) {
        return grid.cells().stream()
                .filter(cell -> cell.fit().isPresent())
                .map(cell -> new Estimate(
                        atBeginning ? cell.from() : cell.to(), kappa(cell.fit().orElseThrow())))
                .sorted((a, b) -> Double.compare(a.end(), b.end()))
                .toList();
    }
}
