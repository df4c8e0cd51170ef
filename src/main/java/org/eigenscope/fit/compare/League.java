package org.eigenscope.fit.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * Fits several laws independently to one sample and ranks them by AIC. All likelihoods are of normalised densities on
 * the same eigenvalues, so that they can be compared. A law that cannot be fitted is a row with a sentence that says
 * why.
 *
 * <p>MP and inverse MP have a bounded support. Where eigenvalues lie outside it, the row is that law with a component of outliers
 * (see {@link SpectralFitter}), named so, and the component's parameters count ({@link FitResult#estimatedParameters}).
 */
public final class League {
    private final LawFitter fitter;

    /** @param fitter fits each law */
    public League(LawFitter fitter) {
        this.fitter = fitter;
    }

    /**
     * The table, least AIC first; failures last.
     *
     * @param request the sample, trims, objective, and fixed and start values; each law takes those of its own parameters, its
     *     family is ignored
     * @param families the competitors
     * @throws CancelledException if the work was cancelled
     */
    public List<LeagueRow> table(
            FitRequest request, List<LawFamily> families, ProgressListener progress, CancelToken cancel)
            throws CancelledException {
        return table(families.stream().map(request::forFamily).toList(), progress, cancel);
    }

    /**
     * The same of requests that differ in what is held; their samples, trims and objectives must be the same.
     *
     * @param requests one for each competitor
     * @throws CancelledException if the work was cancelled
     */
    public List<LeagueRow> table(List<FitRequest> requests, ProgressListener progress, CancelToken cancel)
            throws CancelledException {
        List<LeagueRow> rows = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            FitRequest request = requests.get(i);
            progress.progress("fitting " + request.family().displayName(), (double) i / requests.size());
            rows.add(row(request, cancel));
        }
        progress.progress("fitting", 1);
        return ranked(rows);
    }

    private LeagueRow row(FitRequest request, CancelToken cancel) throws CancelledException {
        try {
            FitResult result = fitter.fit(request, ProgressListener.NONE, cancel);
            return new LeagueRow(request.family(), Optional.of(result), Double.NaN, "");
        } catch (CancelledException e) {
            throw e;
        } catch (EigenscopeException e) {
            return new LeagueRow(request.family(), Optional.empty(), Double.NaN, e.getMessage());
        }
    }

    private static List<LeagueRow> ranked(List<LeagueRow> rows) {
        List<LeagueRow> order = rows.stream()
                .sorted(Comparator.comparing((LeagueRow row) -> row.result().isEmpty())
                        .thenComparingDouble(League::aic))
                .toList();
        double first = order.isEmpty() ? Double.NaN : aic(order.get(0));
        return order.stream()
                .map(row ->
                        row.result().isEmpty() ? row : new LeagueRow(row.family(), row.result(), aic(row) - first, ""))
                .toList();
    }

    private static double aic(LeagueRow row) {
        return row.result().map(FitResult::aic).orElse(Double.POSITIVE_INFINITY);
    }
}
