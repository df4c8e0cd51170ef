package org.eigenscope.law.htmp;

/**
 * The law where ln ρ is hundreds below the bulk: with P = −Q = y²/4 + by + δ²/4 and w″ = Pw in t = ln y, w =
 * φ^(−¼)·exp(±∫√φ dt), φ = P + L′/4 − L²/16 + …, L = P′/P, so that xρ ∝ √φ·exp(∓2∫√φ dt). The integrals of √P and of
 * the next order are in closed form; the terms left out fall with the third power of the drop of ln ρ and are below
 * 1e-9 where this begins. The density and the mass underflow to 0.
 */
final class DeepTail implements Tail {
    /** The largest y: its square must not overflow. */
    private static final double LARGEST = 1e150;

    private final HtmpShape shape;
    private final double b;

    /** D = b² − δ²/4, by which P differs from the square (y/2 + b)². */
    private final double discriminant;

    private final double anchorY;
    private final double anchorLevel;
    private final double anchorRoot;
    private final double anchorCorrection;
    private final double anchorSquare;

    DeepTail(HtmpShape shape, OutwardMarch.End end) {
        this.shape = shape;
        this.b = -(shape.delta() / 2 + shape.a() - 0.5);
        this.discriminant = (shape.a() - 0.5) * (shape.a() - 0.5 + shape.delta());
        this.anchorY = end.y();
        this.anchorLevel = end.logDensity();
        this.anchorRoot = Math.sqrt(-shape.oscillation(end.y()));
        this.anchorCorrection = correction(end.y());
        this.anchorSquare = square(end.y());
    }

    @Override
    public double logDensity(double x) {
        double y = Math.min(shape.c() * x, LARGEST);
        double exponent = Math.abs(exponent(y) + (correction(y) - anchorCorrection));
        return anchorLevel + Math.log(square(y) / anchorSquare) / 2 - 2 * exponent - Math.log(y / anchorY);
    }

    @Override
    public double mass(double x) {
        return Math.exp(logDensity(x));
    }

    /** φ of the formula above: P with its corrections of the second order. */
    private double square(double y) {
        double p = -shape.oscillation(y);
        double slope = y * (y / 2 + b) / p;
        return p + (y * (y + b) / p - slope * slope) / 4 - slope * slope / 16;
    }

    /** ∫(L′/4 − L²/16)/(2√P) dt = L/(8√P) + (1/32)∫L²/√P dt; with h = y/2 + b, P = h² − D. */
    private double correction(double y) {
        double p = -shape.oscillation(y);
        double root = Math.sqrt(p);
        double h = y / 2 + b;
        // (h³/P^(3/2) ∓ 1)/D, whose limit at D = 0 is ±3/(2h²)
        double small = discriminant / (h * h);
        double cube = small == 0 ? 1.5 / (h * h) : Math.expm1(-1.5 * Math.log1p(-small)) / discriminant;
        double integral = -(1 + discriminant / (3 * p)) / root + Math.signum(h) * b * cube / 3;
        return y * h / (8 * p * root) + integral / 8;
    }

    /**
     * ∫√P dt from the anchor = [√P + b·ln(h + √P) − (δ/2)·ln((δ√P + r)/y)], r = by + δ²/2, in differences: b may be
     * millions.
     */
    private double exponent(double y) {
        double delta = shape.delta();
        double step = y - anchorY;
        double root = Math.sqrt(-shape.oscillation(y));
        double rise = step * ((y + anchorY) / 4 + b) / (root + anchorRoot);
        double h = y / 2 + b;
        double sum = anchorRoot + Math.abs(anchorY / 2 + b);
        double first = Math.signum(h) * Math.log1p((rise + Math.signum(h) * step / 2) / sum);
        double r = b * anchorY + delta * delta / 2;
        double other = delta * anchorRoot + Math.abs(r);
        double change = delta * (rise * anchorY - anchorRoot * step) - Math.signum(r) * delta * delta / 2 * step;
        double second = delta == 0 ? 0 : Math.signum(r) * Math.log1p(change / (y * other));
        return rise + b * first - delta / 2 * second;
    }
}
