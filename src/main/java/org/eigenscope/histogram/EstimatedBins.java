package org.eigenscope.histogram;

import org.eigenscope.spectrum.Estimate;
import org.eigenscope.spectrum.SpectralDensityEstimate;
import org.eigenscope.spectrum.Spectrum;

/**
 * Bins of an estimated density: on the edges of {@link LogHistogram}, the mean density over the random vectors and its
 * standard error. Like there, densities are those of the positive eigenvalues alone and integrate to 1.
 *
 * <p>The standard errors tell the scatter over the vectors; that the total of the positive mass is estimated as well is left
 * out of them, since it moves all bars alike and by less than any of them. A bin whose mass is less than half an eigenvalue
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

    /**
     * The estimate on the edges of a histogram of its representatives.
     *
     * @param histogram of the spectrum's positive values
     */
    public static EstimatedBins of(SpectralDensityEstimate estimate, LogHistogram histogram) {
        double[] edges = histogram.edges();
        double positive =
                1 - estimate.zeroMass().value() - estimate.negativeMass().value();
        Estimate[] densities = new Estimate[histogram.binCount()];
        for (int i = 0; i < densities.length; i++) {
            // the histogram ends half a quantile before the mass does
            double lower = i == 0 ? Double.MIN_NORMAL : edges[i];
            double upper = i == densities.length - 1 ? Double.MAX_VALUE : edges[i + 1];
            Estimate mass = estimate.massBetween(lower, upper);
            boolean isEmpty = !(mass.value() * estimate.size() >= LEAST_COUNT);
            double unit = 1 / (positive * (edges[i + 1] - edges[i]));
            densities[i] =
                    isEmpty ? new Estimate(0, 0) : new Estimate(mass.value() * unit, mass.standardError() * unit);
        }
        return new EstimatedBins(edges, densities);
    }

    /** The bins of a spectrum with an estimate behind it. */
    public static EstimatedBins of(SpectralDensityEstimate estimate, Spectrum spectrum) {
        return of(estimate, LogHistogram.of(spectrum));
    }

    /** One more than there are bins, ascending; a copy. */
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
