package org.eigenscope.fit.interval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Units;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.fit.search.FitProblem;
import org.eigenscope.fit.search.FitSearch;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * Moves outward from a maximum along one parameter and refits the others at each point. Each refit starts from the
 * extrapolation of the two points before. Steps are chosen so that √(2·drop) grows by about 1.1.
 */
final class ProfileWalk {
    private static final double ROOT_STEP = 1.1;
    /** The largest root √(2·drop): the profile is followed until ℓ has fallen by 25. */
    private static final double FARTHEST_ROOT = Math.sqrt(50);

    private static final double FIRST_STEP = 0.05;
    private static final double GROWTH = 3;
    private static final int MOST_STEPS = 12;
    /** The predicted gain in ℓ at which a refit stops; a colour or a mark does not show it. */
    private static final double TOLERANCE = 5e-3;

    /** The least difference in ℓ that visibly moves a mark. */
    private static final double SEEN = 0.02;

    private final FitSearch search;
    private final Coordinates coordinates;
    private final Parameter parameter;
    private final double[] best;
    private final double top;
    private final double unit;
    private final double shift;
    private final int index;
    private double[] higher = new double[0];
    private double highest;

    private record Node(double t, double root, double[] theta) {}

    ProfileWalk(FitProblem problem, Parameter parameter, double[] best) throws CancelledException {
        this.search = problem.search();
        this.coordinates = search.coordinates();
        this.parameter = parameter;
        this.best = best;
        this.top = search.climbed().at(best);
        this.highest = top + SEEN;
        this.unit = problem.unit();
        this.index = coordinates.free().indexOf(parameter);
        this.shift = problem.logLikelihoodShift();
    }

    /** The highest point found so far, if it is higher than the start. */
    Optional<double[]> higher() {
        return higher.length == 0 ? Optional.empty() : Optional.of(higher);
    }

    ProfileStrip strip(double standardError) throws CancelledException {
        Deque<Node> nodes = new ArrayDeque<>();
        nodes.add(new Node(best[index], 0, best));
        double first = standardError > 0 && standardError < 1 ? ROOT_STEP * standardError : FIRST_STEP;
        for (Node node : side(1, first)) {
            nodes.addLast(node);
        }
        for (Node node : side(-1, first)) {
            nodes.addFirst(node);
        }
        double factor = Units.factor(parameter, coordinates.family(), unit);
        return new ProfileStrip(
                parameter,
                coordinates,
                factor,
                top + shift,
                nodes.stream().mapToDouble(Node::t).toArray(),
                nodes.stream().mapToDouble(Node::root).toArray());
    }

    private List<Node> side(int sign, double firstStep) throws CancelledException {
        double end = sign > 0 ? coordinates.upper(parameter) : coordinates.lower(parameter);
        List<Node> nodes = new ArrayList<>();
        Node before = null;
        Node last = new Node(best[index], 0, best);
        double step = firstStep;
        for (int i = 0; i < MOST_STEPS && last.t != end && Math.abs(last.root) < FARTHEST_ROOT; i++) {
            double t = sign * (end - last.t) > 1.3 * step ? last.t + sign * step : end;
            Node next = node(sign, t, last, before);
            double rise = Math.abs(next.root - last.root);
            double wanted = rise > 0 ? Math.abs(t - last.t) * ROOT_STEP / rise : Double.POSITIVE_INFINITY;
            step = Math.max(step / GROWTH, Math.min(GROWTH * step, wanted));
            nodes.add(next);
            before = last;
            last = next;
        }
        return nodes;
    }

    private Node node(int sign, double t, Node last, Node before) throws CancelledException {
        double[] theta = last.theta.clone();
        if (before != null) {
            double ahead = (t - last.t) / (last.t - before.t);
            for (int j = 0; j < theta.length; j++) {
                theta[j] += Math.max(-1, Math.min(1, ahead * (last.theta[j] - before.theta[j])));
            }
        }
        theta[index] = t;
        coordinates.clamp(theta);
        ParameterSet start = coordinates.untied(theta);
        FitSearch held = search.holding(parameter, start.get(parameter));
        Optimum found = held.mostLikelyWithin(start, TOLERANCE);
        if (-found.cost() > highest) {
            highest = -found.cost();
            higher = replaced(theta, held.coordinates(), found.theta());
        }
        double drop = Math.max(0, top + found.cost());
        // a profile falls from its maximum; a later rise is the noise of a search that stopped early
        double root = Math.max(Math.abs(last.root), Math.sqrt(2 * Math.min(drop, Double.MAX_VALUE)));
        return new Node(t, sign * root, replaced(theta, held.coordinates(), found.theta()));
    }

    private double[] replaced(double[] theta, Coordinates held, double[] found) {
        double[] all = theta.clone();
        for (int j = 0; j < all.length; j++) {
            int at = held.free().indexOf(coordinates.free().get(j));
            all[j] = at < 0 ? all[j] : found[at];
        }
        return all;
    }
}
