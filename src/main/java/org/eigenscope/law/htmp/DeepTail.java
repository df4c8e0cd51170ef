package org.eigenscope.law.htmp;

/**
 * The law where ln ρ is thousands below the bulk: xρ ∝ |Q|^(1/2)·exp(∓2∫√(−Q) dt), the two leading orders of WKB, in
 * closed form. It keeps ln ρ finite and monotone; its density and mass underflow to 0.
 */
final class DeepTail implements Tail {
    /** Squares of y must not overflow. */
    private static final double LARGEST = 1e150;

    private final HtmpShape shape;
    private final double anchorLevel;
    private final double anchorY;
    private final double anchorExponent;

    DeepTail(HtmpShape shape, OutwardMarch.End end) {
        this.shape = shape;
        this.anchorY = end.y();
        this.anchorExponent = exponent(end.y());
        this.anchorLevel = end.logDensity();
    }

    @Override
    public double logDensity(double x) {
        double y = Math.min(shape.c() * x, LARGEST);
        double prefactor = 0.5 * Math.log(shape.oscillation(y) / shape.oscillation(anchorY));
        return anchorLevel + prefactor - Math.abs(exponent(y) - anchorExponent) * 2 - Math.log(y / anchorY);
    }

    @Override
    public double mass(double x) {
        return Math.exp(logDensity(x));
    }

    /** ∫√(−Q) dy/y with −Q = y²/4 + b·y + δ²/4, its logarithms written so that neither argument cancels. */
    private double exponent(double y) {
        double delta = shape.delta();
        double b = -(delta / 2 + shape.a() - 0.5);
        double root = Math.sqrt(Math.max(0, -shape.oscillation(y)));
        double discriminant = Math.abs(b * b - delta * delta / 4);
        double p = y / 2 + b;
        double first = p >= 0 ? root + p : discriminant / (root - p);
        double r = b * y + delta * delta / 2;
        double second = r >= 0 ? (delta * root + r) / y : y * discriminant / (delta * root - r);
        return root + b * Math.log(first) - (delta == 0 ? 0 : delta / 2 * Math.log(second));
    }
}
