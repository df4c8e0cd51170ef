package org.eigenscope.fit.tail;

import java.util.Arrays;

/**
 * Hill's estimate of the density's tail exponent against the number of largest values it uses (B. M. Hill, Annals of
 * Statistics 3, 1975). Where it is constant over a range, the tail is a power law.
 */
public final class HillPlot {
    private HillPlot() {}

    /**
     * The exponents α_k = 1 + k / Σ_{j≤k} ln(x_(j)/x_(k+1)), x_(1) the largest.
     *
     * @param values positive, in any order
     * @return element k − 1 belongs to k = 1…n − 1; +∞ where the k + 1 largest are equal
     */
    public static double[] exponents(double[] values) {
        double[] logs = Arrays.stream(values).map(Math::log).sorted().toArray();
        double[] exponents = new double[Math.max(0, logs.length - 1)];
        double sum = 0;
        for (int k = 1; k < logs.length; k++) {
            sum += logs[logs.length - k];
            exponents[k - 1] = 1 + k / Math.max(0, sum - k * logs[logs.length - k - 1]);
        }
        return exponents;
    }
}
