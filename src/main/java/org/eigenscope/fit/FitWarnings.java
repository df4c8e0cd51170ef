package org.eigenscope.fit;

import static org.eigenscope.law.Parameter.GAMMA;
import static org.eigenscope.law.Parameter.KAPPA;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitWarning.Kind;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;

/** Finds out what a user should know before believing a fit. */
final class FitWarnings {
    private static final int SMALL_SAMPLE = 50;
    /** Half the 95 % point of χ² with one degree of freedom. */
    static final double HALF_CHI_SQUARE_95 = 1.920729;
    /** Only a κ known this badly (in ln κ) can be compatible with its limits. */
    private static final double VAGUE_KAPPA = 0.4;

    private final FitSearch search;
    private final Optimum optimum;
    private final boolean likelihood;
    private final List<FitWarning> warnings = new ArrayList<>();

    FitWarnings(FitSearch search, Optimum optimum, boolean likelihood) {
        this.search = search;
        this.optimum = optimum;
        this.likelihood = likelihood;
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
        addBounds();
        addOutside();
        if (likelihood && optimum.information().length > 0) {
            addIdentifiability();
        }
        return warnings;
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
                        ? "τ sits on its bound 0: the data show no floor."
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
        return parameter.symbol() + " sits on the bound of the search; the law does not suit the data.";
    }

    private void addKappa(boolean toZero) {
        Kind kind = toZero ? Kind.KAPPA_TO_ZERO : Kind.KAPPA_TO_INFINITY;
        // the search may meet the bound and the drift test find the same
        if (warnings.stream().noneMatch(warning -> warning.kind() == kind)) {
            String sentence = toZero
                    ? "The data do not exclude κ → 0, where the law loses its repulsion and becomes a Gamma law."
                    : "The data do not exclude κ → ∞, the Marchenko–Pastur limit; κ is known only from below.";
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
        }
    }

    private void addIdentifiability() throws CancelledException {
        Coordinates coordinates = search.coordinates();
        Identifiability known = Identifiability.of(optimum, coordinates);
        if (known.widest() > Identifiability.POOR) {
            String names = known.along().stream().map(Parameter::symbol).collect(Collectors.joining(" and "));
            add(
                    Kind.NOT_IDENTIFIABLE,
                    "The data hardly pin down " + names
                            + ": very different values fit as well; hold one of the parameters.",
                    Set.copyOf(known.along()));
        }
        int kappa = coordinates.free().indexOf(KAPPA);
        if (kappa >= 0 && Double.isFinite(known.errors()[kappa]) && known.errors()[kappa] > VAGUE_KAPPA) {
            KappaLimits limits = new KappaLimits(search, optimum);
            if (limits.reachInfinity()) {
                addKappa(false);
            }
            if (limits.reachZero()) {
                addKappa(true);
            }
        }
    }

    private void add(Kind kind, String sentence) {
        add(kind, sentence, Set.of());
    }

    private void add(Kind kind, String sentence, Set<Parameter> about) {
        warnings.add(new FitWarning(kind, sentence, about));
    }
}
