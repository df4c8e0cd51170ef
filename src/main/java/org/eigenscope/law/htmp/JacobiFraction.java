package org.eigenscope.law.htmp;

/**
 * The continued fraction of the Stieltjes transform in y, from the law's three-term coefficients a₀ = c,
 * a_n = 2n + A + c, b_n² = (n + A)(n − 1 + c): G(z) = 1/(z − a₀ − b₁²/(z − a₁ − …)).
 *
 * <p>Converges off the positive axis, at the rate exp(−4√n·Im √z). Evaluated forward by Steed's algorithm.
 */
final class JacobiFraction {
    private static final int MAX_TERMS = 4_000_000;
    private static final double TOLERANCE = 1e-17;

    private final double a;
    private final double c;

    JacobiFraction(HtmpShape shape) {
        this.a = shape.a();
        this.c = shape.c();
    }

    /**
     * G at z = x + iy.
     *
     * @return real and imaginary part
     */
    double[] transform(double x, double y) {
        // Steed: D_n = 1/(B_n + A_n D_{n-1}), ΔC_n = (B_n D_n − 1) ΔC_{n-1}, C_n = C_{n-1} + ΔC_n,
        // with partial denominators B_n = z − a_n and numerators A_n = −b_n².
        double dRe = (x - c) / (sq(x - c) + sq(y));
        double dIm = -y / (sq(x - c) + sq(y));
        double stepRe = dRe;
        double stepIm = dIm;
        double sumRe = dRe;
        double sumIm = dIm;
        for (int n = 1; n < MAX_TERMS; n++) {
            double bRe = x - (2.0 * n + a + c);
            double numerator = -(n + a) * (n - 1 + c);
            double qRe = bRe + numerator * dRe;
            double qIm = y + numerator * dIm;
            double norm = qRe * qRe + qIm * qIm;
            dRe = qRe / norm;
            dIm = -qIm / norm;
            // factor = B_n·D_n − 1
            double fRe = bRe * dRe - y * dIm - 1;
            double fIm = bRe * dIm + y * dRe;
            double nextRe = fRe * stepRe - fIm * stepIm;
            stepIm = fRe * stepIm + fIm * stepRe;
            stepRe = nextRe;
            sumRe += stepRe;
            sumIm += stepIm;
            if (sq(stepRe) + sq(stepIm) < sq(TOLERANCE) * (sq(sumRe) + sq(sumIm))) {
                break;
            }
        }
        return new double[] {sumRe, sumIm};
    }

    private static double sq(double v) {
        return v * v;
    }
}
