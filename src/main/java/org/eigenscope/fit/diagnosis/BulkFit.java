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
 * <p>k strong spikes of an N × M matrix take k of its N and of its M dimensions from the noise, so that γ of the bulk is
 * (N − k)/(M − k): it is set so where the shape tells γ = N/M, k being what lies above the bulk.
 *
 * @param gamma the aspect ratio used
 * @param scale s
 * @param lowerEdge s(1 − √γ)²
 * @param upperEdge s(1 + √γ)²
 * @param edgeWidth one Tracy–Widom unit of the upper edge
 * @param inside how many eigenvalues lie between the edges
 * @param below how many lie below the lower edge
 * @param spikes how many lie more than four Tracy–Widom units above the upper edge
 * @param distance the Kolmogorov–Smirnov distance of those inside to MP truncated to their window
 * @param gap ln of the smallest eigenvalue above the bulk over the largest inside, in units of the mean such distance between
 *     neighbours above the bulk; about 1 where one smooth tail crosses the edge; 0 unless three lie above
 * @param kappaGain how much better, in AIC, HTMP truncated to the same window fits them; positive speaks against MP
 */
record BulkFit(
        double gamma,
        double scale,
        double lowerEdge,
        double upperEdge,
        double edgeWidth,
        int inside,
        int below,
        int spikes,
        double distance,
        double gap,
        double kappaGain) {
    private static final int ROUNDS = 8;
    private static final double WIDE = 1.2;
    private static final int FEWEST_INSIDE = 20;
    private static final double EDGE_UNITS = 4;

    static BulkFit of(double[] eigenvalues, OptionalDouble aspectRatio, CancelToken cancel) throws EigenscopeException {
        double[] sorted = eigenvalues.clone();
        Arrays.sort(sorted);
        Candidate first = Candidate.of(sorted, aspectRatio, 0, cancel);
        int beyondGap = aspectRatio.isPresent() ? beyondWideGap(sorted) : 0;
        Candidate other = beyondGap == 0 ? first : Candidate.of(sorted, aspectRatio, beyondGap, cancel);
        if (other.fit.parameters().equals(first.fit.parameters())) {
            return of(sorted, first.request, first.fit, cancel);
        }
        // likelihood would weigh what lies outside, too, where only the bulk is asked for
        try {
            BulkFit bulk = of(sorted, other.request, other.fit, cancel);
            BulkFit whole = of(sorted, first.request, first.fit, cancel);
            return bulk.misfit() < whole.misfit() ? bulk : whole;
        } catch (BadInputException noBulk) {
            return of(sorted, first.request, first.fit, cancel);
        }
    }

    /** √n·D of those inside. */
    private double misfit() {
        return Math.sqrt(inside) * distance;
    }

    /** A bulk and the request it answers. */
    private record Candidate(FitRequest request, FitResult fit) {
        /** The bulk that leaves as many spikes as γ is set for, searched from a number of them. */
        static Candidate of(double[] sorted, OptionalDouble aspectRatio, int start, CancelToken cancel)
                throws EigenscopeException {
            int spikes = start;
            for (int round = 0; ; round++) {
                FitRequest request = BulkFit.request(sorted, ofBulk(sorted.length, aspectRatio, spikes));
                FitResult fit = new SpectralFitter().fit(request, ProgressListener.NONE, cancel);
                int now = aspectRatio.isPresent() ? BulkFit.above(sorted, fit.law()) : 0;
                if (now == spikes || now == sorted.length || round == ROUNDS) {
                    return new Candidate(request, fit);
                }
                spikes = now;
            }
        }
    }

    private static OptionalDouble ofBulk(int rows, OptionalDouble aspectRatio, int spikes) {
        return aspectRatio.isPresent()
                ? OptionalDouble.of((rows - spikes) / (rows / aspectRatio.getAsDouble() - spikes))
                : aspectRatio;
    }

    /** How many values of the upper half lie beyond its largest gap in logarithms; 0 if that is below a factor of 1.2. */
    private static int beyondWideGap(double[] sorted) {
        int first = sorted.length;
        double widest = WIDE;
        for (int i = sorted.length / 2 + 1; i < sorted.length; i++) {
            double ratio = sorted[i] / sorted[i - 1];
            if (ratio > widest) {
                widest = ratio;
                first = i;
            }
        }
        return sorted.length - first;
    }

    private static FitRequest request(double[] sorted, OptionalDouble gamma) {
        ParameterSet held = ParameterSet.EMPTY.with(TAU, 0);
        return FitRequest.of(sorted, LawFamily.MP)
                .withFixed(gamma.isPresent() ? held.with(GAMMA, gamma.getAsDouble()) : held);
    }

    private static int above(double[] values, SpectralLaw law) {
        return (int) Arrays.stream(values).filter(v -> v > law.supportUpper()).count();
    }

    private static BulkFit of(double[] sorted, FitRequest request, FitResult fit, CancelToken cancel)
            throws EigenscopeException {
        SpectralLaw law = fit.law();
        double margin = EDGE_UNITS * edgeWidth(fit.parameters(), sorted.length);
        int below =
                (int) Arrays.stream(sorted).filter(v -> v < law.supportLower()).count();
        int above = above(sorted, law);
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
                fit.parameters().get(SCALE),
                law.supportLower(),
                law.supportUpper(),
                margin / EDGE_UNITS,
                inside,
                below,
                spikes,
                truncatedDistance(bulk, fit, cancel),
                gap(sorted, above),
                kappaGain(bulk, fit, cancel));
    }

    /**
     * The strength ℓ of the spike in the population that an eigenvalue above the bulk comes from, in units of √γ, at which spikes
     * leave the bulk: λ = s(1 + ℓ)(1 + γ/ℓ) solved for ℓ > √γ (J. Baik and J. W. Silverstein, J. Multivariate Analysis 97,
     * 2006, theorem 1.1); 1 for one at or below the edge.
     */
    double strength(double eigenvalue) {
        double sum = eigenvalue / scale - 1 - gamma;
        double root = Math.sqrt(Math.max(0, sum * sum - 4 * gamma));
        return Math.max(1, (sum + root) / (2 * Math.sqrt(gamma)));
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

    private static double gap(double[] sorted, int above) {
        int first = sorted.length - above;
        if (above < 3 || first == 0) {
            return 0;
        }
        double spacing = Math.log(sorted[sorted.length - 1] / sorted[first]) / (above - 1);
        return Math.log(sorted[first] / sorted[first - 1]) / spacing;
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
