package org.eigenscope.ensemble;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Gamma;

/** Draws from the Poisson distribution. */
final class Poisson {
    private static final double LARGE = 10;

    private Poisson() {}

    /**
     * One draw: by multiplying uniforms for small means, else by the transformed rejection of W. Hörmann (Insurance:
     * Mathematics and Economics 12, 1993), at a cost that does not grow with the mean.
     *
     * @param mean not negative, below 2^53
     */
    static double sample(double mean, RandomGenerator random) {
        return mean < LARGE ? byProducts(mean, random) : byRejection(mean, random);
    }

    private static double byProducts(double mean, RandomGenerator random) {
        double limit = Math.exp(-mean);
        double product = 1 - random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= 1 - random.nextDouble();
            count++;
        }
        return count;
    }

    private static double byRejection(double mean, RandomGenerator random) {
        double root = Math.sqrt(mean);
        double b = 0.931 + 2.53 * root;
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = 1 - random.nextDouble();
            double edge = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / edge + b) * u + mean + 0.43);
            if (edge >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) {
                return k;
            }
            if (k < 0 || (edge < 0.013 && v > edge)) {
                continue;
            }
            double logRatio = Math.log(v * inverseAlpha / (a / (edge * edge) + b));
            if (logRatio <= k * Math.log(mean) - mean - Gamma.logGamma(k + 1)) {
                return k;
            }
        }
    }
}
