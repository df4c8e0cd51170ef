package org.eigenscope.figure.compose;

import java.util.Arrays;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.histogram.EstimatedBins;
import org.eigenscope.histogram.LinearHistogram;
import org.eigenscope.histogram.LogHistogram;
import org.eigenscope.spectrum.Spectrum;

/**
 * The bins of a spectrum on an abscissa: of equal width in log λ, on a symmetric logarithmic one in its own coordinate, and where a
 * linear one draws negative eigenvalues in λ. Heights are count/(N·Δλ) with all N eigenvalues, whether drawn or not.
 *
 * @param edges one more than there are bins, ascending
 * @param counts how many eigenvalues, or representatives of an estimate, each holds
 */
public record SpectrumBins(double[] edges, int[] counts) {
    /** The range, relative to its larger end, below which a coordinate counts as linear. */
    private static final double NARROW = 1e-6;

    private static final String SAMPLE_LABEL = "eigenvalues";
    private static final String ESTIMATE_LABEL = "estimate ± 1 s.e.";

    /**
     * The bins.
     *
     * @param spectrum with an eigenvalue that the abscissa can show
     * @param wanted how many; 0 to let the data choose
     */
    public static SpectrumBins of(Spectrum spectrum, AxisScale abscissa, int wanted) {
        ShownEigenvalues shown = ShownEigenvalues.of(spectrum, abscissa);
        double[] values = shown.values();
        if (abscissa instanceof SymmetricLogScale symmetric) {
            return equalOn(symmetric, values, wanted);
        }
        if (shown.isEverything()) {
            LinearHistogram bins = wanted > 0 ? LinearHistogram.of(values, wanted) : LinearHistogram.of(values);
            return new SpectrumBins(bins.edges(), bins.counts());
        }
        LogHistogram bins = wanted > 0 ? LogHistogram.of(values, wanted) : LogHistogram.of(values);
        return new SpectrumBins(bins.edges(), bins.counts());
    }

    /** Bins of equal width in the scale's coordinate T, as many as Freedman and Diaconis (1981) want there, at most as many as in log λ. */
    private static SpectrumBins equalOn(SymmetricLogScale scale, double[] ascending, int wanted) {
        double[] places = Arrays.stream(ascending).map(scale::forward).toArray();
        double size = Math.max(Math.abs(places[0]), Math.abs(places[places.length - 1]));
        boolean narrow = !(places[places.length - 1] - places[0] > NARROW * size);
        // so narrow a range is as good as linear, and its edges would round onto each other
        double[] binned = narrow ? ascending : places;
        LinearHistogram bins = wanted > 0 ? LinearHistogram.of(binned, wanted) : LinearHistogram.of(binned);
        if (wanted == 0 && bins.counts().length > LogHistogram.MOST_AUTOMATIC_BINS) {
            bins = LinearHistogram.of(binned, LogHistogram.MOST_AUTOMATIC_BINS);
        }
        double[] edges = bins.edges();
        if (!narrow) {
            edges = Arrays.stream(edges).map(scale::backward).toArray();
            edges[0] = ascending[0];
            edges[edges.length - 1] = ascending[ascending.length - 1];
        }
        return new SpectrumBins(edges, bins.counts());
    }

    /** The bars: counts, or what is estimated with its standard errors; the label says what is not shown. */
    public static HistogramSteps steps(Spectrum spectrum, AxisScale abscissa, int wanted) {
        SpectrumBins bins = of(spectrum, abscissa, wanted);
        ShownEigenvalues shown = ShownEigenvalues.of(spectrum, abscissa);
        if (spectrum.estimate().isPresent()) {
            EstimatedBins estimated = EstimatedBins.of(spectrum.estimate().get(), bins.edges);
            return new HistogramSteps(
                    bins.edges, estimated.densities(), estimated.standardErrors(), shown.label(ESTIMATE_LABEL));
        }
        double[] densities = new double[bins.counts.length];
        for (int i = 0; i < densities.length; i++) {
            double density = bins.counts[i] / (spectrum.size() * (bins.edges[i + 1] - bins.edges[i]));
            densities[i] = Math.min(density, Double.MAX_VALUE);
        }
        return new HistogramSteps(bins.edges, densities, shown.label(SAMPLE_LABEL));
    }
}
