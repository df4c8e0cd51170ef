package org.eigenscope.law.htmp;

import java.util.ArrayList;
import java.util.List;

/** Marches ln ρ outward from a point in the bulk until a tail's closed form takes over. */
final class OutwardMarch {
    /** Where a march starts: y, ln ρ(x) and q = d(ln u)/d(ln y) there. */
    record Start(double y, double logDensity, double qRe, double qIm) {
        Start raised(double amount) {
            return new Start(y, logDensity + amount, qRe, qIm);
        }
    }

    /** Where the march ended: the values at its outer end, y and ln ρ(x), and q = d(ln u)/d(ln y) there. */
    record End(double y, double logDensity, double qRe) {
        End raised(double amount) {
            return new End(y, logDensity + amount, qRe);
        }
    }

    private static final double PHASE_PER_STEP = 3;
    private static final double GROWTH_PER_STEP = 8;
    private static final double RIGHT_RATIO = 0.5;
    private static final double LEFT_RATIO = -0.5;
    private static final double RESOLVED = 2e-14;
    private static final int MAX_STEPS = 200_000;

    private final HtmpShape shape;
    private final RealKummerStep taylor;
    private final List<PiecewiseChebyshev.Panel> panels = new ArrayList<>();
    private final double[] changes = new double[ChebyshevNodes.COUNT];

    OutwardMarch(HtmpShape shape) {
        this.shape = shape;
        this.taylor = new RealKummerStep(shape);
    }

    /** The panels of ln ρ(x) laid so far, in x. */
    List<PiecewiseChebyshev.Panel> panels() {
        return panels;
    }

    /** Marches to the side that the tail is on. */
    End run(Start start, TailCriterion tail) {
        double here = start.y();
        double level = start.logDensity();
        double qRe = start.qRe();
        double qIm = start.qIm();
        for (int step = 0; step < MAX_STEPS && !tail.begins(here, level, start.logDensity() - level); step++) {
            double h = stepTo(tail, here);
            boolean resolved = false;
            while (!resolved) {
                taylor.expand(here, qRe, qIm, h);
                taylor.logDensityChanges(changes);
                resolved = isResolved() || Math.abs(h) < 1e-9;
                h = resolved ? h : h / 2;
            }
            level = addPanel(here, h, level);
            double[] next = taylor.logDerivativeAtEnd();
            qRe = next[0];
            qIm = next[1];
            here *= 1 + h;
        }
        return new End(here, level, qRe);
    }

    /** Adds the same amount to ln ρ everywhere, for a start that was not at its true level. */
    void raise(double amount) {
        for (PiecewiseChebyshev.Panel panel : panels) {
            for (int j = 0; j < panel.values().length; j++) {
                panel.values()[j] += amount;
            }
        }
    }

    /**
     * The signed relative step: bounded phase in the bulk, bounded growth in the tails, Airy's scale between them. For κ
     * ≈ 1 and small γ there is no oscillation and the bulk is nearly Gaussian: then Q″ sets the scale.
     */
    private double stepTo(TailCriterion tail, double y) {
        double outermost = tail.isUpper() ? RIGHT_RATIO : LEFT_RATIO;
        double q = shape.oscillation(y);
        double size = Math.sqrt(Math.abs(q));
        double airy = Math.cbrt(Math.abs(shape.oscillationSlope(y)));
        double gaussian = Math.sqrt(Math.sqrt(Math.abs(shape.oscillationCurvature(y)))) / 2;
        double rate = Math.max(size / (q > 0 ? PHASE_PER_STEP : GROWTH_PER_STEP), Math.max(airy, gaussian));
        double h = Math.expm1((tail.isUpper() ? 1 : -1) / rate);
        return tail.isUpper() ? Math.min(h, outermost) : Math.max(h, outermost);
    }

    private boolean isResolved() {
        double size = 1 + Math.abs(changes[ChebyshevNodes.COUNT - 1]);
        return ChebyshevNodes.unresolved(changes) < RESOLVED * size;
    }

    private double addPanel(double y, double h, double level) {
        int count = ChebyshevNodes.COUNT;
        double[] values = new double[count];
        for (int j = 0; j < count; j++) {
            values[h > 0 ? j : count - 1 - j] = level + changes[j];
        }
        double from = y / shape.c();
        double to = y * (1 + h) / shape.c();
        panels.add(new PiecewiseChebyshev.Panel(Math.min(from, to), Math.max(from, to), values));
        return level + changes[count - 1];
    }
}
