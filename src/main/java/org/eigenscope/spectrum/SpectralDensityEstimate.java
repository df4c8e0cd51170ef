package org.eigenscope.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * A spectrum of N eigenvalues estimated by stochastic Lanczos quadrature (L. Lin, Y. Saad and C. Yang, SIAM Review 58,
 * 2016; S. Ubaru, J. Chen and Y. Saad, SIAM J. Matrix Anal. Appl. 38, 2017): the mean, over random vectors v, of the
 * quadrature rules that Lanczos from v gives for Σ (vᵀq_i)²·δ(λ − λ_i).
 *
 * <p>Masses are fractions of N. Standard errors measure the scatter over the vectors. A rule of k nodes cannot resolve
 * details finer than about 1/k of the spectrum's width in √λ, or for a symmetric matrix in λ. This error is not in the
 * standard errors; {@link #leastMassBelow} and {@link #mostMassBelow} bound it. The trace and all moments up to the (2k
 * − 1)th do not have it. Immutable.
 */
public final class SpectralDensityEstimate {
    private final int size;
    private final double sampledFraction;
    private final double zeroTolerance;
    private final List<ProbeDistribution> probes;
    private final QuadratureSettings settings;

    /**
     * @param size N
     * @param sampled how many of the N eigenvalues the vectors sample; the others are zero by the matrix's shape
     * @param zeroTolerance where |λ| counts as zero
     */
    public SpectralDensityEstimate(
            int size,
            int sampled,
            double zeroTolerance,
            List<GaussQuadrature> quadratures,
            QuadratureSettings settings) {
        this.size = size;
        this.sampledFraction = (double) sampled / size;
        this.zeroTolerance = zeroTolerance;
        this.probes = quadratures.stream()
                .map(quadrature -> ProbeDistribution.of(quadrature, zeroTolerance))
                .toList();
        this.settings = settings;
    }

    /** N, zeros and negatives included. */
    public int size() {
        return size;
    }

    /** The settings that the estimate was made with. */
    public QuadratureSettings settings() {
        return settings;
    }

    private Estimate mean(ToDoubleFunction<ProbeDistribution> quantity) {
        double[] samples = probes.stream().mapToDouble(quantity).toArray();
        return Estimate.of(samples).times(sampledFraction);
    }

    /** The fraction of eigenvalues that are zero. */
    public Estimate zeroMass() {
        return mean(ProbeDistribution::zeroMass).plus(1 - sampledFraction);
    }

    /** The fraction of eigenvalues that are negative. */
    public Estimate negativeMass() {
        return mean(ProbeDistribution::negativeMass);
    }

    /** The fraction of eigenvalues in (−∞, λ]. */
    public Estimate massBelow(double eigenvalue) {
        return eigenvalue < 0
                ? mean(probe -> probe.negativeMass() - probe.negativeMassDownTo(-eigenvalue))
                : mean(probe -> probe.negativeMass() + probe.zeroMass() + probe.positiveMassUpTo(eigenvalue))
                        .plus(1 - sampledFraction);
    }

    /** A lower bound of the fraction in (−∞, λ] that includes what the rules do not resolve, up to their scatter. */
    public Estimate leastMassBelow(double eigenvalue) {
        return mean(probe -> probe.leastMassBelow(eigenvalue)).plus(unsampledBelow(eigenvalue));
    }

    /** An upper bound of the fraction in (−∞, λ] that includes what the rules do not resolve, up to their scatter. */
    public Estimate mostMassBelow(double eigenvalue) {
        return mean(probe -> probe.mostMassBelow(eigenvalue)).plus(unsampledBelow(eigenvalue));
    }

    private double unsampledBelow(double eigenvalue) {
        return eigenvalue < 0 ? 0 : 1 - sampledFraction;
    }

    /** The fraction of eigenvalues between two positive numbers. */
    public Estimate massBetween(double lower, double upper) {
        requirePositive(lower, upper);
        return mean(probe -> probe.positiveMassUpTo(upper) - probe.positiveMassUpTo(lower));
    }

    /** The fraction of eigenvalues between minus these two positive numbers, {@code lower} the nearer to zero. */
    public Estimate negativeMassBetween(double lower, double upper) {
        requirePositive(lower, upper);
        return mean(probe -> probe.negativeMassDownTo(upper) - probe.negativeMassDownTo(lower));
    }

    private static void requirePositive(double lower, double upper) {
        if (!(lower > 0 && upper > lower)) {
            throw new IllegalArgumentException(
                    "lower = " + lower + ", upper = " + upper + " are not 0 < lower < upper");
        }
    }

    /** The estimated trace Σλ with its standard error. */
    public Estimate trace() {
        return mean(probe -> probe.integral(v -> v, zeroTolerance)).times(size);
    }

    /**
     * Σ ln|λ| over the eigenvalues that do not count as zero: the log-determinant if none does. Where eigenvalues
     * accumulate at zero more finely than the rules resolve, it is too large by more than its standard error.
     */
    public Estimate logDeterminant() {
        return mean(probe -> probe.integral(v -> Math.log(Math.abs(v)), zeroTolerance))
                .times(size);
    }

    /** The largest Ritz value: a lower bound of λmax, usually accurate to many digits. */
    public double largest() {
        return probes.stream()
                .map(ProbeDistribution::quadrature)
                .mapToDouble(rule -> rule.node(rule.size() - 1))
                .max()
                .orElseThrow();
    }

    /** The smallest Ritz value: an upper bound of λmin. */
    public double smallest() {
        return probes.stream()
                .map(ProbeDistribution::quadrature)
                .mapToDouble(rule -> rule.node(0))
                .min()
                .orElseThrow();
    }

    /**
     * N values that follow the estimate: for each sign the quantiles (i − ½)/count of its mass, and zeros. Fits and
     * charts use them as a sample. The values are not eigenvalues, except an isolated one.
     */
    double[] representatives() {
        int zeros = (int) Math.round(zeroMass().value() * size);
        int negatives = (int) Math.min(size - zeros, Math.round(negativeMass().value() * size));
        double[] values = new double[size];
        double[] below = quantiles(true, negatives);
        for (int i = 0; i < negatives; i++) {
            values[i] = -below[i];
        }
        double[] above = quantiles(false, size - zeros - negatives);
        System.arraycopy(above, 0, values, size - above.length, above.length);
        return values;
    }

    /** Quantiles of |λ| of one sign. */
    private double[] quantiles(boolean negative, int count) {
        double[] sizes = breakpoints(negative);
        double[] quantiles = new double[count];
        if (count == 0 || sizes.length == 0) {
            return new double[0];
        }
        double[] masses = Arrays.stream(sizes)
                .map(v -> probes.stream()
                        .mapToDouble(p -> negative ? p.negativeMassDownTo(v) : p.positiveMassUpTo(v))
                        .sum())
                .toArray();
        double total = masses[masses.length - 1];
        int at = 0;
        for (int i = 0; i < count; i++) {
            double wanted = (i + 0.5) / count * total;
            while (at < masses.length - 1 && masses[at] < wanted) {
                at++;
            }
            quantiles[i] = at == 0 ? sizes[0] : between(sizes, masses, at, wanted);
        }
        return quantiles;
    }

    private static double between(double[] sizes, double[] masses, int at, double wanted) {
        double fraction = (wanted - masses[at - 1]) / (masses[at] - masses[at - 1]);
        return sizes[at - 1] * Math.pow(sizes[at] / sizes[at - 1], Math.min(1, fraction));
    }

    /**
     * The points where the mean mass may change its slope, ascending; an atom has a second point just below it, before
     * its mass is added.
     */
    private double[] breakpoints(boolean negative) {
        TreeSet<Double> all = new TreeSet<>();
        List<Double> ends = new ArrayList<>();
        probes.forEach(probe -> ends.addAll(probe.breakpoints(negative)));
        for (double end : ends) {
            all.add(end);
            all.add(Math.nextDown(end));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
