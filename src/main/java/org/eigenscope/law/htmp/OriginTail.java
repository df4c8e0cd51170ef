package org.eigenscope.law.htmp;

/**
 * The law so close to 0 that u keeps only its y⁰ and y^δ parts, w″ = (δ²/4)w in t = ln y, for any δ ≥ 0: at δ = 0 the
 * density is 1/(x·ln²x) up to constants.
 *
 * <p>With τ = t − t₀ < 0 and D = w′/w at t₀, w/w₀ = e^(−δτ/2)[1 + (δ/2 + D)·e₁(τ)], e₁ = (e^(δτ) − 1)/δ, and F is the
 * angle between w and its limit as τ → −∞, over πA.
 */
final class OriginTail implements Tail {
    private final HtmpShape shape;
    private final double anchor;
    private final double logAnchorMass;
    private final double dRe;
    private final double dIm;
    private final double limitRe;
    private final double limitIm;

    OriginTail(HtmpShape shape, OutwardMarch.End end) {
        this.shape = shape;
        this.anchor = end.y() / shape.c();
        this.logAnchorMass = end.logDensity() + Math.log(anchor);
        // w = u·exp((y − δt)/2); Im D = π·A·xρ is exact where Im q would have cancelled
        this.dRe = end.qRe() + (end.y() - shape.delta()) / 2;
        this.dIm = Math.PI * shape.a() * Math.exp(logAnchorMass);
        // 1/(δ/2 − D), whose real part has δ/2 − Re D = δ − Re q − y/2
        double gap = shape.delta() - end.qRe() - end.y() / 2;
        double norm = gap * gap + dIm * dIm;
        this.limitRe = gap / norm;
        this.limitIm = dIm / norm;
    }

    @Override
    public double logDensity(double x) {
        double delta = shape.delta();
        double tau = logRatio(x);
        double e1 = delta == 0 ? tau : Math.expm1(delta * tau) / delta;
        double re = 1 + (delta / 2 + dRe) * e1;
        double im = dIm * e1;
        return logAnchorMass + delta * tau - Math.log(re * re + im * im) - Math.log(x);
    }

    @Override
    public double mass(double x) {
        if (x <= 0) {
            return 0;
        }
        double delta = shape.delta();
        double tau = logRatio(x);
        double e1 = delta == 0 ? tau : Math.expm1(delta * tau) / delta;
        double decay = Math.exp(delta * tau);
        return Math.atan2(decay * limitIm, decay * limitRe - e1) / (Math.PI * shape.a());
    }

    private double logRatio(double x) {
        return Math.log(x) - Math.log(anchor);
    }
}
