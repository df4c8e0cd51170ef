package org.eigenscope.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.figure.AxisRange;
import org.eigenscope.figure.AxisScale;
import org.eigenscope.figure.AxisSpec;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.CurveStyle;
import org.eigenscope.figure.FigureRanges;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Rgb;
import org.eigenscope.figure.SpectrumFigure;
import org.eigenscope.histogram.LogHistogram;
import org.eigenscope.law.LawFamily;
import org.eigenscope.spectrum.Spectrum;

/** Builds a panel of one spectrum with its laws, or of several over each other. */
final class SpectrumPanel {
    private static final List<Double> SECOND_OF_A_ROLE = List.of(4.0, 2.5);

    private final PanelPlan plan;
    private final Session session;
    private final FigureLook look;
    private final List<Spectrum> spectra;

    SpectrumPanel(PanelPlan plan, Session session, List<Spectrum> spectra) {
        this.plan = plan;
        this.session = session;
        this.look = session.look();
        this.spectra = spectra;
    }

    /**
     * The panel.
     *
     * @param common the ranges to show; empty for those that suit its own data
     */
    Panel build(Optional<FigureRanges> common) {
        List<FigureSpec> charts = new ArrayList<>();
        FigureRanges ranges = common.orElseGet(this::ownRanges);
        for (SeriesPlan series : plan.series()) {
            charts.add(chart(series, look.view(), look.x().scale(), look.y().scale(), ranges));
        }
        FigureSpec first = dressed(charts.get(0), ranges);
        Panel panel = charts.size() == 1 ? alone(first) : overlaid(first, charts);
        panel = panel.withStyles(recoloured(panel));
        SeriesPlan main = plan.series().get(0);
        if (look.extras().box()) {
            panel = panel.withNotes(Captions.notes(main));
        }
        if (look.extras().residuals()
                && look.view() == Ordinate.DENSITY
                && !main.laws().isEmpty()) {
            panel = panel.withStrip(Residuals.of(
                    spectrum(main), look.extras().bins(), main.laws().get(0), session));
        }
        if (look.extras().inset().isPresent()) {
            panel = panel.withInset(inset(main, look.extras().inset().get(), ranges));
        }
        return panel;
    }

    private Spectrum spectrum(SeriesPlan series) {
        return spectra.get(series.input());
    }

    /** What the axes show unless told otherwise: all spectra of the panel, and their laws as high as the chart follows them. */
    private FigureRanges ownRanges() {
        FigureRanges all = null;
        for (SeriesPlan series : plan.series()) {
            FigureSpec base =
                    base(series, look.view(), look.x().scale(), look.y().scale());
            FigureRanges tall =
                    look.view() == Ordinate.DENSITY ? SpectrumFigure.rangesForLaws(base) : FigureRanges.of(base);
            FigureRanges own = FigureRanges.of(SpectrumFigure.withLaws(base, look.view(), tall, laws(series)));
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
        FigureSpec drawn = SpectrumFigure.withLaws(ranged, view, ranges, laws(series));
        List<Guide> guides = new ArrayList<>(drawn.guides());
        guides.addAll(Trims.guides(session.conventions(), spectrum(series)));
        return drawn.withGuides(guides).withCurves(named(drawn.curves(), series));
    }

    private FigureSpec base(SeriesPlan series, Ordinate view, AxisScale x, AxisScale y) {
        FigureSpec base = SpectrumFigure.of(spectrum(series), view, x, y);
        if (look.extras().bins() > 0 && view == Ordinate.DENSITY) {
            LogHistogram histogram =
                    LogHistogram.of(spectrum(series).positive(), look.extras().bins());
            return base.withHistogram(SpectrumFigure.steps(spectrum(series), histogram));
        }
        return base;
    }

    private List<KeptLaw> laws(SeriesPlan series) {
        double[] values = spectrum(series).positive();
        return series.laws().stream()
                .map(law -> KeptLaw.of(law, values, session.conventions()))
                .toList();
    }

    /** Legend texts: those chosen, or the law's name with the limit it stands for. */
    private List<Curve> named(List<Curve> curves, SeriesPlan series) {
        List<Curve> named = new ArrayList<>();
        int drawnBefore = curves.size() - series.laws().size();
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            String usual = i < drawnBefore ? curve.label() : label(series.laws().get(i - drawnBefore));
            String label = look.names().labels().getOrDefault(curve.id(), usual);
            named.add(new Curve(curve.id(), curve.role(), label, curve.x(), curve.y(), curve.visible()));
        }
        return named;
    }

    private static String label(LawPlan law) {
        String name = law.family().displayName();
        if (law.origin() != LawPlan.Origin.LIMIT) {
            return name;
        }
        boolean infinite = law.family() == LawFamily.MP || law.family() == LawFamily.INVERSE_MP;
        return name + (infinite ? " (κ = ∞)" : " (κ = 0)");
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

    private Panel alone(FigureSpec chart) {
        String label = look.names().labels().get(HISTOGRAM_ID);
        if (label == null || chart.histogram().isEmpty()) {
            return Panel.of(chart);
        }
        return Panel.of(chart.withHistogram(chart.histogram().get().withLabel(label)));
    }

    /** The id under which the histogram's legend text can be changed. */
    static final String HISTOGRAM_ID = "eigenvalues";

    private Panel overlaid(FigureSpec first, List<FigureSpec> charts) {
        Overlay overlay = new Overlay(look.view());
        for (int i = 0; i < charts.size(); i++) {
            overlay.add(plan.series().get(i).label(), charts.get(i));
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

    private Panel.Inset inset(SeriesPlan series, FigureLook.InsetView view, FigureRanges ranges) {
        Ordinate other = view == FigureLook.InsetView.CCDF ? Ordinate.SURVIVAL : look.view();
        AxisScale scale = view == FigureLook.InsetView.CCDF ? AxisScale.LOG : AxisScale.LINEAR;
        FigureSpec base = base(series, other, scale, scale);
        FigureRanges own = FigureRanges.of(base);
        boolean sameAbscissa = view == FigureLook.InsetView.CCDF && ranges.x().fits(scale);
        FigureRanges shown = sameAbscissa ? new FigureRanges(ranges.x(), own.y()) : own;
        FigureSpec chart = chart(series, other, scale, scale, shown);
        return new Panel.Inset(chart.withGuides(List.of()).withLegend(LegendPosition.NONE), LegendPosition.TOP_RIGHT);
    }
}
