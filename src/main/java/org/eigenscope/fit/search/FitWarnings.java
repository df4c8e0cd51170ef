package org.eigenscope.fit.search;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.FitWarning.Kind;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;

/** Finds out what a user should know before believing a fit. */
public final class FitWarnings {
    private static final int SMALL_SAMPLE = 50;
    /** Half the 95 % point of χ² with one degree of freedom. */
    public static final double HALF_CHI_SQUARE_95 = 1.920729;
    /** Only a κ known this badly (in ln κ) can be compatible with its limits: 1/κ is then within five standard errors of 0. */
    private static final double VAGUE_KAPPA = 0.2;

    /** Expected eigenvalues beyond an extreme one: once in 1,000 spectra, independent draws taken; repelling ones vary less. */
    private static final double UNEXPECTED = 1e-3;

    private final FitSearch search;
    private final Optimum optimum;
    private final Optimum likely;
    private final double unit;
    private boolean misfit;
    private final List<FitWarning> warnings = new ArrayList<>();

    /**
     * The warnings of a fit.
     *
     * @param optimum the fit
     * @param likely the most likely point near it: the fit itself if it was by likelihood
     * @param unit what the sample's eigenvalues were divided by
     */
    FitWarnings(FitSearch search, Optimum optimum, Optimum likely, double unit) {
        this.unit = unit;
        this.search = search;
        this.optimum = optimum;
        this.likely = likely;
    }

    List<FitWarning> find() throws CancelledException {
        if (search.sample().size() < SMALL_SAMPLE) {
            add(
                    Kind.SMALL_SAMPLE,
                    "Only " + search.sample().size() + " eigenvalues were used; below " + SMALL_SAMPLE
                            + " the estimates are rough.");
        }
        if (!optimum.converged()) {
            add(Kind.NOT_CONVERGED, "The search stopped before it settled; the parameters may not be the best ones.");
        }
        addMisfit();
        addTies();
        addBounds();
        addOutside();
        if (likely.information().length > 0) {
            addIdentifiability();
        }
        return warnings;
    }

    private void addMisfit() throws CancelledException {
        Misfit found = Misfit.of(search, optimum.theta());
        misfit = found.isPresent();
        if (misfit) {
            add(Kind.MISFIT, found.sentence(unit));
        }
    }

    private void addBounds() {
        Coordinates coordinates = search.coordinates();
        double[] lower = coordinates.lower();
        double[] upper = coordinates.upper();
        for (int j = 0; j < lower.length; j++) {
            Parameter parameter = coordinates.free().get(j);
            double t = optimum.theta()[j];
            if (t <= lower[j] || t >= upper[j]) {
                addBound(parameter, t <= lower[j]);
            }
        }
    }

    private void addBound(Parameter parameter, boolean atLower) {
        if (search.coordinates().isSet(parameter, atLower)) {
            add(
                    Kind.AT_BOUND,
                    parameter.symbol() + " sits on the " + (atLower ? "lower" : "upper")
                            + " bound that was set for it; the data would take it further.",
                    Set.of(parameter));
        } else if (parameter == KAPPA
                && search.coordinates().constraints().ties().alpha().isPresent()) {
            add(
                    Kind.AT_BOUND,
                    "κ sits on the end of the range that the held α leaves it, where γ is "
                            + (atLower ? Coordinates.SMALLEST_GAMMA : 1.0) + ".",
                    Set.of(KAPPA));
        } else if (parameter == KAPPA) {
            addKappa(atLower);
        } else {
            add(Kind.AT_BOUND, boundSentence(parameter, atLower), Set.of(parameter));
        }
    }

    private String boundSentence(Parameter parameter, boolean atLower) {
        return switch (parameter) {
            case TAU ->
                atLower
                        ? "τ sits on its bound 0: the best fit has no floor."
                        : "τ sits on its bound just below the smallest eigenvalue; hold it or trim the bottom.";
            case GAMMA -> "γ sits on its bound " + (atLower ? Coordinates.SMALLEST_GAMMA : 1.0) + ".";
            case RATE ->
                search.coordinates().family() == LawFamily.TRUNCATED_POWER && atLower
                        ? "The data show no cut-off: the power law without one fits as well."
                        : strangeBound(parameter);
            default -> strangeBound(parameter);
        };
    }

    private static String strangeBound(Parameter parameter) {
        return parameter.symbol()
                + " sits on the end of the range that is searched; the best value lies there or beyond.";
    }

    private void addKappa(boolean toZero) {
        Kind kind = toZero ? Kind.KAPPA_TO_ZERO : Kind.KAPPA_TO_INFINITY;
        // the search may meet the bound and the drift test find the same
        if (warnings.stream().noneMatch(warning -> warning.kind() == kind)) {
            boolean direct = search.coordinates().family().orientation().equals(Optional.of(Orientation.DIRECT));
            String lead = misfit ? "If the law held, the data would not exclude " : "The data do not exclude ";
            String sentence = toZero
                    ? lead + "κ → 0, where the law loses its repulsion and becomes "
                            + (direct ? "a Gamma law." : "an inverse Gamma law.")
                    : lead + "κ → ∞, the " + (direct ? "" : "inverse ")
                            + "Marchenko–Pastur limit; κ is known only from below.";
            add(kind, sentence, Set.of(KAPPA));
        }
    }

    private void addOutside() {
        if (search.coordinates().standard().isBounded()) {
            int outside = search.likelihood().countOutside(optimum.theta());
            if (outside > 0) {
                add(
                        Kind.OUTSIDE_SUPPORT,
                        outside + " of " + search.sample().size() + " eigenvalues lie outside this "
                                + "law's support; its likelihood counts them as noise.");
            }
        } else {
            addOutliers();
        }
    }

    /** A law expects n·P(Λ ≥ λmax) eigenvalues as large as the largest; at the trimmed end of a window there is nothing to expect. */
    private void addOutliers() {
        Sample sample = search.sample();
        double expectedAbove = search.likelihood().expectedBeyond(likely.theta(), true);
        if (sample.windowUpper() == Double.POSITIVE_INFINITY && expectedAbove < UNEXPECTED) {
            addOutlier("largest", sample.largest() / sample.quantile(0.5), expectedAbove);
        }
        double expectedBelow = search.likelihood().expectedBeyond(likely.theta(), false);
        // a law that begins at the smallest eigenvalue used expects none below
        boolean begins = search.coordinates().family().parameters().contains(Parameter.XMIN);
        if (!begins && sample.windowLower() == Double.NEGATIVE_INFINITY && expectedBelow < UNEXPECTED) {
            addOutlier("smallest", sample.smallest() / sample.quantile(0.5), expectedBelow);
        }
    }

    private void addOutlier(String which, double ratio, double expected) {
        add(
                Kind.OUTLIER,
                String.format(
                        Locale.ROOT,
                        "The %s eigenvalue, %.2g times the median, lies where this law expects none (%.1g of %d); the fit "
                                + "may bend towards it: trim it, or choose another law.",
                        which,
                        ratio,
                        expected,
                        search.sample().size()));
    }

    private void addTies() {
        // in the data's own unit, where they have the digits that they were written with
        RepeatedValues repeated = RepeatedValues.of(
                Arrays.stream(search.sample().values()).map(v -> v * unit).toArray());
        if (repeated.matter()) {
            add(Kind.TIES, repeated.sentence());
        }
    }

    private void addIdentifiability() throws CancelledException {
        Coordinates coordinates = search.coordinates();
        Identifiability known = Identifiability.of(likely, coordinates);
        if (known.widest() > Identifiability.POOR) {
            String names = known.along().stream().map(Parameter::symbol).collect(Collectors.joining(" and "));
            add(
                    Kind.NOT_IDENTIFIABLE,
                    "The data hardly pin down " + names
                            + ": very different values fit as well; hold one of the parameters.",
                    Set.copyOf(known.along()));
        }
        if (isVague(known)) {
            KappaLimits limits = new KappaLimits(search, likely);
            if (limits.reachInfinity()) {
                addKappa(false);
            }
            if (limits.reachZero()) {
                addKappa(true);
            }
        }
    }

    /** Whether κ may be compatible with a limit; on a bound of its own or of γ its standard error says nothing of that. */
    private boolean isVague(Identifiability known) {
        List<Parameter> free = search.coordinates().free();
        int kappa = free.indexOf(KAPPA);
        int gamma = free.indexOf(GAMMA);
        return kappa >= 0
                && (known.errors()[kappa] > VAGUE_KAPPA || gamma >= 0 && Double.isInfinite(known.errors()[gamma]));
    }

    private void add(Kind kind, String sentence) {
        add(kind, sentence, Set.of());
    }

    private void add(Kind kind, String sentence, Set<Parameter> about) {
        warnings.add(new FitWarning(kind, sentence, about));
    }
}
