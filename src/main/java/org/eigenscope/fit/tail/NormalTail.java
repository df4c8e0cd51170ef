package org.eigenscope.fit.tail;

import org.apache.commons.math3.special.Erf;

/** The upper tail of the standard normal law. */
final class NormalTail {
    /** Beyond, erfc underflows and the asymptotic series has full accuracy. */
    private static final double FAR = 25;

    private NormalTail() {}

    /** ln P(Z > z); relative error 1e-10 of P. */
    static double logSurvival(double z) {
        if (z < FAR) {
            return Math.log(0.5 * Erf.erfc(z / Math.sqrt(2)));
        }
        double inverse = 1 / (z * z);
        double series = 1 - inverse * (1 - 3 * inverse * (1 - 5 * inverse * (1 - 7 * inverse)));
        return -0.5 * z * z - Math.log(z) - 0.5 * Math.log(2 * Math.PI) + Math.log(series);
    }
}
