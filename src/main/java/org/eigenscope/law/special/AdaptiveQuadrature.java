package org.eigenscope.law.special;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * ∫f over a finite interval by halving the worst panel, with a 15-point Gauss–Legendre rule on a panel compared with
 * the same rule on its halves.
 *
 * <p>Stops at the accuracy asked for or after a fixed number of panels, so that an integrand with noise above the
 * accuracy costs a bounded time.
 */
public final class AdaptiveQuadrature {
    private static final GaussLegendre RULE = GaussLegendre.of(15);
    private static final int MOST_PANELS = 150;
    private static final double RELATIVE_ERROR = 1e-14;

    private AdaptiveQuadrature() {}

    /** A panel with its integral from two halves, and how far one rule over the whole was from that. */
    private record Panel(double from, double to, double left, double right, double error) {
        static Panel of(DoubleUnaryOperator f, double from, double to, double whole) {
            double middle = 0.5 * (from + to);
            double left = RULE.integrate(f, from, middle);
            double right = RULE.integrate(f, middle, to);
            return new Panel(from, to, left, right, Math.abs(left + right - whole));
        }
    }

    /**
     * The integral from a to b, to the larger of the absolute error and 1e-14 of itself if 150 panels suffice.
     *
     * @param absoluteError the absolute error asked for, ≥ 0
     */
    public static double integrate(DoubleUnaryOperator f, double a, double b, double absoluteError) {
        PriorityQueue<Panel> panels = new PriorityQueue<>(Comparator.comparingDouble(p -> -p.error()));
        panels.add(Panel.of(f, a, b, RULE.integrate(f, a, b)));
        while (panels.size() < MOST_PANELS && !accurate(panels, absoluteError)) {
            Panel worst = panels.poll();
            double middle = 0.5 * (worst.from() + worst.to());
            panels.add(Panel.of(f, worst.from(), middle, worst.left()));
            panels.add(Panel.of(f, middle, worst.to(), worst.right()));
        }
        double sum = 0;
        for (Panel panel : panels) {
            sum += panel.left() + panel.right();
        }
        return sum;
    }

    private static boolean accurate(PriorityQueue<Panel> panels, double absoluteError) {
        double error = 0;
        double size = 0;
        for (Panel panel : panels) {
            error += panel.error();
            size += Math.abs(panel.left()) + Math.abs(panel.right());
        }
        return !(error > Math.max(absoluteError, RELATIVE_ERROR * size));
    }
}
