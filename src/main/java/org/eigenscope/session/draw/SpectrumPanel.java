package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.Ghost;
import org.eigenscope.figure.compose.KeptWindow;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.ShownEigenvalues;
import org.eigenscope.figure.compose.SpectrumFigure;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.spectrum.Spectrum;

/** Builds a panel of one spectrum with what is drawn over and behind it, or of several over each other. */
final class SpectrumPanel {
    /** The id under which the histogram's legend text can be changed. */
    static final String HISTOGRAM_ID = "eigenvalues";

    private static final List<Double> SECOND_OF_A_ROLE = List.of(4.0, 2.5);

    private final PanelPlan plan;
    private final Session session;
    private final FigureLook look;
    private final SessionSpectra spectra;

    SpectrumPanel(PanelPlan plan, Session session, SessionSpectra spectra) {
        this.plan = plan;
        this.session = session;
        this.look = session.look();
        this.spectra = spectra;
    }

    /**
     * The panel.
     *
     * @param common the ranges to show; empty for those that suit its own data
     * @throws BadInputException if the strip that is wanted is not there
     */
    Panel build(Optional<FigureRanges> common) throws BadInputException {
        List<FigureSpec> charts = new ArrayList<>();
        FigureRanges ranges = common.orElseGet(this::ownRanges);
        for (SeriesPlan series : plan.series()) {
            charts.add(chart(series, look.view(), look.x().scale(), look.y().scale(), ranges));
        }
        FigureSpec first = dressed(charts.get(0), ranges);
        Panel panel = charts.size() == 1 ? Panel.of(first) : overlaid(first, charts);
        panel = panel.withChart(named(panel.chart()));
        panel = widened(panel.withStyles(recoloured(panel)));
        SeriesPlan main = plan.series().get(0);
        if (look.extras().box()) {
            panel = panel.withNotes(Captions.notes(main))
                    .withNotesPlace(look.extras().lines().box());
        }
        Optional<Panel.Strip> strip = new Strips(look, main, spectra.of(main), laws(main)).build(ranges);
        panel = strip.map(panel::withStrip).orElse(panel);
        if (look.extras().inset().isPresent()) {
            panel = panel.withInset(inset(main, look.extras().inset().get(), ranges));
        }
        return panel;
    }

    /** What the axes show unless told otherwise: all spectra of the panel, and their laws as high as the chart follows them. */
    private FigureRanges ownRanges() {
        FigureRanges all = null;
        for (SeriesPlan series : plan.series()) {
            FigureSpec base =
                    base(series, look.view(), look.x().scale(), look.y().scale());
            FigureRanges tall =
                    look.view() == Ordinate.DENSITY ? SpectrumFigure.rangesForLaws(base) : FigureRanges.of(base);
            FigureRanges own = FigureRanges.of(complete(series, base, look.view(), tall));
            all = all == null ? own : new FigureRanges(union(all.x(), own.x()), union(all.y(), own.y()));
        }
        return new FigureRanges(
                look.x().range().orElse(all.x()), look.y().range().orElse(all.y()));
    }

    private static AxisRange union(AxisRange a, AxisRange b) {
        return new AxisRange(Math.min(a.lower(), b.lower()), Math.max(a.upper(), b.upper()));
    }

    private FigureSpec chart(SeriesPlan series, Ordinate view, AxisScale x, AxisScale y, FigureRanges ranges) {
        FigureSpec base = base(series, view, x, y);
        FigureSpec ranged = base.withXAxis(base.xAxis().withRange(ranges.x()))
                .withYAxis(base.yAxis().withRange(ranges.y()));
        return complete(series, ranged, view, ranges);
    }

    private FigureSpec complete(SeriesPlan series, FigureSpec axes, Ordinate view, FigureRanges visible) {
        Spectrum spectrum = spectra.of(series);
        List<LawCurve> laws = laws(series);
        SpectrumFigure.Foreground content = new SpectrumFigure.Foreground(
                laws,
                LawCurve.marked(laws, axes.xAxis().scale())
                        .map(LawCurve::window)
                        .orElseGet(() -> window(spectrum.positive())),
                marks(series),
                look.names().hidden());
        List<Curve> background = SpectrumFigure.background(spectrum, ghosts(series), view, axes, visible);
        return SpectrumFigure.complete(axes, view, visible, content, background);
    }

    private List<Guide> marks(SeriesPlan series) {
        return series.spikes()
                .map(band -> SpectrumFigure.spikeMarks(band.lower(), band.upper(), band.above(spectra.of(series))))
                .orElse(List.of());
    }

    private KeptWindow window(double[] sample) {
        return KeptWindow.of(
                sample,
                session.conventions().trimBottom(),
                session.conventions().trimTop());
    }

    private FigureSpec base(SeriesPlan series, Ordinate view, AxisScale x, AxisScale y) {
        Spectrum spectrum = spectra.of(series);
        return SpectrumFigure.base(
                spectrum, new SpectrumFigure.Bars(look.extras().bins(), ghosts(series)), view, x, y);
    }

    private List<Ghost> ghosts(SeriesPlan series) {
        return series.ghosts().stream()
                .map(ghost -> new Ghost(series.role(ghost), ghost.label(), spectra.of(ghost)))
                .toList();
    }

    private List<LawCurve> laws(SeriesPlan series) {
        Spectrum spectrum = spectra.of(series);
        List<LawCurve> laws = new ArrayList<>();
        for (LawPlan plan : series.laws()) {
            KeptWindow window = window(plan.family().isOfAnySign() ? spectrum.ascending() : spectrum.positive());
            LawCurve law = LawCurve.over(window, plan.family(), plan.law()).among(spectrum);
            laws.add(plan.origin() == LawPlan.Origin.LIMIT ? law.asLimit() : law);
        }
        return laws;
    }

    /** The chart with the legend texts that were chosen. */
    private FigureSpec named(FigureSpec chart) {
        Map<String, String> labels = look.names().labels();
        FigureSpec renamed = chart.withCurves(chart.curves().stream()
                .map(curve -> curve.withLabel(labels.getOrDefault(curve.id(), curve.label())))
                .toList());
        return chart.histogram()
                .map(bars -> renamed.withHistogram(bars.withLabel(labels.getOrDefault(HISTOGRAM_ID, bars.label()))))
                .orElse(renamed);
    }

    /** The chart with the titles, ranges and legend that the figure asks for. */
    private FigureSpec dressed(FigureSpec chart, FigureRanges ranges) {
        return chart.withTitle(plan.title())
                .withXAxis(new AxisSpec(
                        look.x().label().orElse(chart.xAxis().label()), look.x().scale(), Optional.of(ranges.x())))
                .withYAxis(new AxisSpec(
                        look.y().label().orElse(chart.yAxis().label()), look.y().scale(), Optional.of(ranges.y())))
                .withLegend(look.legend());
    }

    private Panel overlaid(FigureSpec first, List<FigureSpec> charts) {
        Overlay overlay = new Overlay();
        for (int i = 0; i < charts.size(); i++) {
            SeriesPlan series = plan.series().get(i);
            ShownEigenvalues shown = ShownEigenvalues.of(
                    spectra.of(series), charts.get(i).xAxis().scale());
            overlay.add(shown.label(series.label()), charts.get(i));
        }
        FigureSpec axes = first.withoutHistogram().withGuides(List.of());
        return overlay.over(axes);
    }

    private Map<String, CurveStyle> recoloured(Panel panel) {
        Map<String, CurveStyle> styles = new HashMap<>(panel.styles());
        for (Curve curve : panel.chart().curves()) {
            CurveStyle style = panel.styleOf(curve);
            boolean second =
                    plan.series().size() == 1 && !curve.id().equals(curve.role().id());
            List<Double> dashes = second ? SECOND_OF_A_ROLE : style.dashes();
            String color = look.names().colors().get(curve.id());
            if (color != null) {
                style = new CurveStyle(Rgb.of(color), Rgb.of(color), style.width(), dashes);
                styles.put(curve.id(), style);
            } else if (second) {
                styles.put(curve.id(), new CurveStyle(style.light(), style.dark(), style.width(), dashes));
            }
        }
        return styles;
    }

    /** The panel with curves and outlines as wide as the figure asks for. */
    private Panel widened(Panel panel) {
        double factor = look.extras().lines().width();
        if (factor == 1) {
            return panel;
        }
        Map<String, CurveStyle> styles = new HashMap<>();
        for (Curve curve : panel.chart().curves()) {
            styles.put(curve.id(), panel.styleOf(curve).wider(factor));
        }
        return panel.withStyles(styles)
                .withOutlines(panel.outlines().stream()
                        .map(outline -> new StepOutline(
                                outline.id(), outline.steps(), outline.style().wider(factor)))
                        .toList());
    }

    private Panel.Inset inset(SeriesPlan series, FigureLook.InsetView view, FigureRanges ranges) {
        Ordinate other = view == FigureLook.InsetView.CCDF ? Ordinate.SURVIVAL : look.view();
        AxisScale scale = view == FigureLook.InsetView.CCDF ? AxisScale.LOG : AxisScale.LINEAR;
        FigureSpec base = base(series, other, scale, scale);
        FigureRanges own = FigureRanges.of(base);
        boolean sameAbscissa = view == FigureLook.InsetView.CCDF && ranges.x().fits(scale);
        FigureRanges shown = sameAbscissa ? new FigureRanges(ranges.x(), own.y()) : own;
        FigureSpec chart = chart(series, other, scale, scale, shown);
        return new Panel.Inset(chart.withGuides(List.of()).withLegend(LegendPosition.NONE), LegendPosition.AUTO);
    }
}
