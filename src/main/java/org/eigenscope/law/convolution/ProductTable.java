package org.eigenscope.law.convolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eigenscope.law.special.GaussLegendre;

/**
 * The masses of a free product on panels of t = ln x, halved until a 15-point Gauss rule and its halves agree, so that
 * panels crowd at the edges of the support. Immutable.
 */
final class ProductTable {
    private static final GaussLegendre RULE = GaussLegendre.of(15);
    private static final double WIDEST = 1;
    private static final double TOLERANCE = 1e-11;
    private static final double NARROWEST = 1e-9;
    private static final int EDGE_STEPS = 60;

    private final double[] edges;
    private final double[] below;
    private final double[] above;
    private final double bottom;
    private final double top;

    private ProductTable(double[] edges, double[] below, double[] above, double bottom, double top) {
        this.edges = edges;
        this.below = below;
        this.above = above;
        this.bottom = bottom;
        this.top = top;
    }

    private record Panel(double from, double to, double mass) {}

    /**
     * Integrates the density.
     *
     * @param from ln x at which to begin
     * @param to ln x at which to end
     * @param lowerTail the mass below, without an atom at 0
     * @param upperTail the mass above
     */
    static ProductTable of(AxisWalk walk, double from, double to, double lowerTail, double upperTail) {
        List<Panel> panels = new ArrayList<>();
        int count = (int) Math.ceil((to - from) / WIDEST);
        for (int i = 0; i < count; i++) {
            double a = from + (to - from) * i / count;
            double b = from + (to - from) * (i + 1) / count;
            refine(walk, new Panel(a, b, mass(walk, a, b)), panels);
        }
        double[] edges = new double[panels.size() + 1];
        double[] below = new double[edges.length];
        double[] above = new double[edges.length];
        edges[0] = from;
        below[0] = lowerTail;
        for (int i = 0; i < panels.size(); i++) {
            edges[i + 1] = panels.get(i).to();
            below[i + 1] = below[i] + panels.get(i).mass();
        }
        above[panels.size()] = upperTail;
        for (int i = panels.size() - 1; i >= 0; i--) {
            above[i] = above[i + 1] + panels.get(i).mass();
        }
        return new ProductTable(edges, below, above, end(walk, panels, true), end(walk, panels, false));
    }

    private static void refine(AxisWalk walk, Panel panel, List<Panel> panels) {
        double middle = 0.5 * (panel.from() + panel.to());
        Panel left = new Panel(panel.from(), middle, mass(walk, panel.from(), middle));
        Panel right = new Panel(middle, panel.to(), mass(walk, middle, panel.to()));
        boolean narrow = panel.to() - panel.from() < NARROWEST;
        if (narrow || Math.abs(left.mass() + right.mass() - panel.mass()) < TOLERANCE) {
            panels.add(left);
            panels.add(right);
        } else {
            refine(walk, left, panels);
            refine(walk, right, panels);
        }
    }

    private static double mass(AxisWalk walk, double from, double to) {
        return RULE.integrate(t -> walk.density(Math.exp(t)) * Math.exp(t), from, to);
    }

    /** The outermost ln x with a density, by bisection from the outermost panel with mass. */
    private static double end(AxisWalk walk, List<Panel> panels, boolean lowest) {
        int i = lowest ? 0 : panels.size() - 1;
        int inward = lowest ? 1 : -1;
        while (panels.get(i).mass() == 0 && i + inward >= 0 && i + inward < panels.size()) {
            i += inward;
        }
        Panel panel = panels.get(i);
        double outside = lowest ? panel.from() : panel.to();
        double inside = 0.5 * (panel.from() + panel.to());
        for (int step = 0; step < EDGE_STEPS; step++) {
            double middle = 0.5 * (outside + inside);
            if (walk.density(Math.exp(middle)) > 0) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return Math.exp(inside);
    }

    /** The left end of the continuous support, as far as the table reaches. */
    double bottom() {
        return bottom;
    }

    /** The right end of the support. */
    double top() {
        return top;
    }

    double from() {
        return edges[0];
    }

    double to() {
        return edges[edges.length - 1];
    }

    /** The continuous mass, tails included: 1 less the atom, up to the table's error. */
    double total() {
        return above[0] + below[0];
    }

    /** The continuous mass below t = ln x, for t inside the table. */
    double below(AxisWalk walk, double t) {
        int panel = panel(t);
        return below[panel] + mass(walk, edges[panel], t);
    }

    /** The mass above t. */
    double above(AxisWalk walk, double t) {
        int panel = panel(t);
        return above[panel + 1] + mass(walk, t, edges[panel + 1]);
    }

    private int panel(double t) {
        int found = Arrays.binarySearch(edges, t);
        int panel = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(edges.length - 2, panel));
    }

    /** The t with mass p below, by the panel and Newton's steps held in it. */
    double whereBelow(AxisWalk walk, double p) {
        int found = Arrays.binarySearch(below, p);
        int panel = Math.max(0, Math.min(edges.length - 2, found >= 0 ? found : -found - 2));
        return solve(walk, panel, p - below[panel], true);
    }

    /** The t with mass q above. */
    double whereAbove(AxisWalk walk, double q) {
        int panel = edges.length - 2;
        while (panel > 0 && above[panel] < q) {
            panel--;
        }
        return solve(walk, panel, q - above[panel + 1], false);
    }

    private double solve(AxisWalk walk, int panel, double mass, boolean fromBelow) {
        double low = edges[panel];
        double high = edges[panel + 1];
        double t = 0.5 * (low + high);
        for (int step = 0; step < 100 && high - low > 1e-15 * Math.max(1, Math.abs(t)); step++) {
            double got = fromBelow ? mass(walk, edges[panel], t) : mass(walk, t, edges[panel + 1]);
            double miss = fromBelow ? got - mass : mass - got;
            if (miss < 0) {
                low = t;
            } else {
                high = t;
            }
            double next = t - miss / (walk.density(Math.exp(t)) * Math.exp(t));
            if (Math.abs(next - t) < 1e-14 * Math.max(1, Math.abs(t))) {
                return next;
            }
            t = next > low && next < high ? next : 0.5 * (low + high);
        }
        return t;
    }
}
