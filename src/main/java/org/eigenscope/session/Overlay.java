package org.eigenscope.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.CurveStyle;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.SeriesStyles;
import org.eigenscope.figure.StepOutline;

/**
 * Several spectra in the same axes. Each has a colour: thin solid steps for the sample, its laws over it in the same colour. A
 * single law has the dashes of its series and stands for it in the legend; several have those of their roles.
 */
final class Overlay {
    private static final double STEP_WIDTH = 1;

    private final Ordinate view;
    private final List<StepOutline> outlines = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final Map<String, CurveStyle> styles = new HashMap<>();
    private int count;

    Overlay(Ordinate view) {
        this.view = view;
    }

    /** Adds a spectrum: the first curve of a distribution function is the sample's own, all others are laws. */
    void add(String name, FigureSpec chart) {
        CurveStyle series = SeriesStyles.of(count);
        CurveStyle thin = new CurveStyle(series.light(), series.dark(), STEP_WIDTH, List.of());
        String id = "series-" + ++count;
        int samples = view == Ordinate.DENSITY ? 0 : 1;
        int laws = chart.curves().size() - samples;
        chart.histogram().ifPresent(h -> outlines.add(new StepOutline(id, h.withLabel(laws == 1 ? "" : name), thin)));
        for (int i = 0; i < chart.curves().size(); i++) {
            Curve curve = chart.curves().get(i);
            boolean isSample = i < samples;
            boolean namesSeries = isSample ? laws != 1 : laws == 1;
            String curveId = id + "-" + curve.id();
            curves.add(
                    new Curve(curveId, curve.role(), namesSeries ? name : "", curve.x(), curve.y(), curve.visible()));
            styles.put(curveId, isSample ? thin : law(series, curve, laws == 1));
        }
    }

    private static CurveStyle law(CurveStyle series, Curve curve, boolean alone) {
        CurveStyle own = curve.role().style();
        return new CurveStyle(series.light(), series.dark(), own.width(), alone ? series.dashes() : own.dashes());
    }

    /** The panel on the given axes. */
    Panel over(FigureSpec axes) {
        return Panel.of(axes.withCurves(curves)).withOutlines(outlines).withStyles(styles);
    }
}
