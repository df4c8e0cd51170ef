package org.eigenscope.figure.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.compose.SpectrumFigure;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.Marker;

/** Sheets made of plain numbers, the same on every machine. */
public final class ExampleSheets {
    /** A straight line on log-log axes: easy to find in a picture. */
    static final double SLOPE = -1;

    private ExampleSheets() {}

    /** A histogram, a law, guides, a parameter box and a strip, on four decades by five. */
    public static Sheet density() {
        HistogramSteps steps =
                new HistogramSteps(new double[] {0.01, 0.1, 1, 10, 100}, new double[] {5, 2, 0, 0.01}, "eigenvalues");
        Curve line = Curve.of(CurveRole.HTMP, "HTMP", new double[] {0.01, 1, 100}, new double[] {100, 1, 0.01});
        FigureSpec chart = FigureSpec.of(steps)
                .withTitle("Layer fc2")
                .withXAxis(AxisSpec.log("eigenvalue λ = σ²").withRange(new AxisRange(0.01, 100)))
                .withYAxis(AxisSpec.log("density ρ(λ)").withRange(new AxisRange(1e-3, 100)))
                .withCurves(List.of(line))
                .withGuides(List.of(
                        new Guide.Vertical(Guide.Kind.TAU, 0.02, "τ"),
                        new Guide.Slope(SLOPE, 1, 10, 5, "slope −1.00")));
        PointSeries ratios = new PointSeries(
                "residuals",
                "",
                List.of(new PointSeries.Point(0.03, 1.2, 1, 1.5), new PointSeries.Point(0.3, 0.7, 0.5, 0.9)),
                Marker.CIRCLE,
                false);
        AxisSpec ratio = new AxisSpec("data/law", AxisScale.LOG, Optional.of(new AxisRange(0.5, 2)));
        return Sheet.of(Panel.of(chart)
                .withNotes(List.of("κ = 1.78 [1.35, 2.30]", "τ = 6.12×10⁻⁴"))
                .withStrip(new Panel.Strip(ratio, ratios, 1)));
    }

    /** The first with all extras: ghosts, spikes, a hidden law, an excess over two laws below. */
    public static Sheet extras() {
        Panel plain = density().panels().get(0);
        Curve law = plain.chart().curves().get(0);
        Curve rival =
                Curve.of(CurveRole.LOGNORMAL, "lognormal", new double[] {0.01, 1, 100}, new double[] {20, 2, 0.1});
        Curve hidden = Curve.of(CurveRole.MP, "MP (κ = ∞)", new double[] {0.02, 1}, new double[] {9, 9})
                .withVisible(false);
        Curve shuffled = Curve.of(
                CurveRole.RANDOMISED, "entries shuffled, seed 7", new double[] {0.05, 0.05, 2, 2}, new double[] {
                    0, 3, 3, 0
                });
        Curve kept =
                Curve.of(CurveRole.PREVIOUS, "a.npy#w", new double[] {0.1, 0.1, 50, 50}, new double[] {0, 0.5, 0.5, 0});
        List<Guide> guides = new ArrayList<>(plain.chart().guides());
        guides.addAll(SpectrumFigure.spikeMarks(3, 5, new double[] {20, 60}));
        Curve excess = law.withPoints(new double[] {0.1, 1, 10}, new double[] {-0.1, 0.15, 0});
        Curve other = rival.withPoints(new double[] {0.1, 1, 10}, new double[] {0.3, 0.05, -0.1});
        AxisSpec axis = new AxisSpec("data − law", AxisScale.LINEAR, Optional.of(new AxisRange(-0.2, 0.2)));
        return Sheet.of(Panel.of(plain.chart()
                        .withCurves(List.of(law, hidden, rival, shuffled, kept))
                        .withGuides(guides))
                .withNotes(plain.notes())
                .withStrip(Panel.Strip.of(axis, List.of(excess, other), 0.12)));
    }

    /** The first with an inset of other axes, under a title far wider than the page. */
    public static Sheet inset() {
        Panel large = density().panels().get(0);
        FigureSpec linear = large.chart()
                .withXAxis(new AxisSpec("λ", AxisScale.LINEAR, Optional.of(new AxisRange(0, 1))))
                .withYAxis(new AxisSpec("ρ", AxisScale.LINEAR, Optional.of(new AxisRange(0, 10))))
                .withGuides(List.of())
                .withLegend(LegendPosition.NONE);
        String title = "digits_b500_s0.safetensors#fc2.weight ".repeat(3).strip();
        return Sheet.of(large.withChart(large.chart().withTitle(title))
                .withInset(new Panel.Inset(linear, LegendPosition.TOP_RIGHT)));
    }

    /** Estimates with intervals, one of them open, under a formula. */
    public static Sheet estimates() {
        PointSeries points = new PointSeries(
                "series-1",
                "",
                List.of(
                        new PointSeries.Point(5, 0.35, 0.3, 0.4),
                        new PointSeries.Point(20, 1.8, 1.4, 2.3),
                        new PointSeries.Point(100, 2.8, 2, Double.POSITIVE_INFINITY)),
                Marker.SQUARE,
                false);
        FigureSpec chart = FigureSpec.EMPTY
                .withXAxis(AxisSpec.log("batch size").withRange(new AxisRange(3, 200)))
                .withYAxis(AxisSpec.linear("$\\hat{\\kappa}$").withRange(new AxisRange(0, 4)));
        return Sheet.of(Panel.of(chart).withPoints(List.of(points)).withStyles(Map.of()));
    }

    /** Two panels that share their axes and their legend. */
    public static Sheet grid() {
        Panel panel = Panel.of(density().panels().get(0).chart());
        return new Sheet(List.of(panel, panel.withChart(panel.chart().withTitle("Layer fc3"))), 2, true, true);
    }
}
