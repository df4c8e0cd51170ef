package org.eigenscope.law.htmp;

/**
 * The two series of |U(A, 1−δ, −y)|², valid outside the bulk where their smallest term vanishes against their sum. All
 * terms are positive, so nothing cancels.
 *
 * <p>Upper tail (y → ∞): |U| = y^(−A)·Σ (A)_k(c)_k/(k!·y^k), DLMF 13.7.3. Lower tail (y → 0): |U| = U(0)·Σ
 * (A)_k y^k/((δ−1)(δ−2)…(δ−k)·k!), the first half of DLMF 13.2.42. What either leaves out is of the order of the density
 * relative to its bulk value, which is the order of the smallest term.
 */
enum TailSeries {
    UPPER {
        @Override
        double ratio(HtmpShape shape, double y, int k) {
            return (shape.a() + k) * (shape.c() + k) / ((k + 1) * y);
        }

        @Override
        double largestTerm(HtmpShape shape, double y) {
            double half = (y - shape.a() - shape.c()) / 2;
            double product = shape.a() * shape.c();
            return product / (half + Math.sqrt(half * half - product));
        }

        @Override
        double power(HtmpShape shape) {
            return shape.c() + shape.a() - 1;
        }

        @Override
        double variable(double anchor, double x) {
            return anchor / x;
        }
    },
    LOWER {
        @Override
        double ratio(HtmpShape shape, double y, int k) {
            return (shape.a() + k) * y / ((shape.delta() - 1 - k) * (k + 1));
        }

        @Override
        double largestTerm(HtmpShape shape, double y) {
            double half = (shape.delta() - y) / 2;
            double product = shape.a() * y;
            return product / (half + Math.sqrt(Math.max(0, half * half - product)));
        }

        @Override
        double power(HtmpShape shape) {
            return shape.delta() - 1;
        }

        @Override
        double variable(double anchor, double x) {
            return x / anchor;
        }
    };

    private static final double NEGLIGIBLE = 1e-17;
    /** Past this many terms, marching on is cheaper than summing. */
    private static final int MAX_TERMS = 1000;

    private static final double BIG = 1e250;
    private static final double LOG_BIG = Math.log(BIG);

    /** term_{k+1}/term_k. */
    abstract double ratio(HtmpShape shape, double y, int k);

    /** About where the terms are largest; NaN where they never fall. */
    abstract double largestTerm(HtmpShape shape, double y);

    /** The exponent p of the tail's density y^p·e^(−y)/S². */
    abstract double power(HtmpShape shape);

    /** The variable in [0, 1] in which ln S is smooth over the whole tail: 1 at the anchor, 0 at the far end. */
    abstract double variable(double anchor, double x);

    /** ln S(y), or NaN where the series does not reach full accuracy. */
    double logSum(HtmpShape shape, double y) {
        double term = 1;
        double sum = 1;
        double logScale = 0;
        int limit = largestTerm(shape, y) > MAX_TERMS ? 0 : MAX_TERMS;
        for (int k = 0; k < limit; k++) {
            double ratio = ratio(shape, y, k);
            // past its smallest term the series diverges (or, below, changes sign)
            boolean diverges = ratio < 0 || (ratio >= 1 && k > 0 && ratio(shape, y, k - 1) < 1);
            if (diverges || Double.isNaN(ratio) || Double.isInfinite(ratio)) {
                return Double.NaN;
            }
            term *= ratio;
            sum += term;
            if (term < NEGLIGIBLE * sum) {
                return Math.log(sum) + logScale;
            }
            if (sum > BIG) {
                sum /= BIG;
                term /= BIG;
                logScale += LOG_BIG;
            }
        }
        return Double.NaN;
    }
}
