package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.SpectrumBins;
import org.eigenscope.figure.style.Marker;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.session.FigureLook;
import org.eigenscope.spectrum.Spectrum;

/**
 * The strip below a density: how many eigenvalues a bin holds over how many the law expects there, on a logarithmic axis, with bars of
 * one standard error √count as if eigenvalues were independent (they repel, so the bars are too long).
 */
final class RatioStrip {
    private static final double LEAST_REACH = 2;
    private static final double MOST_REACH = 100;

    private RatioStrip() {}

    static Panel.Strip of(Spectrum spectrum, FigureLook look, LawCurve law) {
        SpectrumBins bins =
                SpectrumBins.of(spectrum, look.x().scale(), look.extras().bins());
        double[] edges = bins.edges();
        int[] counts = bins.counts();
        List<PointSeries.Point> points = new ArrayList<>();
        double reach = LEAST_REACH;
        double expectedOfAll = spectrum.size() * law.portion().inside() * law.weight();
        for (int i = 0; i < counts.length; i++) {
            double ratio = counts[i] / (expectedOfAll * mass(law.law(), edges[i], edges[i + 1]));
            if (ratio > 1 / MOST_REACH && ratio < MOST_REACH) {
                double error = 1 / Math.sqrt(counts[i]);
                points.add(new PointSeries.Point(
                        HistogramSteps.center(edges[i], edges[i + 1], look.x().scale()),
                        ratio,
                        ratio * Math.max(0, 1 - error),
                        ratio * (1 + error)));
                reach = Math.max(reach, Math.max(ratio, 1 / ratio) * 1.3);
            }
        }
        double end = Math.min(MOST_REACH, reach);
        AxisSpec axis = new AxisSpec("data/law", AxisScale.LOG, Optional.of(new AxisRange(1 / end, end)));
        return new Panel.Strip(axis, new PointSeries("residuals", "", points, Marker.CIRCLE, false), 1);
    }

    /** The law's probability of a bin, from the tail that loses no digits. */
    private static double mass(SpectralLaw law, double lower, double upper) {
        double above = law.survival(lower);
        return above < 0.5 ? above - law.survival(upper) : law.cumulative(upper) - law.cumulative(lower);
    }
}
