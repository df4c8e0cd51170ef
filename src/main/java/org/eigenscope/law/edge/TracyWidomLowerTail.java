package org.eigenscope.law.edge;

/**
 * ln F of the Tracy–Widom laws for s → −∞ with its constant: with x = −s and v = x^(−3/2),
 *
 * <p>ln F₂ = −x³/12 − ln(x)/8 + ζ′(−1) + ln(2)/24 + ln(1 + 3v²/64 + 2025v⁴/8192 + …) and ln F₁ = −x³/24 − x^(3/2)/(3√2) −
 * ln(x)/16 + ζ′(−1)/2 − 11·ln(2)/48 + ln(1 − v/(24√2) + 55v²/2304 − 10675v³/(165888√2) + …)
 *
 * <p>(Tracy and Widom, Comm. Math. Phys. 159 (1994) 151 and 177 (1996) 727; constants: Deift, Its and Krasovsky, ibid. 278
 * (2008) 643, Baik, Buckingham and DiFranco, ibid. 280 (2008) 463). The first two powers left out are matched to value and
 * slope where the tail begins.
 */
final class TracyWidomLowerTail {
    private static final double ZETA_SLOPE = -0.16542114370045092921;
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double[] REAL = {1, -1 / (24 * ROOT_TWO), 55.0 / 2304, -10675 / (165888 * ROOT_TWO)};
    private static final double[] COMPLEX = {1, 0, 3.0 / 64, 0, 2025.0 / 8192};

    private final int beta;
    private final double[] series;

    /** The first power of v left out and, behind it, the second. */
    private final int order;

    private final int step;
    private final double first;
    private final double second;

    /**
     * The tail below s.
     *
     * @param value ln F(s)
     * @param slope its derivative
     */
    TracyWidomLowerTail(int beta, double s, double value, double slope) {
        this.beta = beta;
        this.series = beta == 1 ? REAL : COMPLEX;
        this.order = beta == 1 ? 4 : 6;
        this.step = beta;
        double v = power(s);
        double gap = value - leading(s);
        // the derivative of a·vᵐ + b·vⁿ by ln v
        double turn = (slope - leadingSlope(s)) / (-1.5 / s);
        int next = order + step;
        this.second = (turn - order * gap) / (step * Math.pow(v, next));
        this.first = (next * gap - turn) / (step * Math.pow(v, order));
    }

    /** ln F(s) by the expansion for s → −∞. */
    double logCumulative(double s) {
        double v = power(s);
        return leading(s) + Math.pow(v, order) * (first + second * Math.pow(v, step));
    }

    /** The derivative of ln F(s), for the density F·(ln F)′. */
    double slope(double s) {
        double v = power(s);
        double turn = Math.pow(v, order) * (order * first + (order + step) * second * Math.pow(v, step));
        return leadingSlope(s) + turn * (-1.5 / s);
    }

    /** v = |s|^(−3/2), d(ln v)/ds = −3/(2s). */
    private static double power(double s) {
        return 1 / (-s * Math.sqrt(-s));
    }

    private double leading(double s) {
        double x = -s;
        double log = Math.log(x);
        double constant = beta == 1 ? ZETA_SLOPE / 2 - 11 * Math.log(2) / 48 : ZETA_SLOPE + Math.log(2) / 24;
        double exponent = beta == 1 ? x * x * x / 24 + x * Math.sqrt(x) / (3 * ROOT_TWO) : x * x * x / 12;
        return -exponent - beta * log / 16 + constant + Math.log(sum(power(s)));
    }

    private double leadingSlope(double s) {
        double x = -s;
        double exponent = beta == 1 ? x * x / 8 + Math.sqrt(x / 8) : x * x / 4;
        double v = power(s);
        double rise = 0;
        for (int k = series.length - 1; k > 0; k--) {
            rise = (rise + k * series[k]) * v;
        }
        return exponent + beta / (16 * x) + rise / sum(v) * 1.5 / x;
    }

    private double sum(double v) {
        double sum = 0;
        for (int k = series.length - 1; k >= 0; k--) {
            sum = sum * v + series[k];
        }
        return sum;
    }
}
