package org.eigenscope.fit.search;

import java.util.Locale;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.fit.objective.KolmogorovDistance;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.progress.CancelToken;

/**
 * Whether a fitted law misses its spectrum: √n·D against a threshold that spectra of the law itself seldom exceed.
 *
 * <p>The threshold is 1.36, the 95 % point of Kolmogorov's law, for laws whose eigenvalues are independent draws, and
 * max(0.8, 1.36 (1 + κ/8)^(−1/4)) for HTMP and its inverse, whose eigenvalues repel each other the more the larger κ
 * is, so that D is smaller; 0.8 for MP and its inverse. Where the scale or every shape parameter is held, 1.63 takes
 * the place of 1.36: D is larger without parameters that adapt. Of 7,600 spectra of HTMP and its inverse with κ from
 * 0.2 to 2N and 50 to 1,000 eigenvalues, fitted with γ = 0.5 held, 0.14 % exceeded it, and 1.5 % in the worst of 38
 * ensembles (N = 50, κ = 8); of 2,400 with γ from 0.1 to 1, one.
 *
 * @param distance D = sup |F̂ − F|; for a law of bounded support, minus the share of eigenvalues outside, which have a
 *     separate warning
 * @param scaled √n·D
 * @param threshold what √n·D is compared with
 * @param where the eigenvalue at which |F̂ − F| is largest
 * @param counted the share of the eigenvalues below it
 * @param expected the share that the law has below it
 */
public record Misfit(double distance, double scaled, double threshold, double where, double counted, double expected) {
    private static final double INDEPENDENT = 1.36;
    /** The 99 % point of Kolmogorov's law. */
    private static final double NOTHING_ADAPTS = 1.63;

    private static final double LEAST = 0.8;
    private static final double HALF_WAY = 8;

    /**
     * The misfit of a fit.
     *
     * @param request what was fitted
     * @param fit its result
     * @throws BadInputException if the request is unusable
     */
    public static Misfit of(FitRequest request, FitResult fit) throws BadInputException, CancelledException {
        FitProblem problem = FitProblem.of(request, CancelToken.NONE);
        double[] theta = problem.search().coordinates().of(problem.scaled(fit.parameters()));
        Misfit scaled = of(problem.search(), theta);
        return new Misfit(
                scaled.distance,
                scaled.scaled,
                scaled.threshold,
                scaled.where * problem.unit(),
                scaled.counted,
                scaled.expected);
    }

    /** The misfit at a point, in the units of the search. */
    public static Misfit of(FitSearch search, double[] theta) throws CancelledException {
        KolmogorovDistance.Supremum supremum = search.supremum(theta);
        Sample sample = search.sample();
        int n = sample.size();
        Coordinates coordinates = search.coordinates();
        double outside = coordinates.standard().isBounded()
                ? (double) search.likelihood().countOutside(theta) / n
                : 0;
        double distance = Math.max(0, supremum.distance() - outside);
        return new Misfit(
                distance,
                Math.sqrt(n) * distance,
                threshold(coordinates, theta),
                sample.values()[supremum.index()],
                supremum.counted(),
                supremum.expected());
    }

    private static double threshold(Coordinates coordinates, double[] theta) {
        Set<Parameter> shapes = Set.of(Parameter.KAPPA, Parameter.GAMMA, Parameter.SHAPE, Parameter.SIGMA);
        Parameter scale = coordinates.standard().scaleParameter();
        boolean adapts = (coordinates.isFree(scale) || coordinates.tied().contains(scale))
                && coordinates.free().stream().anyMatch(p -> shapes.contains(p) || p == Parameter.EXPONENT);
        boolean fixedShape = coordinates.family().parameters().stream().noneMatch(shapes::contains);
        double base = adapts || fixedShape ? INDEPENDENT : NOTHING_ADAPTS;
        return switch (coordinates.family()) {
            case HTMP, INVERSE_HTMP ->
                Math.max(LEAST, base * Math.pow(1 + coordinates.value(Parameter.KAPPA, theta) / HALF_WAY, -0.25));
            case MP, INVERSE_MP, SEMICIRCLE -> LEAST;
            case GAMMA_LAW, INVERSE_GAMMA, LOGNORMAL, POWER, TRUNCATED_POWER -> base;
        };
    }

    /** Whether √n·D exceeds the threshold, so that the spectrum does not follow the law. */
    public boolean isPresent() {
        return scaled > threshold;
    }

    /** The misfit in a sentence; the eigenvalue in it is written in the given unit. */
    public String sentence(double unit) {
        return String.format(
                Locale.ROOT,
                "The law misses the spectrum: D = %.3g, √n·D = %.2f, more than %.2f; most at λ = %.3g, below which %.1f %% of the "
                        + "eigenvalues lie and %.1f %% of the law. Intervals and what is said of parameters hold only if the law "
                        + "does: choose another one, or trim.",
                distance,
                scaled,
                threshold,
                where * unit,
                100 * counted,
                100 * expected);
    }
}
