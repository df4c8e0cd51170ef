package org.eigenscope.fit.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * How a fit depends on the range it was made on: refits over a grid of trims, each started at its neighbour's
 * parameters. An estimate that changes with the range describes the range and not the spectrum.
 *
 * @param bottoms numbers of smallest eigenvalues left out, ascending
 * @param tops numbers of largest ones
 * @param cells by bottom, then by top
 */
public record TrimGrid(List<Integer> bottoms, List<Integer> tops, List<Cell> cells) {
    private static final double[] SHARES = {0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3};

    /**
     * One range.
     *
     * @param bottom how many of the smallest were left out
     * @param top how many of the largest
     * @param from the smallest eigenvalue kept; NaN if the trims leave none
     * @param to the largest kept
     * @param fit the fit there; empty if the range could not be fitted
     * @param failure why not, a sentence; empty when it was
     */
    public record Cell(int bottom, int top, double from, double to, Optional<FitResult> fit, String failure) {
        public Cell {
            Objects.requireNonNull(fit, "fit");
            Objects.requireNonNull(failure, "failure");
        }
    }

    public TrimGrid {
        bottoms = List.copyOf(bottoms);
        tops = List.copyOf(tops);
        cells = List.copyOf(cells);
        if (cells.size() != bottoms.size() * tops.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells are not " + bottoms.size() + " by " + tops.size());
        }
    }

    /** The cell at indices of {@link #bottoms} and {@link #tops}. */
    public Cell cell(int bottom, int top) {
        return cells.get(bottom * tops.size() + top);
    }

    /** Counts worth trying for n eigenvalues: 0, 1, 2, 5, 10, 20 and 30 % of them. */
    public static List<Integer> counts(int n) {
        return Arrays.stream(SHARES)
                .mapToInt(share -> (int) Math.round(share * n))
                .distinct()
                .boxed()
                .toList();
    }

    /**
     * Refits over a grid.
     *
     * @param fitter makes the fits
     * @param request what to fit; its own trims are replaced
     * @param bottoms not negative, ascending
     * @param tops likewise
     * @throws CancelledException if the work was cancelled
     */
    public static TrimGrid of(
            LawFitter fitter,
            FitRequest request,
            List<Integer> bottoms,
            List<Integer> tops,
            ProgressListener progress,
            CancelToken cancel)
            throws CancelledException {
        double[] values = request.eigenvalues();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < bottoms.size(); i++) {
            // the first of a row starts where the row above it began
            Optional<ParameterSet> start = i == 0 ? Optional.empty() : parameters(cells.get((i - 1) * tops.size()));
            for (int j = 0; j < tops.size(); j++) {
                progress.progress("fits over ranges", (double) cells.size() / (bottoms.size() * tops.size()));
                FitRequest trimmed = request.withTrims(bottoms.get(i), tops.get(j));
                FitRequest warm = start.map(trimmed::withStart).orElse(trimmed);
                Cell cell = cell(fitter, warm, values, cancel);
                cells.add(cell);
                start = parameters(cell);
            }
        }
        progress.progress("fits over ranges", 1);
        return new TrimGrid(bottoms, tops, cells);
    }

    private static Optional<ParameterSet> parameters(Cell cell) {
        return cell.fit().map(FitResult::parameters);
    }

    private static Cell cell(LawFitter fitter, FitRequest request, double[] values, CancelToken cancel)
            throws CancelledException {
        int bottom = request.trimBottom();
        int top = request.trimTop();
        boolean any = (long) bottom + top < values.length;
        double from = any ? values[bottom] : Double.NaN;
        double to = any ? values[values.length - 1 - top] : Double.NaN;
        try {
            FitResult fit = fitter.fit(request, ProgressListener.NONE, cancel);
            return new Cell(bottom, top, from, to, Optional.of(fit), "");
        } catch (CancelledException e) {
            throw e;
        } catch (EigenscopeException e) {
            return new Cell(bottom, top, from, to, Optional.empty(), e.getMessage());
        }
    }
}
