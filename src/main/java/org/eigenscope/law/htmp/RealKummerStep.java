package org.eigenscope.law.htmp;

import java.util.Arrays;

/**
 * One Taylor step of u(y) = U(A, 1−δ, −y−i0) along the positive axis, outward from the bulk.
 *
 * <p>With y = y₀(1 + s) and u = e^(−μs)·v, μ = (1 − δ + y₀)/2, Kummer's equation is (1+s)v″ + (δ−1)s·v′ + (C₀ + C₁s)v =
 * 0 with C₀ = A·y₀ − μ² and C₁ = μ² − μ·y₀: real coefficients, complex v. Holds its own work space; not thread-safe.
 */
final class RealKummerStep {
    private static final int NODES = ChebyshevNodes.COUNT;
    private static final int MAX_ORDER = 160;
    private static final double NEGLIGIBLE = 1e-18;

    /** The factor −1/((k+2)(k+1)) of the recurrence of Taylor coefficients. */
    private static final double[] SCALES = scales();

    private final HtmpShape shape;
    private final double[] re = new double[MAX_ORDER];
    private final double[] im = new double[MAX_ORDER];
    private final double[] valueRe = new double[NODES];
    private final double[] valueIm = new double[NODES];
    private int order;

    private double h;
    private double mu;

    RealKummerStep(HtmpShape shape) {
        this.shape = shape;
    }

    /** Expands u at y₀, where it has q = d(ln u)/d(ln y), for use on the way to y₀(1 + h). */
    void expand(double y0, double qRe, double qIm, double step) {
        h = step;
        mu = (1 - shape.delta() + y0) / 2;
        double c0h2 = (shape.a() * y0 - mu * mu) * h * h;
        double c1h3 = (mu * mu - mu * y0) * h * h * h;
        double driftH2 = (shape.delta() - 1) * h * h;
        re[0] = 1;
        im[0] = 0;
        re[1] = (qRe + mu) * h;
        im[1] = qIm * h;
        double size = 1 + Math.abs(re[1]) + Math.abs(im[1]);
        int quiet = 0;
        int k = 0;
        while (k < MAX_ORDER - 2 && quiet < 2) {
            double scale = SCALES[k];
            double first = scale * (k + 1.0) * k * h;
            double second = scale * (driftH2 * k + c0h2);
            double third = scale * c1h3;
            re[k + 2] = first * re[k + 1] + second * re[k] + (k > 0 ? third * re[k - 1] : 0);
            im[k + 2] = first * im[k + 1] + second * im[k] + (k > 0 ? third * im[k - 1] : 0);
            double term = Math.abs(re[k + 2]) + Math.abs(im[k + 2]);
            size += term;
            quiet = term < NEGLIGIBLE * size ? quiet + 1 : 0;
            k++;
        }
        order = k + 2;
    }

    /**
     * The change of ln ρ from y₀ to the nodes y₀(1 + θh), ρ ∝ y^(δ−1)e^(−y)/|u|².
     *
     * @param out receives one value a node, in the order of the nodes θ
     */
    void logDensityChanges(double[] out) {
        sumAtNodes(re, valueRe);
        sumAtNodes(im, valueIm);
        for (int j = 0; j < NODES; j++) {
            double modulus = valueRe[j] * valueRe[j] + valueIm[j] * valueIm[j];
            out[j] = (shape.delta() - 1) * logMinusLinear(ChebyshevNodes.point(j) * h) - Math.log(modulus);
        }
    }

    /** Horner's rule at all nodes side by side, which the compiler turns into vector instructions. */
    private void sumAtNodes(double[] series, double[] values) {
        double[] theta = ChebyshevNodes.POINTS;
        Arrays.fill(values, 0);
        for (int k = order - 1; k >= 0; k--) {
            double term = series[k];
            for (int j = 0; j < NODES; j++) {
                values[j] = values[j] * theta[j] + term;
            }
        }
    }

    /** ln(1 + s) − s; Math.log with the rounding of 1 + s put back is faster than Math.log1p and as accurate here. */
    private static double logMinusLinear(double s) {
        double rounded = 1 + s;
        return Math.log(rounded) + (s - (rounded - 1)) / rounded - s;
    }

    /** q at y₀(1 + h): {Re, Im}. */
    double[] logDerivativeAtEnd() {
        double vRe = 0;
        double vIm = 0;
        double dRe = 0;
        double dIm = 0;
        for (int k = order - 1; k >= 0; k--) {
            vRe += re[k];
            vIm += im[k];
            dRe += k * re[k];
            dIm += k * im[k];
        }
        double norm = (vRe * vRe + vIm * vIm) * h;
        double slopeRe = (dRe * vRe + dIm * vIm) / norm;
        double slopeIm = (dIm * vRe - dRe * vIm) / norm;
        return new double[] {(1 + h) * (slopeRe - mu), (1 + h) * slopeIm};
    }

    private static double[] scales() {
        double[] scales = new double[MAX_ORDER];
        for (int k = 0; k < MAX_ORDER; k++) {
            scales[k] = -1.0 / ((k + 2.0) * (k + 1.0));
        }
        return scales;
    }
}
