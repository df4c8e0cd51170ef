package org.eigenscope.histogram;

import org.eigenscope.spectrum.Estimate;
import org.eigenscope.spectrum.SpectralDensityEstimate;
import org.eigenscope.spectrum.Spectrum;

/**
 * Bins of an estimated density: on the edges of {@link LogHistogram}, the mean density over the random vectors and its
 * standard error. Densities are relative to all N eigenvalues: over the positive ones alone they integrate to their
 * part of these.
 *
 * <p>The standard errors measure the scatter over the random vectors. A bin whose mass is less than half an eigenvalue
 * is empty. Immutable.
 */
public final class EstimatedBins {
    private static final double LEAST_COUNT = 0.5;

    private final double[] edges;
    private final Estimate[] densities;

    private EstimatedBins(double[] edges, Estimate[] densities) {
        this.edges = edges;
        this.densities = densities;
    }

    /** The estimate on the edges of a histogram of its representatives. */
    public static EstimatedBins of(SpectralDensityEstimate estimate, LogHistogram histogram) {
        return of(estimate, histogram.edges());
    }

    /**
     * The estimate in bins.
     *
     * @param edges those of a histogram of the representatives, ascending
     */
    public static EstimatedBins of(SpectralDensityEstimate estimate, double[] edges) {
        Estimate[] densities = new Estimate[edges.length - 1];
        for (int i = 0; i < densities.length; i++) {
            // the histogram ends half a quantile before the mass does
            double lower = i == 0 && edges[0] > 0 ? Double.MIN_NORMAL : i == 0 ? -Double.MAX_VALUE : edges[i];
            double upper = i == densities.length - 1 && edges[i + 1] > 0 ? Double.MAX_VALUE : edges[i + 1];
            Estimate mass = massBetween(estimate, lower, upper);
            boolean isEmpty = !(mass.value() * estimate.size() >= LEAST_COUNT);
            double unit = 1 / (edges[i + 1] - edges[i]);
            densities[i] =
                    isEmpty ? new Estimate(0, 0) : new Estimate(mass.value() * unit, mass.standardError() * unit);
        }
        return new EstimatedBins(edges.clone(), densities);
    }

    /** The mass of a bin of any sign; of parts on both sides of zero, the errors add up at most. */
    private static Estimate massBetween(SpectralDensityEstimate estimate, double lower, double upper) {
        Estimate mass = new Estimate(0, 0);
        if (upper > Double.MIN_NORMAL) {
            mass = sum(mass, estimate.massBetween(Math.max(lower, Double.MIN_NORMAL), upper));
        }
        if (lower < -Double.MIN_NORMAL) {
            mass = sum(mass, estimate.negativeMassBetween(Math.max(-upper, Double.MIN_NORMAL), -lower));
        }
        return lower <= 0 && upper > 0 ? sum(mass, estimate.zeroMass()) : mass;
    }

    private static Estimate sum(Estimate a, Estimate b) {
        return new Estimate(a.value() + b.value(), a.standardError() + b.standardError());
    }

    /** The bins of a spectrum that stands for an estimate. */
    public static EstimatedBins of(SpectralDensityEstimate estimate, Spectrum spectrum) {
        return of(estimate, LogHistogram.of(spectrum));
    }

    /** The bins' edges in units of λ, one more than there are bins, ascending; a copy. */
    public double[] edges() {
        return edges.clone();
    }

    /** The density in each bin, 0 where it is empty. */
    public double[] densities() {
        double[] values = new double[densities.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = densities[i].value();
        }
        return values;
    }

    /** The standard error of each density. */
    public double[] standardErrors() {
        double[] errors = new double[densities.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = densities[i].standardError();
        }
        return errors;
    }
}
