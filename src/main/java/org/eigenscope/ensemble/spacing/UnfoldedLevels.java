package org.eigenscope.ensemble.spacing;

import java.util.Arrays;
import org.eigenscope.law.SpectralLaw;

/**
 * Eigenvalues on the scale on which their mean density is 1: N·F(λ) with a law's distribution function F. Immutable.
 *
 * <p>Spacings are s_i = N(F(λ_{i+1}) − F(λ_i)), taken from 1 − F in the upper half so that a heavy tail keeps its digits.
 */
public final class UnfoldedLevels {
    /** Lags over which the standard error of a mean allows for the correlation of neighbours. */
    private static final int LAGS = 3;

    private final double[] levels;
    private final double[] spacings;

    private UnfoldedLevels(double[] levels, double[] spacings) {
        this.levels = levels;
        this.spacings = spacings;
    }

    /**
     * A mean with its standard error.
     *
     * @param mean NaN without values
     * @param standardError NaN with fewer than two values
     * @param count how many values
     */
    public record Mean(double mean, double standardError, int count) {}

    /**
     * Unfolds eigenvalues with a law.
     *
     * @param eigenvalues in any order; copied
     * @param law describes them all: its mass stands for all N
     */
    public static UnfoldedLevels of(double[] eigenvalues, SpectralLaw law) {
        double[] sorted = eigenvalues.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double[] below = new double[n];
        double[] above = new double[n];
        for (int i = 0; i < n; i++) {
            below[i] = law.cumulative(sorted[i]);
            above[i] = law.survival(sorted[i]);
        }
        double[] levels = new double[n];
        double[] spacings = new double[Math.max(0, n - 1)];
        for (int i = 0; i < n; i++) {
            levels[i] = n * (below[i] < 0.5 ? below[i] : 1 - above[i]);
            if (i > 0) {
                double gap = below[i] < 0.5 ? below[i] - below[i - 1] : above[i - 1] - above[i];
                spacings[i - 1] = n * Math.max(0, gap);
            }
        }
        return new UnfoldedLevels(levels, spacings);
    }

    /** The number of unfolded levels. */
    public int size() {
        return levels.length;
    }

    /** The levels, ascending; a copy. */
    public double[] levels() {
        return levels.clone();
    }

    /** The n − 1 spacings of neighbours, in order; a copy. */
    public double[] spacings() {
        return spacings.clone();
    }

    /** The mean of r_i = min(s_i, s_{i+1})/max(s_i, s_{i+1}), leaving out pairs of coincident levels. */
    public Mean ratio() {
        return ratio(spacings);
    }

    /** The same of the spacings of any levels, in order: where the density changes little, ratios need no unfolding. */
    public static Mean ratio(double[] spacings) {
        double[] ratios = new double[Math.max(0, spacings.length - 1)];
        int count = 0;
        for (int i = 0; i + 1 < spacings.length; i++) {
            double larger = Math.max(spacings[i], spacings[i + 1]);
            if (larger > 0) {
                ratios[count++] = Math.min(spacings[i], spacings[i + 1]) / larger;
            }
        }
        return meanOf(Arrays.copyOf(ratios, count));
    }

    /** Mean and standard error of a sequence of weakly dependent values (W. Newey and K. West, Econometrica 55, 1987). */
    static Mean meanOf(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (n < 2) {
            return new Mean(mean, Double.NaN, n);
        }
        double sum = 0;
        for (int lag = 0; lag <= Math.min(LAGS, n - 1); lag++) {
            double covariance = 0;
            for (int i = lag; i < n; i++) {
                covariance += (values[i] - mean) * (values[i - lag] - mean);
            }
            sum += (lag == 0 ? 1 : 2 * (1 - lag / (LAGS + 1.0))) * covariance;
        }
        return new Mean(mean, Math.sqrt(Math.max(0, sum) / n / (n - 1)), n);
    }

    /**
     * The variance of the number of levels in windows of a length, about the length itself averaged over the spectrum: windows
     * start at steps of a quarter of a level between the first level and the last.
     *
     * @param length L > 0, in mean spacings
     * @return NaN if the levels span less than two windows
     */
    public double numberVariance(double length) {
        if (!(length > 0)) {
            throw new IllegalArgumentException("length = " + length + " is not positive");
        }
        if (levels.length < 2 || levels[levels.length - 1] - levels[0] < 2 * length) {
            return Double.NaN;
        }
        double sum = 0;
        double squares = 0;
        int windows = 0;
        int from = 0;
        int to = 0;
        for (double start = levels[0]; start + length <= levels[levels.length - 1]; start += 0.25) {
            while (levels[from] < start) {
                from++;
            }
            while (to < levels.length && levels[to] < start + length) {
                to++;
            }
            sum += to - from;
            squares += (double) (to - from) * (to - from);
            windows++;
        }
        double mean = sum / windows;
        return squares / windows - mean * mean;
    }

    /**
     * The spacings as a histogram of densities on [0, upper] with equal bins; spacings above {@code upper} fall into no
     * bin, but count in the number that densities are divided by.
     *
     * @param bins at least 1
     * @param upper positive
     */
    public double[] spacingDensities(int bins, double upper) {
        if (bins < 1 || !(upper > 0)) {
            throw new IllegalArgumentException("bins = " + bins + ", upper = " + upper + " must be positive");
        }
        double[] densities = new double[bins];
        double width = upper / bins;
        for (double s : spacings) {
            int bin = (int) Math.min(bins, s / width);
            if (bin < bins) {
                densities[bin] += 1 / (spacings.length * width);
            }
        }
        return densities;
    }
}
