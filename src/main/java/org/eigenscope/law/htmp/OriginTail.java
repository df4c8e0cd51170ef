package org.eigenscope.law.htmp;

/**
 * The law near 0, where Frobenius's series of Kummer's equation at y = 0 converges fast, written so that neither δ = 0 nor
 * any other integer δ is special.
 *
 * <p>With θ = d/dt, t = ln y, the equation is θ(θ − δ)u = −y(θ + A)u, of exponents 0 and δ. Let m be the integer nearest to
 * δ, ε = δ − m, τ = t − t₀ and E = (e^(ετ) − 1)/ε, which is τ at ε = 0. A solution is Σ_(n&lt;m) a_n·yⁿ + Σ_(n≥m) (p_n +
 * r_n·E)yⁿ, and no divisor of its recurrence is smaller than ½. Of the two kept, u₂ is y^δ times a power series and u₁ tends
 * to 1 as y → 0 (to −E where m = 0). U is proportional to u₁ + χ·u₂ with a complex χ fixed by q at t₀, and F is its angle
 * above u₁, over πA: its imaginary part is that of χ·u₂ alone, so that F is accurate relatively however small.
 */
final class OriginTail implements Tail {
    /** Beyond, the lower series of positive terms begins early enough. */
    private static final double LARGEST_DELTA = 12.5;

    private static final int MAX_TERMS = 80;
    private static final double NEGLIGIBLE = 1e-18;
    private static final int BITS = 60;

    private final HtmpShape shape;
    private final double anchor;
    private final double logAnchor;
    private final double anchorY;
    private final double level;

    /** The integer m next to δ and the rest ε = δ − m. */
    private final int order;

    private final double excess;

    /** Coefficients at y₀ = 1: p (or a) and r of u₁, p of u₂ (from n = m on, its r being ε·p). */
    private final double[] p1 = new double[MAX_TERMS];

    private final double[] r1 = new double[MAX_TERMS];
    private final double[] p2 = new double[MAX_TERMS];
    private final int terms;

    private final double chiRe;
    private final double chiIm;

    OriginTail(HtmpShape shape, OutwardMarch.End end) {
        this.shape = shape;
        this.anchorY = end.y();
        this.anchor = end.y() / shape.c();
        this.logAnchor = Math.log(anchor);
        this.order = (int) Math.rint(shape.delta());
        this.excess = shape.delta() - order;
        this.terms = expand();
        // Im q = πA·xρ is exact where that of the march would have cancelled
        double qIm = Math.PI * shape.a() * Math.exp(end.logDensity() + logAnchor);
        double[] start = valuesAtAnchor();
        // χ = (q·u₁ − θu₁)/(θu₂ − q·u₂), its imaginary part by the Wronskian
        double overRe = start[3] - end.qRe() * start[2];
        double overIm = -qIm * start[2];
        double norm = overRe * overRe + overIm * overIm;
        double topRe = end.qRe() * start[0] - start[1];
        this.chiRe = (topRe * overRe + qIm * start[0] * overIm) / norm;
        this.chiIm = qIm * (start[0] * start[3] - start[1] * start[2]) / norm;
        double re = start[0] + chiRe * start[2];
        double im = chiIm * start[2];
        this.level = end.logDensity() + logAnchor + Math.log(re * re + im * im);
    }

    /** Whether the series need few terms and none that cancel, at y and below. */
    static boolean reaches(HtmpShape shape, double y) {
        double delta = shape.delta();
        return delta < LARGEST_DELTA && y * (shape.a() + delta + 1) <= 1 + delta;
    }

    @Override
    public double logDensity(double x) {
        double logX = Math.log(x);
        double tau = logX - logAnchor;
        double ratio = x / anchor;
        double growth = Math.exp(excess * tau);
        double e = slowPower(growth, tau);
        double first = 0;
        double second = 0;
        // both solutions in one loop: a step of either waits for its last one, and the two do not wait for each other
        for (int n = termsAt(ratio) - 1; n >= order; n--) {
            first = first * ratio + (p1[n] + r1[n] * e);
            second = second * ratio + p2[n];
        }
        for (int n = order - 1; n >= 0; n--) {
            first = first * ratio + p1[n];
            second *= ratio;
        }
        second *= growth;
        double re = first + chiRe * second;
        double im = chiIm * second;
        return level + shape.delta() * tau - anchorY * (ratio - 1) - Math.log(re * re + im * im) - logX;
    }

    @Override
    public double mass(double x) {
        if (x <= 0) {
            return 0;
        }
        double tau = Math.log(x) - logAnchor;
        double growth = Math.exp(excess * tau);
        double second = second(x / anchor, growth);
        return angle(chiIm * second, first(x / anchor, growth, tau) + chiRe * second);
    }

    /** The angle by which U turns between the points, which keeps its digits where 1 − F is small. */
    @Override
    public double massBetween(double from, double to) {
        double tauFrom = Math.log(from) - logAnchor;
        double tauTo = Math.log(to) - logAnchor;
        double growthFrom = Math.exp(excess * tauFrom);
        double growthTo = Math.exp(excess * tauTo);
        double first = first(from / anchor, growthFrom, tauFrom);
        double second = second(from / anchor, growthFrom);
        double firstTo = first(to / anchor, growthTo, tauTo);
        double secondTo = second(to / anchor, growthTo);
        double dot = (first + chiRe * second) * (firstTo + chiRe * secondTo) + chiIm * second * chiIm * secondTo;
        return angle(chiIm * (secondTo * first - second * firstTo), dot);
    }

    private double angle(double opposite, double adjacent) {
        return Math.atan2(opposite, adjacent) / (Math.PI * shape.a());
    }

    /** u₁ at y = y₀·ratio, where τ = ln ratio and growth = e^(ετ). */
    private double first(double ratio, double growth, double tau) {
        double e = slowPower(growth, tau);
        double sum = 0;
        for (int n = termsAt(ratio) - 1; n >= order; n--) {
            sum = sum * ratio + (p1[n] + r1[n] * e);
        }
        for (int n = order - 1; n >= 0; n--) {
            sum = sum * ratio + p1[n];
        }
        return sum;
    }

    /**
     * E = (e^(ετ) − 1)/ε. Where e^(ετ) rounded is g, close to 1, the quotient (g − 1)/ln g is right although neither part is (W. Kahan),
     * and a logarithm costs a small part of {@link Math#expm1}.
     */
    private double slowPower(double growth, double tau) {
        if (growth == 1) {
            return tau;
        }
        return Math.abs(growth - 1) < 0.5 ? (growth - 1) / Math.log(growth) * tau : (growth - 1) / excess;
    }

    /** The second Frobenius solution u₂ at the point. */
    private double second(double ratio, double growth) {
        double sum = 0;
        for (int n = termsAt(ratio) - 1; n >= order; n--) {
            sum = sum * ratio + p2[n];
        }
        for (int n = 0; n < order; n++) {
            sum *= ratio;
        }
        return sum * growth;
    }

    /** How many terms are needed at a ratio: 2^(−k·n) of the n-th is left at 2^−k. */
    private int termsAt(double ratio) {
        int octaves = -1 - Math.getExponent(ratio);
        return octaves <= 0 ? terms : Math.min(terms, order + 2 + BITS / octaves);
    }

    /** Fills in the coefficients and returns how many there are. */
    private int expand() {
        double a = shape.a();
        double delta = shape.delta();
        p2[order] = 1;
        if (order == 0) {
            r1[0] = -1;
        } else {
            p1[0] = 1;
            for (int n = 1; n < order; n++) {
                p1[n] = -anchorY * (n - 1 + a) * p1[n - 1] / (n * (n - delta));
            }
            r1[order] = -anchorY * (order - 1 + a) * p1[order - 1] / order;
        }
        double size = 1;
        int quiet = 0;
        int n = order + 1;
        while (n < MAX_TERMS && quiet < 2) {
            int above = n - order;
            p2[n] = -anchorY * (n - 1 + excess + a) * p2[n - 1] / (above * (n + excess));
            r1[n] = -anchorY * (n - 1 + excess + a) * r1[n - 1] / (above * (n + excess));
            double rest = anchorY * ((n - 1 + a) * p1[n - 1] + r1[n - 1]) + (n + above) * r1[n];
            p1[n] = -rest / (n * (n - delta));
            double term = Math.abs(p1[n]) + Math.abs(r1[n]) + Math.abs(p2[n]);
            size += term;
            quiet = term < NEGLIGIBLE * size ? quiet + 1 : 0;
            n++;
        }
        return n;
    }

    /** u₁, θu₁, u₂, θu₂ at y₀. */
    private double[] valuesAtAnchor() {
        double[] values = new double[4];
        for (int n = terms - 1; n >= 0; n--) {
            values[0] += p1[n];
            values[1] += n * p1[n] + r1[n];
            values[2] += p2[n];
            values[3] += (n + excess) * p2[n];
        }
        return values;
    }
}
