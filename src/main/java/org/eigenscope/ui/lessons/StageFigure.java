package org.eigenscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.compose.CurveSampler;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.histogram.LogHistogram;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.ui.lessons.script.StageScript;

/** Draws the stage: the sample's bars, the laws over them, the marker. */
final class StageFigure {
    /** Without bars, a law is shown between these quantiles, with as much again to both sides. */
    private static final double LEAST_QUANTILE = 0.002;

    private static final double MOST_QUANTILE = 0.998;
    private static final double ROOM_ABOVE = 12;

    private final StageScript script;
    private final StageSample sample;

    /** A law to draw, and how. */
    record Drawn(CurveRole role, String label, SpectralLaw law) {}

    StageFigure(StageScript script, StageSample sample) {
        this.script = script;
        this.sample = sample;
    }

    FigureSpec of(List<Drawn> laws, Optional<Double> marker) {
        FigureSpec base = bars(laws);
        FigureRanges room = room(base, laws);
        List<Curve> curves = new ArrayList<>();
        for (Drawn drawn : laws) {
            Curve prototype = Curve.of(drawn.role(), drawn.label(), new double[0], new double[0]);
            curves.add(CurveSampler.sample(drawn.law(), prototype, base, room));
        }
        sample.product().map(StageProduct::curve).ifPresent(curves::add);
        FigureSpec figure = base.withCurves(curves);
        return marker.map(place -> figure.withGuides(List.of(new Guide.Vertical(Guide.Kind.MARKER, place, "marker"))))
                .orElse(figure);
    }

    AxisScale abscissa() {
        return scale("logx");
    }

    private AxisScale scale(String only) {
        String axes = script.setting(StageScript.Key.AXES).orElse("loglog");
        return axes.equals("loglog") || axes.equals(only) ? AxisScale.LOG : AxisScale.LINEAR;
    }

    private FigureSpec bars(List<Drawn> laws) {
        FigureSpec axes = FigureSpec.EMPTY
                .withXAxis(new AxisSpec("eigenvalue λ", abscissa(), range(laws)))
                .withYAxis(new AxisSpec("density ρ(λ)", scale("logy"), Optional.empty()));
        return sample.isEmpty() ? axes : withBars(axes);
    }

    /** A range of the script leaves out the bars beyond it, so that they do not set the height of the axis. */
    private FigureSpec withBars(FigureSpec axes) {
        HistogramSteps steps = steps();
        return axes.withHistogram(
                axes.xAxis().range().map(range -> within(steps, range)).orElse(steps));
    }

    private static HistogramSteps within(HistogramSteps steps, AxisRange range) {
        double[] densities = new double[steps.binCount()];
        for (int bin = 0; bin < densities.length; bin++) {
            boolean shown = steps.lowerEdge(bin) < range.upper() && steps.upperEdge(bin) > range.lower();
            densities[bin] = shown ? steps.density(bin) : 0;
        }
        return new HistogramSteps(steps.edges(), densities, steps.label());
    }

    private HistogramSteps steps() {
        LogHistogram histogram = LogHistogram.of(sample.eigenvalues());
        double[] edges = histogram.edges();
        double[] densities = new double[edges.length - 1];
        int[] counts = histogram.counts();
        for (int i = 0; i < densities.length; i++) {
            densities[i] = counts[i] / (histogram.total() * (edges[i + 1] - edges[i]));
        }
        return new HistogramSteps(edges, densities, "eigenvalues");
    }

    /** The range of the script, else that of the sample, else where the laws have their mass. */
    private Optional<AxisRange> range(List<Drawn> laws) {
        List<String> ends = script.list(StageScript.Key.RANGE);
        if (ends.size() == 2) {
            return Optional.of(new AxisRange(Double.parseDouble(ends.get(0)), Double.parseDouble(ends.get(1))));
        }
        if (!sample.isEmpty() || laws.isEmpty()) {
            return Optional.empty();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Drawn drawn : laws) {
            low = Math.min(low, drawn.law().quantile(LEAST_QUANTILE));
            high = Math.max(high, drawn.law().quantile(MOST_QUANTILE));
        }
        boolean log = abscissa() == AxisScale.LOG;
        double margin = log ? Math.sqrt(high / low) : 0;
        AxisRange range = log
                ? new AxisRange(Math.max(low / margin, 1e-12), Math.min(high * margin, 1e12))
                : new AxisRange(0, 1.2 * high);
        return Optional.of(range);
    }

    /** The ranges that laws are followed in: those of the bars with room above, or the laws' own. */
    private FigureRanges room(FigureSpec base, List<Drawn> laws) {
        FigureRanges own = FigureRanges.of(base);
        if (!sample.isEmpty()) {
            return new FigureRanges(
                    own.x(), new AxisRange(own.y().lower(), ROOM_ABOVE * own.y().upper()));
        }
        double peak = 0;
        for (Drawn drawn : laws) {
            for (int i = 0; i <= 200; i++) {
                double density = drawn.law().density(own.x().at(base.xAxis().scale(), i / 200.0));
                peak = density < Double.POSITIVE_INFINITY ? Math.max(peak, density) : peak;
            }
        }
        double top = peak > 0 ? 2 * peak : 1;
        boolean log = base.yAxis().scale() == AxisScale.LOG;
        return new FigureRanges(own.x(), new AxisRange(log ? top * 1e-7 : 0, top));
    }
}
