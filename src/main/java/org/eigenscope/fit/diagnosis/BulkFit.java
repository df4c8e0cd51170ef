package org.eigenscope.fit.diagnosis;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A Marchenko–Pastur bulk (τ = 0) laid under a spectrum, eigenvalues outside it left to noise.
 *
 * @param gamma the aspect ratio used
 * @param lowerEdge s(1 − √γ)²
 * @param upperEdge s(1 + √γ)²
 * @param edgeWidth one Tracy–Widom unit of the upper edge
 * @param inside how many eigenvalues lie between the edges
 * @param below how many lie below the lower edge
 * @param spikes how many lie more than four Tracy–Widom units above the upper edge
 * @param distance the Kolmogorov–Smirnov distance of those inside to MP truncated to their window
 * @param kappaGain how much better, in AIC, HTMP truncated to the same window fits them; positive speaks against MP
 */
record BulkFit(
        double gamma,
        double lowerEdge,
        double upperEdge,
        double edgeWidth,
        int inside,
        int below,
        int spikes,
        double distance,
        double kappaGain) {
    private static final int FEWEST_INSIDE = 20;
    private static final double EDGE_UNITS = 4;

    static BulkFit of(double[] eigenvalues, OptionalDouble aspectRatio, CancelToken cancel) throws EigenscopeException {
        double[] sorted = eigenvalues.clone();
        Arrays.sort(sorted);
        ParameterSet held = ParameterSet.EMPTY.with(TAU, 0);
        if (aspectRatio.isPresent()) {
            held = held.with(GAMMA, aspectRatio.getAsDouble());
        }
        FitRequest request = FitRequest.of(sorted, LawFamily.MP).withFixed(held);
        FitResult fit = new SpectralFitter().fit(request, ProgressListener.NONE, cancel);
        SpectralLaw law = fit.law();
        double margin = EDGE_UNITS * edgeWidth(fit.parameters(), sorted.length);
        int below =
                (int) Arrays.stream(sorted).filter(v -> v < law.supportLower()).count();
        int above =
                (int) Arrays.stream(sorted).filter(v -> v > law.supportUpper()).count();
        int spikes = (int) Arrays.stream(sorted)
                .filter(v -> v > law.supportUpper() + margin)
                .count();
        int inside = sorted.length - below - above;
        if (inside < FEWEST_INSIDE) {
            throw new BadInputException("Only " + inside + " eigenvalues lie inside the best Marchenko–Pastur bulk.");
        }
        FitRequest bulk = request.withTrims(below, above);
        return new BulkFit(
                fit.parameters().get(GAMMA),
                law.supportLower(),
                law.supportUpper(),
                margin / EDGE_UNITS,
                inside,
                below,
                spikes,
                truncatedDistance(bulk, fit, cancel),
                kappaGain(bulk, fit, cancel));
    }

    /**
     * The Tracy–Widom scale of λmax for a Wishart matrix with N and M = N/γ degrees of freedom, in units of λ (I. M. Johnstone,
     * Annals of Statistics 29, 2001, eq. 1.4): s(√N + √M)(1/√N + 1/√M)^(1/3)/M.
     */
    private static double edgeWidth(ParameterSet p, int n) {
        double roots = Math.sqrt(n) + Math.sqrt(n / p.get(GAMMA));
        double inverses = 1 / Math.sqrt(n) + Math.sqrt(p.get(GAMMA) / n);
        return p.get(SCALE) * roots * Math.cbrt(inverses) / (n / p.get(GAMMA));
    }

    private static double truncatedDistance(FitRequest bulk, FitResult fit, CancelToken cancel)
            throws EigenscopeException {
        FitRequest held = bulk.withFixed(fit.parameters());
        return new SpectralFitter().fit(held, ProgressListener.NONE, cancel).kolmogorovSmirnov();
    }

    private static double kappaGain(FitRequest bulk, FitResult fit, CancelToken cancel) throws EigenscopeException {
        ParameterSet held =
                ParameterSet.EMPTY.with(TAU, 0).with(GAMMA, fit.parameters().get(GAMMA));
        ParameterSet start =
                ParameterSet.EMPTY.with(SCALE, fit.parameters().get(SCALE)).with(KAPPA, 100);
        SpectralFitter fitter = new SpectralFitter();
        FitRequest htmp = new FitRequest(
                bulk.eigenvalues(),
                LawFamily.HTMP,
                held,
                start,
                Objective.LIKELIHOOD,
                bulk.trimBottom(),
                bulk.trimTop());
        double free = fitter.fit(htmp, ProgressListener.NONE, cancel).aic();
        FitRequest limit = htmp.withFixed(held.with(KAPPA, Coordinates.LARGEST_KAPPA));
        double mp = fitter.fit(limit, ProgressListener.NONE, cancel).aic();
        return mp - free;
    }
}
