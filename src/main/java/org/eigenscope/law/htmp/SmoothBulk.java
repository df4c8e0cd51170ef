package org.eigenscope.law.htmp;

import java.util.ArrayList;
import java.util.List;

/**
 * ln ρ over the middle of the bulk where the phase of U turns many times, without following the turns.
 *
 * <p>w = u·exp((y − δt)/2) solves w″ + Qw = 0 in t = ln y, and p = d(arg w)/dt = πA·xρ(x) of the one solution that
 * decays off the axis varies as slowly as Q does. φ = p² solves φ = Q − L′/4 + L²/16 with L = φ′/φ (Kummer's equation
 * for the phase), which iteration from φ = Q answers as an asymptotic series in Q′²/Q³. At a distance from both edges
 * of {@link #LEAST_PHASE} of turning, {@link #ITERATIONS} terms leave 1e-15. The derivatives are those of Q, by power
 * series in t.
 */
final class SmoothBulk {
    /** The phase of U between an edge and the nearest point where the series is used. */
    private static final double LEAST_PHASE = 24;

    private static final int ITERATIONS = 7;
    private static final int FEWEST = 2;
    /**
     * The phase from which on 2, 3, … terms leave 5e-16: where the next term of the modulus of Airy's functions, which every edge
     * resembles, is that small (NIST Handbook, 9.8.20, in ζ = ⅔x^(3/2): 0.57/ζ⁶, 6.0/ζ⁸, 1.1e2/ζ¹⁰, 3.0e3/ζ¹², 1.2e5/ζ¹⁴).
     */
    private static final double[] PHASE_FOR = {330, 105, 56, 38, 30};

    private static final int BISECTIONS = 60;

    private final HtmpShape shape;
    private final double lowerEdge;
    private final double upperEdge;
    private final double from;
    private final double to;
    private final double[] series = new double[2 * ITERATIONS + 1];
    private final double[] phi = new double[2 * ITERATIONS + 1];
    private final double[] slope = new double[2 * ITERATIONS + 1];

    SmoothBulk(HtmpShape shape) {
        this.shape = shape;
        // zeros of Q = −y²/4 + By − δ²/4
        double b = shape.a() - 0.5 + shape.delta() / 2;
        double root = Math.sqrt((shape.a() - 0.5) * (shape.a() - 0.5 + shape.delta()));
        this.upperEdge = 2 * (b + root);
        this.lowerEdge = shape.delta() * shape.delta() / upperEdge;
        this.from = phaseFromLowerIs(LEAST_PHASE);
        this.to = phaseFromLowerIs(Math.PI * (shape.a() - 0.5) - LEAST_PHASE);
    }

    /** Whether the phase turns often enough over the bulk for the series to save time. */
    static boolean suits(HtmpShape shape) {
        return Math.PI * (shape.a() - 0.5) > 6 * LEAST_PHASE;
    }

    /** Panels of ln ρ(x), each at most as wide as it is far from the edge on its side. */
    List<PiecewiseChebyshev.Panel> panels() {
        double middle = (lowerEdge + upperEdge) / 2;
        List<PiecewiseChebyshev.Panel> panels = new ArrayList<>();
        addPanels(lowerEdge, from, middle, panels);
        addPanels(upperEdge, to, middle, panels);
        return panels;
    }

    private void addPanels(double edge, double start, double end, List<PiecewiseChebyshev.Panel> panels) {
        double reach = (end - edge) / (start - edge);
        int count = (int) Math.ceil(Math.log(reach) / Math.log(2));
        double here = start;
        for (int i = 1; i <= count; i++) {
            double next = i == count ? end : edge + (start - edge) * Math.pow(reach, (double) i / count);
            panels.add(panel(Math.min(here, next), Math.max(here, next)));
            here = next;
        }
    }

    /** The start of the march below the series: y, ln ρ and q. */
    OutwardMarch.Start below() {
        return start(from);
    }

    OutwardMarch.Start above() {
        return start(to);
    }

    private OutwardMarch.Start start(double y) {
        double square = square(y);
        // w′/w = −p′/(2p) + ip
        double qRe = -slope[0] / 4 - (y - shape.delta()) / 2;
        return new OutwardMarch.Start(y, logDensity(y, square), qRe, Math.sqrt(square));
    }

    private PiecewiseChebyshev.Panel panel(double left, double right) {
        double[] values = new double[ChebyshevNodes.COUNT];
        for (int j = 0; j < values.length; j++) {
            double y = left + (right - left) * ChebyshevNodes.point(j);
            values[j] = logDensity(y, square(y));
        }
        return new PiecewiseChebyshev.Panel(left / shape.c(), right / shape.c(), values);
    }

    private double logDensity(double y, double square) {
        return Math.log(square) / 2 - Math.log(Math.PI * shape.a() * y / shape.c());
    }

    /** p² at y; leaves L's series in {@link #slope}. */
    private double square(double y) {
        int terms = iterations(y);
        expandOscillation(y, 2 * terms + 1);
        System.arraycopy(series, 0, phi, 0, 2 * terms + 1);
        for (int count = 2 * terms + 1; count > 1; count -= 2) {
            logarithmicSlope(count);
            for (int n = 0; n < count - 2; n++) {
                double square = 0;
                for (int i = 0; i <= n; i++) {
                    square += slope[i] * slope[n - i];
                }
                phi[n] = series[n] - (n + 1) * slope[n + 1] / 4 + square / 16;
            }
        }
        return phi[0];
    }

    /** How many terms leave 1e-15 at y. */
    private int iterations(double y) {
        double below = phaseFromLower(y);
        double phase = Math.min(below, Math.PI * (shape.a() - 0.5) - below);
        int terms = ITERATIONS;
        while (terms > FEWEST && phase >= PHASE_FOR[terms - 1 - FEWEST]) {
            terms--;
        }
        return terms;
    }

    /** Taylor's series of Q in t − ln y: Q = −(y² + δ²)/4 + By, y → y·e^s. */
    private void expandOscillation(double y, int count) {
        double first = (shape.a() - 0.5 + shape.delta() / 2) * y;
        double second = -y * y / 4;
        series[0] = shape.oscillation(y);
        for (int n = 1; n < count; n++) {
            first /= n;
            second *= 2.0 / n;
            series[n] = first + second;
        }
    }

    /** L = φ′/φ from the first {@code count} coefficients of φ. */
    private void logarithmicSlope(int count) {
        for (int n = 0; n < count - 1; n++) {
            double sum = (n + 1) * phi[n + 1];
            for (int i = 0; i < n; i++) {
                sum -= slope[i] * phi[n - i];
            }
            slope[n] = sum / phi[0];
        }
    }

    /** The y up to which ∫√Q dt from the lower edge is as given. */
    private double phaseFromLowerIs(double phase) {
        double low = lowerEdge;
        double high = upperEdge;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            boolean below = phaseFromLower(middle) < phase;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return (low + high) / 2;
    }

    private double phaseFromLower(double y) {
        double delta = shape.delta();
        double b = shape.a() - 0.5 + delta / 2;
        double width = (upperEdge - lowerEdge) / 4;
        double root = Math.sqrt(Math.max(0, shape.oscillation(y)));
        double turn = b * arc((y / 2 - b) / width);
        return root + turn - (delta == 0 ? 0 : delta / 2 * arc((b - delta * delta / 2 / y) / width));
    }

    /** The arcsine, from −π/2. */
    private static double arc(double sine) {
        return Math.asin(Math.max(-1, Math.min(1, sine))) + Math.PI / 2;
    }
}
