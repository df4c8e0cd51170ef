package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.SeriesStyles;

/**
 * Several spectra in the same axes. Each has a colour: thin solid steps for the sample, its laws over it in the same colour. A
 * single law has the dashes of its series and represents it in the legend; several have those of their roles.
 */
final class Overlay {
    private static final double STEP_WIDTH = 1;

    private final List<StepOutline> outlines = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final Map<String, CurveStyle> styles = new HashMap<>();
    private int count;

    /** Adds a spectrum, the line of its own eigenvalues before its laws. */
    void add(String name, FigureSpec chart) {
        CurveStyle series = SeriesStyles.of(count);
        CurveStyle thin = new CurveStyle(series.light(), series.dark(), STEP_WIDTH, List.of());
        String id = "series-" + ++count;
        List<Curve> sorted = Stream.concat(
                        chart.curves().stream().filter(Overlay::isSample),
                        chart.curves().stream().filter(curve -> !isSample(curve)))
                .toList();
        long laws = sorted.stream().filter(curve -> !isSample(curve)).count();
        chart.histogram().ifPresent(h -> outlines.add(new StepOutline(id, h.withLabel(laws == 1 ? "" : name), thin)));
        for (Curve curve : sorted) {
            boolean isSample = isSample(curve);
            boolean namesSeries = isSample ? laws != 1 : laws == 1;
            String curveId = id + "-" + curve.id();
            curves.add(
                    new Curve(curveId, curve.role(), namesSeries ? name : "", curve.x(), curve.y(), curve.visible()));
            styles.put(curveId, isSample ? thin : law(series, curve, laws == 1));
        }
    }

    private static boolean isSample(Curve curve) {
        return curve.role().equals(CurveRole.EIGENVALUES);
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
