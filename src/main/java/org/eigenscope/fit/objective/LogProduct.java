package org.eigenscope.fit.objective;

/**
 * Σ ln xᵢ of numbers ≥ 0 as the logarithm of their product, taken whenever the product leaves the range of half the exponents: a
 * fraction of the logarithms at the rounding of one multiplication, 1e-16, for each number.
 */
final class LogProduct {
    private static final double LARGE = 0x1p500;
    private static final double SMALL = 0x1p-500;

    private double sum;
    private double product = 1;

    /** Takes one more number; 0 makes the sum −∞, and numbers that are not finite what they make of a sum of logarithms. */
    void multiply(double number) {
        double next = product * number;
        if (next > SMALL && next < LARGE) {
            product = next;
        } else {
            sum += Math.log(product) + Math.log(number);
            product = 1;
        }
    }

    /** The sum; −∞ where it is not a number. */
    double log() {
        double all = sum + Math.log(product);
        return Double.isNaN(all) ? Double.NEGATIVE_INFINITY : all;
    }
}
