package org.eigenscope.law.htmp;

import java.util.Arrays;

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
        double factor(HtmpShape shape, int k) {
            return (shape.a() + k) * (shape.c() + k) / (k + 1);
        }

        @Override
        double argument(double y) {
            return 1 / y;
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
        double factor(HtmpShape shape, int k) {
            return (shape.a() + k) / ((shape.delta() - 1 - k) * (k + 1));
        }

        @Override
        double argument(double y) {
            return y;
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

    private static final int CHECK_EVERY = 8;

    private static final double BIG = 1e150;
    private static final double LOG_BIG = Math.log(BIG);

    /** term_{k+1}/term_k = factor·(y or 1/y). */
    abstract double factor(HtmpShape shape, int k);

    /** What the factor is multiplied with: 1/y in the upper tail, y in the lower. */
    abstract double argument(double y);

    /** About where the terms are largest; NaN where they never fall. */
    abstract double largestTerm(HtmpShape shape, double y);

    /** The exponent p of the tail's density y^p·e^(−y)/S². */
    abstract double power(HtmpShape shape);

    /** The variable in [0, 1] in which ln S is smooth over the whole tail: 1 at the anchor, 0 at the far end. */
    abstract double variable(double anchor, double x);

    /** How many terms give full accuracy at y, and so at every point further out; 0 if no number does. */
    int termsNeeded(HtmpShape shape, double y) {
        if (!(largestTerm(shape, y) < MAX_TERMS / 3.0)) {
            return 0;
        }
        double argument = argument(y);
        double previous = Double.POSITIVE_INFINITY;
        double term = 1;
        double sum = 1;
        for (int k = 0; k < MAX_TERMS; k++) {
            double ratio = factor(shape, k) * argument;
            // past its smallest term the series diverges or, below, changes sign
            if (!(ratio > 0) || (ratio >= 1 && previous < 1)) {
                return 0;
            }
            term *= ratio;
            sum += term;
            if (term < NEGLIGIBLE * sum) {
                return k + 1;
            }
            if (sum > BIG) {
                sum /= BIG;
                term /= BIG;
            }
            previous = ratio;
        }
        return 0;
    }

    /**
     * ln S at several points, summed side by side.
     *
     * @param y the points; those at the far end of the tail (0 or ∞) give ln S = 0
     * @param count how many terms to take, enough for the innermost point
     * @param out receives the values; may be {@code y} itself
     */
    void logSums(HtmpShape shape, double[] y, int count, double[] out) {
        double[] arguments = new double[y.length];
        for (int j = 0; j < arguments.length; j++) {
            arguments[j] = argument(y[j]);
        }
        double[] terms = new double[y.length];
        double[] sums = new double[y.length];
        Arrays.fill(terms, 1);
        Arrays.fill(sums, 1);
        Arrays.fill(out, 0);
        for (int k = 0; k < count; k++) {
            double factor = factor(shape, k);
            for (int j = 0; j < terms.length; j++) {
                terms[j] *= factor * arguments[j];
                sums[j] += terms[j];
            }
            if (k % CHECK_EVERY == 0 && settle(terms, sums, out)) {
                break;
            }
        }
        for (int j = 0; j < sums.length; j++) {
            out[j] += Math.log(sums[j]);
        }
    }

    /** Rescales sums that grow out of range, and says whether all have converged. */
    private static boolean settle(double[] terms, double[] sums, double[] logScales) {
        boolean converged = true;
        for (int j = 0; j < terms.length; j++) {
            converged &= terms[j] < NEGLIGIBLE * sums[j];
            if (sums[j] > BIG) {
                sums[j] /= BIG;
                terms[j] /= BIG;
                logScales[j] += LOG_BIG;
            }
        }
        return converged;
    }
}
