package org.eigenscope.fit.numeric;

import java.util.Arrays;
import java.util.Comparator;
import org.eigenscope.error.CancelledException;

/**
 * The simplex search of Nelder and Mead (Computer Journal 7, 1965) with points moved into a box, for costs without derivatives.
 * Deterministic; stops when the simplex is flat or small, or evaluations run out.
 */
public final class NelderMead {
    private final Cost cost;
    private final double[] lower;
    private final double[] upper;
    private int evaluationsLeft;

    private record Vertex(double[] theta, double cost) {}

    public NelderMead(Cost cost, double[] lower, double[] upper) {
        this.cost = cost;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Descends from a start.
     *
     * @param start the first corner
     * @param size the edge of the first simplex
     * @param tolerance the spread of costs, and the edge relative to {@code size}, at which to stop
     * @param evaluations how many evaluations it may use
     */
    public Optimum from(double[] start, double size, double tolerance, int evaluations) throws CancelledException {
        evaluationsLeft = evaluations;
        Vertex[] simplex = simplex(start, size);
        if (start.length == 0) {
            return new Optimum(simplex[0].theta, simplex[0].cost, true);
        }
        while (evaluationsLeft > 0) {
            Arrays.sort(simplex, Comparator.comparingDouble(Vertex::cost));
            if (isSmall(simplex, size, tolerance)) {
                return new Optimum(simplex[0].theta, simplex[0].cost, true);
            }
            improve(simplex);
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::cost));
        return new Optimum(simplex[0].theta, simplex[0].cost, false);
    }

    private Vertex[] simplex(double[] start, double size) throws CancelledException {
        Vertex[] simplex = new Vertex[start.length + 1];
        simplex[0] = vertex(start.clone());
        for (int j = 0; j < start.length; j++) {
            double[] corner = simplex[0].theta.clone();
            // towards the inside, because a corner on the box would give a flat simplex
            corner[j] += corner[j] + size <= upper[j] ? size : -size;
            simplex[j + 1] = vertex(corner);
        }
        return simplex;
    }

    private void improve(Vertex[] simplex) throws CancelledException {
        int last = simplex.length - 1;
        Vertex worst = simplex[last];
        double[] centre = centre(simplex);
        Vertex reflected = along(centre, worst.theta, -1);
        if (reflected.cost < simplex[0].cost) {
            Vertex expanded = along(centre, worst.theta, -2);
            simplex[last] = expanded.cost < reflected.cost ? expanded : reflected;
        } else if (reflected.cost < simplex[last - 1].cost) {
            simplex[last] = reflected;
        } else {
            Vertex contracted = along(centre, worst.theta, reflected.cost < worst.cost ? -0.5 : 0.5);
            if (contracted.cost < Math.min(reflected.cost, worst.cost)) {
                simplex[last] = contracted;
            } else {
                shrink(simplex);
            }
        }
    }

    private void shrink(Vertex[] simplex) throws CancelledException {
        for (int i = 1; i < simplex.length; i++) {
            simplex[i] = along(simplex[0].theta, simplex[i].theta, 0.5);
        }
    }

    private static double[] centre(Vertex[] simplex) {
        int n = simplex.length - 1;
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centre[j] += simplex[i].theta[j] / n;
            }
        }
        return centre;
    }

    private Vertex along(double[] from, double[] to, double factor) throws CancelledException {
        double[] theta = new double[from.length];
        for (int j = 0; j < theta.length; j++) {
            theta[j] = from[j] + factor * (to[j] - from[j]);
        }
        return vertex(theta);
    }

    private Vertex vertex(double[] theta) throws CancelledException {
        for (int j = 0; j < theta.length; j++) {
            theta[j] = Math.max(lower[j], Math.min(upper[j], theta[j]));
        }
        evaluationsLeft--;
        return new Vertex(theta, cost.at(theta));
    }

    private static boolean isSmall(Vertex[] sorted, double size, double tolerance) {
        double spread = sorted[sorted.length - 1].cost - sorted[0].cost;
        double edge = 0;
        for (Vertex vertex : sorted) {
            for (int j = 0; j < vertex.theta.length; j++) {
                edge = Math.max(edge, Math.abs(vertex.theta[j] - sorted[0].theta[j]));
            }
        }
        return spread <= tolerance && edge <= Math.sqrt(tolerance) * size || edge <= tolerance * size;
    }
}
