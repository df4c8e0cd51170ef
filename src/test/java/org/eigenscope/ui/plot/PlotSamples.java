package org.eigenscope.ui.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.style.CurveRole;

/** Synthetic spectra for the chart's tests and demo: inverse-Gamma eigenvalues and the law they come from. */
final class PlotSamples {
    static final double SHAPE = 2;
    static final double SCALE = 1.5;

    private PlotSamples() {}

    /** A figure of 10,000 eigenvalues with three curves, τ, trims and a tail guide. */
    static FigureSpec full() {
        FigureSpec bars = FigureSpec.of(histogram(10_000, 120, 7));
        FigureRanges ranges = FigureRanges.of(bars);
        return bars.withCurves(curves(ranges, SCALE))
                .withGuides(List.of(
                        new Guide.Vertical(Guide.Kind.TAU, 0.12, "τ"),
                        new Guide.Vertical(Guide.Kind.TRIM_LOWER, 0.2, "lower trim"),
                        new Guide.Vertical(Guide.Kind.TRIM_UPPER, 60, "upper trim"),
                        new Guide.Slope(-3, 8, 80, 0.02, "slope −3")));
    }

    /** Less than half a decade, so that ticks are evenly spaced numbers. */
    static FigureSpec narrow() {
        return FigureSpec.of(new HistogramSteps(
                new double[] {2.1, 2.3, 2.5, 2.7, 3.0, 3.3},
                new double[] {0.3, 0.9, 1.4, 0.7, 0.2},
                "eigenvalues (5)"));
    }

    /** Densities spanning 200 decades. */
    static FigureSpec manyDecades() {
        int bins = 100;
        double[] edges = new double[bins + 1];
        double[] densities = new double[bins];
        for (int i = 0; i <= bins; i++) {
            edges[i] = Math.pow(10, -100 + 2 * i);
        }
        for (int i = 0; i < bins; i++) {
            densities[i] = Math.pow(10, 100 - 2 * i);
        }
        return FigureSpec.of(new HistogramSteps(edges, densities, "eigenvalues (100)"));
    }

    /** One bar, as of a single or of equal eigenvalues. */
    static FigureSpec oneBin() {
        return FigureSpec.of(new HistogramSteps(new double[] {0.99, 1.01}, new double[] {50}, "eigenvalues (1)"));
    }

    /** Three curves of 1000 points; the middle one is the law of the eigenvalues. */
    static List<Curve> curves(FigureRanges ranges, double scale) {
        return List.of(
                curve(CurveRole.HTMP, "HTMP κ = 1.32, γ = 0.50", ranges, 2.1, scale * 1.1),
                curve(CurveRole.MP, "Marchenko–Pastur", ranges, 6, scale * 4),
                curve(CurveRole.INVERSE_GAMMA, "inverse Gamma", ranges, SHAPE, scale));
    }

    private static Curve curve(CurveRole role, String label, FigureRanges ranges, double shape, double scale) {
        int n = 1000;
        double[] x = new double[n];
        double[] y = new double[n];
        double floor = ranges.y().lower() / 2;
        for (int i = 0; i < n; i++) {
            x[i] = ranges.x().at(AxisScale.LOG, i / (n - 1.0));
            y[i] = Math.max(floor, inverseGamma(x[i], shape, scale));
        }
        return Curve.of(role, label, x, y);
    }

    static double inverseGamma(double x, double shape, double scale) {
        double logGamma = org.apache.commons.math3.special.Gamma.logGamma(shape);
        return Math.exp(shape * Math.log(scale) - logGamma - (shape + 1) * Math.log(x) - scale / x);
    }

    /** Densities of inverse-Gamma samples in equal bins of log λ. */
    static HistogramSteps histogram(int samples, int bins, long seed) {
        Random random = new Random(seed);
        double[] values = new double[samples];
        for (int i = 0; i < samples; i++) {
            // shape 2: the sum of two exponentials is a Gamma variate
            double gamma = -Math.log(1 - random.nextDouble()) - Math.log(1 - random.nextDouble());
            values[i] = SCALE / gamma;
        }
        Arrays.sort(values);
        double low = Math.log(values[0]);
        double width = (Math.log(values[samples - 1]) - low) / bins;
        double[] edges = new double[bins + 1];
        double[] densities = new double[bins];
        for (int i = 0; i <= bins; i++) {
            edges[i] = Math.exp(low + i * width);
        }
        for (double value : values) {
            int bin = (int) Math.min(bins - 1, (Math.log(value) - low) / width);
            densities[bin] += 1 / (samples * (edges[bin + 1] - edges[bin]));
        }
        return new HistogramSteps(edges, densities, "eigenvalues (10,000)");
    }
}
