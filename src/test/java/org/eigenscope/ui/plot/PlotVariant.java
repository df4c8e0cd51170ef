package org.eigenscope.ui.plot;

import java.util.List;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.axis.AxisScale;

/** The figures that the chart is tried with: with and without curves and guides, on every scale, wide and narrow, empty. */
enum PlotVariant {
    FULL,
    TITLED,
    BARE,
    LINEAR,
    LINEAR_Y,
    LINEAR_X,
    NARROW,
    DECADES,
    ONE_BIN,
    CURVES_ONLY,
    EMPTY;

    FigureSpec figure() {
        FigureSpec full = PlotSamples.full();
        return switch (this) {
            case FULL -> full;
            case TITLED -> full.withTitle("fc1 400×64: eigenvalues of the activation Gram matrix");
            case BARE -> full.withCurves(List.of()).withGuides(List.of());
            case LINEAR ->
                full.withXAxis(full.xAxis().withScale(AxisScale.LINEAR))
                        .withYAxis(full.yAxis().withScale(AxisScale.LINEAR));
            case LINEAR_Y -> full.withYAxis(full.yAxis().withScale(AxisScale.LINEAR));
            case LINEAR_X -> full.withXAxis(full.xAxis().withScale(AxisScale.LINEAR));
            case NARROW -> PlotSamples.narrow();
            case DECADES -> PlotSamples.manyDecades();
            case ONE_BIN -> PlotSamples.oneBin();
            case CURVES_ONLY -> full.withGuides(List.of()).withoutHistogram();
            case EMPTY -> FigureSpec.EMPTY;
        };
    }
}
