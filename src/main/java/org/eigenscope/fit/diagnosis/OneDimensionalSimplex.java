package org.eigenscope.fit.diagnosis;

import java.util.function.DoubleUnaryOperator;

/**
 * The simplex method of Nelder and Mead in one dimension, in the form of J. C. Lagarias, J. A. Reeds, M. H. Wright and P. E. Wright
 * (SIAM J. Optimization 9, 1998, §2) with coefficients 1, 2, 1/2, 1/2, from x and 1.05 x, until the two ends differ by at most
 * 1e-4 in place and in value: the settings that scipy's {@code fmin} has by default, so that both end at the same point.
 */
final class OneDimensionalSimplex {
    private static final double FIRST_STEP = 1.05;
    private static final double FLAT = 1e-4;
    private static final int MOST = 200;

    private final DoubleUnaryOperator cost;
    private Vertex best;
    private Vertex worst;
    private int evaluations;

    private record Vertex(double x, double cost) {}

    private OneDimensionalSimplex(DoubleUnaryOperator cost) {
        this.cost = cost;
    }

    /** The end of a descent from a point that is not 0. */
    static double polish(DoubleUnaryOperator cost, double start) {
        OneDimensionalSimplex simplex = new OneDimensionalSimplex(cost);
        simplex.best = simplex.at(start);
        simplex.worst = simplex.at(FIRST_STEP * start);
        simplex.sort();
        for (int step = 1; step < MOST && simplex.evaluations < MOST && !simplex.isFlat(); step++) {
            simplex.replaceWorst();
            simplex.sort();
        }
        return simplex.best.x();
    }

    private Vertex at(double x) {
        evaluations++;
        return new Vertex(x, cost.applyAsDouble(x));
    }

    private void sort() {
        if (worst.cost() < best.cost()) {
            Vertex better = worst;
            worst = best;
            best = better;
        }
    }

    private boolean isFlat() {
        return Math.abs(worst.x() - best.x()) <= FLAT && Math.abs(best.cost() - worst.cost()) <= FLAT;
    }

    private void replaceWorst() {
        Vertex reflected = at(2 * best.x() - worst.x());
        if (reflected.cost() < best.cost()) {
            Vertex expanded = at(3 * best.x() - 2 * worst.x());
            worst = expanded.cost() < reflected.cost() ? expanded : reflected;
            return;
        }
        boolean outside = reflected.cost() < worst.cost();
        Vertex contracted = at(outside ? 1.5 * best.x() - 0.5 * worst.x() : 0.5 * best.x() + 0.5 * worst.x());
        boolean better = outside ? contracted.cost() <= reflected.cost() : contracted.cost() < worst.cost();
        worst = better ? contracted : at(best.x() + 0.5 * (worst.x() - best.x()));
    }
}
