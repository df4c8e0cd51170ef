package org.eigenscope.ensemble;

import java.util.random.RandomGenerator;

/** Draws from χ²(k), central or not, for any real number k > 0 of degrees of freedom. */
public final class ChiSquared {
    private ChiSquared() {}

    /**
     * One draw: twice a Gamma(k/2, 1) variable by the squeeze of G. Marsaglia and W. W. Tsang (ACM Trans. Math. Softw.
     * 26, 2000), with Gamma(a) = Gamma(a + 1)·U^(1/a) for a < 1 taken in logarithms.
     *
     * <p>For tiny k most draws lie below the smallest double (P(χ² < x) ≈ x^(k/2)); these are returned as 0.
     *
     * @param degreesOfFreedom k, positive and finite
     */
    public static double sample(double degreesOfFreedom, RandomGenerator random) {
        double shape = degreesOfFreedom / 2;
        if (shape >= 1) {
            return 2 * gamma(shape, random);
        }
        double log = Math.log(gamma(shape + 1, random)) + Math.log(1 - random.nextDouble()) / shape;
        return 2 * Math.exp(log);
    }

    /**
     * One draw from the noncentral χ²(k) with noncentrality ℓ: (Z + √ℓ)² + χ²(k − 1) for k ≥ 1, else χ²(k + 2P) with P ~
     * Poisson(ℓ/2) (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, chapter 29).
     *
     * @param degreesOfFreedom k, positive and finite
     * @param noncentrality ℓ ≥ 0, finite
     */
    public static double sample(double degreesOfFreedom, double noncentrality, RandomGenerator random) {
        if (degreesOfFreedom < 1) {
            return sample(degreesOfFreedom + 2 * Poisson.sample(noncentrality / 2, random), random);
        }
        double shifted = random.nextGaussian() + Math.sqrt(noncentrality);
        return shifted * shifted + (degreesOfFreedom > 1 ? sample(degreesOfFreedom - 1, random) : 0);
    }

    /** Gamma(shape, 1) for shape ≥ 1. */
    private static double gamma(double shape, RandomGenerator random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            if (root <= 0) {
                continue;
            }
            double cube = root * root * root;
            double uniform = 1 - random.nextDouble();
            if (Math.log(uniform) < 0.5 * normal * normal + d - d * cube + d * Math.log(cube)) {
                return d * cube;
            }
        }
    }
}
