package org.eigenscope.law.htmp;

/**
 * Carries q = z·d(ln u)/dz of the solution u(z) = U(A, 1−δ, −z) along straight lines of the upper half-plane by Taylor
 * steps.
 *
 * <p>Towards the positive axis u grows, so the error that q starts with shrinks on the way.
 */
final class ComplexKummerPath {
    private static final int MAX_ORDER = 120;
    private static final double NEGLIGIBLE = 1e-18;
    private static final double STEP_RADIUS = 0.4;
    private static final double STEP_PHASE = 2.5;

    private final HtmpShape shape;
    private double zRe;
    private double zIm;
    private double qRe;
    private double qIm;

    ComplexKummerPath(HtmpShape shape, double zRe, double zIm, double qRe, double qIm) {
        this.shape = shape;
        this.zRe = zRe;
        this.zIm = zIm;
        this.qRe = qRe;
        this.qIm = qIm;
    }

    double qRe() {
        return qRe;
    }

    double qIm() {
        return qIm;
    }

    /** Moves to the point given, in as many steps as it takes. */
    void moveTo(double targetRe, double targetIm) {
        double left;
        do {
            double gapRe = targetRe - zRe;
            double gapIm = targetIm - zIm;
            left = Math.hypot(gapRe, gapIm);
            double reach = stepLength();
            double part = left <= reach ? 1 : reach / left;
            step(part * gapRe, part * gapIm);
            if (part == 1) {
                zRe = targetRe;
                zIm = targetIm;
                return;
            }
        } while (left > 0);
    }

    /** The length, in z, over which the Taylor series converges fast and its terms do not cancel badly. */
    private double stepLength() {
        double size = Math.hypot(zRe, zIm);
        double[] mu = shift();
        double bRe = (1 - shape.delta() + zRe) / 2;
        double bIm = zIm / 2;
        double cRe = shape.a() * zRe - (bRe * bRe - bIm * bIm);
        double cIm = shape.a() * zIm - 2 * bRe * bIm;
        double rate = Math.sqrt(Math.hypot(cRe, cIm)) + Math.cbrt(size * (shape.a() + Math.hypot(bRe, bIm)));
        // without the shift u's other solution, which grows at the rate B, sets the cancellation
        double other = mu[0] == 0 && mu[1] == 0 ? Math.hypot(bRe, bIm) : 0;
        return size * Math.min(STEP_RADIUS, STEP_PHASE / (rate + other));
    }

    /**
     * One step z → z(1 + h). With z = z₀(1 + s), u = e^(−μs)·v and B = 1 − δ + z₀, Kummer's equation is (1+s)v″ +
     * (B − 2μ + (z₀ − 2μ)s)v′ + (C₀ + C₁s)v = 0, C₀ = A·z₀ + μ² − μB, C₁ = μ² − μz₀. μ is that of {@link #shift}.
     */
    private void step(double dRe, double dIm) {
        double norm = zRe * zRe + zIm * zIm;
        double[] h = {(dRe * zRe + dIm * zIm) / norm, (dIm * zRe - dRe * zIm) / norm};
        double[] b = {1 - shape.delta() + zRe, zIm};
        double[] mu = shift();
        double[] muB = times(mu, b);
        double[] muZ = times(mu, new double[] {zRe, zIm});
        double[] mu2 = times(mu, mu);
        Equation equation = new Equation(
                new double[] {b[0] - 2 * mu[0], b[1] - 2 * mu[1]},
                new double[] {zRe - 2 * mu[0], zIm - 2 * mu[1]},
                new double[] {shape.a() * zRe + mu2[0] - muB[0], shape.a() * zIm + mu2[1] - muB[1]},
                new double[] {mu2[0] - muZ[0], mu2[1] - muZ[1]});
        double[] logSlope = equation.logSlopeAt(h, new double[] {qRe + mu[0], qIm + mu[1]});
        double[] q = times(new double[] {1 + h[0], h[1]}, new double[] {logSlope[0] - mu[0], logSlope[1] - mu[1]});
        qRe = q[0];
        qIm = q[1];
        zRe += dRe;
        zIm += dIm;
    }

    /**
     * μ = B/2 takes the growth out of u where it oscillates. Where u hardly varies, for small A or small A·z/B², μ = 0
     * keeps q free of the cancellation v′/v − μ.
     */
    private double[] shift() {
        double bRe = 1 - shape.delta() + zRe;
        boolean steady = shape.a() * Math.hypot(zRe, zIm) < (bRe * bRe + zIm * zIm) / 8;
        return shape.a() < 1 || steady ? new double[] {0, 0} : new double[] {bRe / 2, zIm / 2};
    }

    private static double[] times(double[] p, double[] q) {
        return new double[] {p[0] * q[0] - p[1] * q[1], p[0] * q[1] + p[1] * q[0]};
    }

    private static double[] over(double[] p, double[] q) {
        double norm = q[0] * q[0] + q[1] * q[1];
        return new double[] {(p[0] * q[0] + p[1] * q[1]) / norm, (p[1] * q[0] - p[0] * q[1]) / norm};
    }

    /** (1+s)v″ + (b₀ + b₁s)v′ + (c₀ + c₁s)v = 0 with complex coefficients. */
    private record Equation(double[] b0, double[] b1, double[] c0, double[] c1) {

        /** v′/v at s = h of the solution with v(0) = 1, v′(0) = slope. */
        double[] logSlopeAt(double[] h, double[] slope) {
            double[] h2 = times(h, h);
            double[] b0h = times(b0, h);
            double[] b1h2 = times(b1, h2);
            double[] c0h2 = times(c0, h2);
            double[] c1h3 = times(c1, times(h2, h));
            double[] before = {0, 0};
            double[] current = {1, 0};
            double[] next = times(slope, h);
            double[] value = {1 + next[0], next[1]};
            double[] derivative = next.clone();
            int quiet = 0;
            for (int k = 0; k < MAX_ORDER && quiet < 3; k++) {
                double[] first = times(new double[] {k * h[0] + b0h[0], k * h[1] + b0h[1]}, next);
                double[] second = times(new double[] {k * b1h2[0] + c0h2[0], k * b1h2[1] + c0h2[1]}, current);
                double[] third = times(c1h3, before);
                double scale = -1.0 / ((k + 2.0) * (k + 1.0));
                double[] term = {
                    scale * ((k + 1) * first[0] + second[0] + third[0]),
                    scale * ((k + 1) * first[1] + second[1] + third[1])
                };
                before = current;
                current = next;
                next = term;
                value[0] += term[0];
                value[1] += term[1];
                derivative[0] += (k + 2) * term[0];
                derivative[1] += (k + 2) * term[1];
                double size = (k + 2) * (Math.abs(term[0]) + Math.abs(term[1]));
                quiet = size < NEGLIGIBLE * (Math.abs(derivative[0]) + Math.abs(derivative[1])) ? quiet + 1 : 0;
            }
            return over(derivative, times(h, value));
        }
    }
}
