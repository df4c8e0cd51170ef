package org.eigenscope.law.convolution;

import org.apache.commons.math3.complex.Complex;

/**
 * The subordination of a free multiplicative convolution: for z above the axis the Ω₁, Ω₂ above it with M(z) = M₁(Ω₁) =
 * M₂(Ω₂) and Ω₁Ω₂ = z(1 + M)/M.
 *
 * <p>Ω₁ is the fixed point of T(Ω) = z(1 + m₂)/(m₂Ω₂), Ω₂ = z(1 + m₁)/(m₁Ω), m₁ = M₁(Ω), m₂ = M₂(Ω₂), which maps the
 * upper half-plane into itself and so attracts from everywhere (S. T. Belinschi and H. Bercovici, J. Anal. Math. 101,
 * 2007). The attraction weakens towards the axis; secant steps for ln T(Ω) − ln Ω = 0 take over wherever they converge
 * faster. For z on the axis inside the support of the product, the fixed point still lies above the axis. So it can be
 * found for real z without smoothing, by moving z down from far above.
 */
final class Subordination {
    private static final int MOST_STEPS = 400;
    private static final double CONVERGED = 4e-15;

    /** A residual below this that no longer shrinks is taken for rounding. */
    private static final double STALLED = 1e-10;

    /**
     * After this many steps a point that is on the axis up to rounding, and almost fixed, is taken to lie in a gap of
     * the support.
     */
    private static final int PATIENCE = 40;

    private static final double ALMOST = 1e-8;
    private static final double GROUND = 1e-16;

    private static final double DESCENT = 0.05;
    private static final double LOWEST = 1e-2;
    private static final double LONGEST_STEP = 1.5;

    private final FreeFactor first;
    private final FreeFactor second;

    /**
     * A solution.
     *
     * @param z where
     * @param omega Ω₁
     * @param moment M(z)
     * @param converged whether the equations hold
     */
    record Point(Complex z, Complex omega, Complex moment, boolean converged) {}

    /** A point on the way: ln Ω, the residual there and M₁(Ω). */
    private record Trial(Complex log, Complex residual, Complex moment) {
        double miss() {
            return residual.abs();
        }

        boolean onTheGround() {
            return miss() < ALMOST && Math.abs(moment.getImaginary()) < GROUND * moment.abs();
        }
    }

    Subordination(FreeFactor first, FreeFactor second) {
        this.first = first;
        this.second = second;
    }

    /** The solution at z, followed down from far above the axis; it needs no guess. */
    Point descend(Complex z) {
        double size = z.abs();
        double height = 10 * size;
        Complex omega = new Complex(z.getReal(), height);
        while (height > Math.max(LOWEST * size, z.getImaginary())) {
            omega = solve(new Complex(z.getReal(), height), omega).omega();
            height *= DESCENT;
        }
        return solve(z, omega);
    }

    /** The solution at z from a guess of Ω₁. */
    Point solve(Complex z, Complex guess) {
        Trial before = trial(z, lifted(guess).log());
        Complex start = before.log().add(shortened(before.residual()));
        if (start.isNaN()) {
            return new Point(z, before.log().exp(), before.moment(), false);
        }
        Trial now = trial(z, start);
        for (int step = 0; step < MOST_STEPS; step++) {
            boolean stalled = now.miss() < STALLED && now.miss() >= before.miss();
            if (now.miss() < CONVERGED || stalled) {
                Trial best = stalled ? before : now;
                return new Point(z, best.log().exp(), best.moment(), true);
            }
            if (step > PATIENCE && now.onTheGround()) {
                return new Point(z, now.log().exp(), now.moment(), true);
            }
            Complex log = now.log().add(step(before, now));
            if (log.isNaN()) {
                // a factor's transform overflows there
                break;
            }
            Trial next = trial(z, log);
            before = now;
            now = next;
        }
        return new Point(z, now.log().exp(), now.moment(), false);
    }

    /** The secant step, or the fixed-point step where that would leave the half-plane or went the wrong way before. */
    private static Complex step(Trial before, Trial now) {
        Complex plain = shortened(now.residual());
        if (!(now.miss() < 2 * before.miss())) {
            return plain;
        }
        Complex rise = now.residual().subtract(before.residual());
        Complex secant = now.residual()
                .multiply(now.log().subtract(before.log()))
                .divide(rise)
                .negate();
        double angle = now.log().getImaginary() + secant.getImaginary();
        boolean inside = angle > 0 && angle < Math.PI;
        return inside && secant.abs() < LONGEST_STEP ? secant : plain;
    }

    private static Complex shortened(Complex step) {
        double size = step.abs();
        return size > LONGEST_STEP ? step.multiply(LONGEST_STEP / size) : step;
    }

    private Trial trial(Complex z, Complex log) {
        Complex omega = lifted(log.exp());
        if (!isFinite(omega)) {
            return new Trial(log, Complex.NaN, Complex.NaN);
        }
        Complex m1 = first.momentTransform(omega);
        Complex other = lifted(image(z, m1, omega));
        if (!isFinite(other)) {
            // the first transform overflows or vanishes there, and the search ends without a solution
            return new Trial(omega.log(), Complex.NaN, m1);
        }
        Complex m2 = second.momentTransform(other);
        Complex next = lifted(image(z, m2, other));
        return new Trial(omega.log(), next.divide(omega).log(), m1);
    }

    /** The right side of the fixed-point equation, z(1 + m)/(mΩ). */
    private static Complex image(Complex z, Complex m, Complex omega) {
        return z.multiply(m.add(1)).divide(m.multiply(omega));
    }

    private static boolean isFinite(Complex value) {
        return !value.isNaN() && !value.isInfinite();
    }

    /** The same point, above the axis: rounding may put one that is very near it on the wrong side. */
    private static Complex lifted(Complex omega) {
        double least = Math.max(Double.MIN_NORMAL, 1e-30 * Math.abs(omega.getReal()));
        return omega.getImaginary() >= least ? omega : new Complex(omega.getReal(), least);
    }
}
