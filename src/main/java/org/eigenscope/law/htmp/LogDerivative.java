package org.eigenscope.law.htmp;

/** q(z) = z·d(ln u)/dz of u(z) = U(A, 1−δ, −z), for Im z ≥ 0: the starting value of all marches. */
final class LogDerivative {
    /** The continued fraction needs about this many terms at the height chosen below. */
    private static final double FRACTION_TERMS = 1500;

    private static final double LEAST_HEIGHT = 30;

    /** At this Im √z the fraction alone converges in about as many terms. */
    private static final double LEAST_ROOT = 0.3;

    /** From this δ on there is no noticeable mass at |z| < 1. */
    private static final double STEEP = 30;

    private final HtmpShape shape;
    private final JacobiFraction fraction;

    LogDerivative(HtmpShape shape) {
        this.shape = shape;
        this.fraction = new JacobiFraction(shape);
    }

    /** q on the upper side of the positive axis. */
    double[] onAxis(double y) {
        double height = height(y);
        double[] seed = byFraction(y, height);
        ComplexKummerPath path = new ComplexKummerPath(shape, y, height, seed[0], seed[1]);
        path.moveTo(y, 0);
        return new double[] {path.qRe(), path.qIm()};
    }

    /** q anywhere in the closed upper half-plane but at 0 and on the positive axis. */
    double[] at(double zRe, double zIm) {
        double size = Math.hypot(zRe, zIm);
        // Im √z decides how fast the fraction converges
        double rootIm = Math.sqrt((size - zRe) / 2);
        // hardly any mass lies near 0 for large δ, and the path to it would be δ·ln(1/|z|) steps long
        boolean farBelow = shape.delta() > STEEP && size < 1;
        if (rootIm > LEAST_ROOT || farBelow) {
            return byFraction(zRe, zIm);
        }
        boolean nearPositiveAxis = zRe > zIm;
        double lift = LEAST_HEIGHT / size;
        double startRe = nearPositiveAxis ? zRe : zRe * lift;
        double startIm = nearPositiveAxis ? height(zRe) : zIm * lift;
        double[] seed = byFraction(startRe, startIm);
        ComplexKummerPath path = new ComplexKummerPath(shape, startRe, startIm, seed[0], seed[1]);
        path.moveTo(zRe, zIm);
        return new double[] {path.qRe(), path.qIm()};
    }

    /** exp(−4√n·Im√z) ≈ 1e-17 with Im√z ≈ h/(2√y) needs n ≈ 390·y/h² terms. */
    private static double height(double y) {
        return Math.max(LEAST_HEIGHT, Math.sqrt(390 * y / FRACTION_TERMS));
    }

    /** The logarithmic derivative q = −A·z·G(z) from the Stieltjes transform. */
    private double[] byFraction(double x, double y) {
        double[] g = fraction.transform(x, y);
        return new double[] {-shape.a() * (x * g[0] - y * g[1]), -shape.a() * (x * g[1] + y * g[0])};
    }
}
