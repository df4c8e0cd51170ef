package org.eigenscope.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.Theme;

/** The state that all parts of the chart paint; only {@link SpectrumPlot} changes it. */
final class PlotState {
    private FigureSpec figure = FigureSpec.EMPTY;
    private FigureRanges ranges = FigureRanges.of(FigureSpec.EMPTY);
    private Theme theme = Theme.LIGHT;
    private List<Guide.Vertical> resting = List.of();
    private double textScale = 1;

    FigureSpec figure() {
        return figure;
    }

    FigureRanges ranges() {
        return ranges;
    }

    Theme theme() {
        return theme;
    }

    Palette palette() {
        return Palette.of(theme);
    }

    /** Whether another figure is of data on the same range of the abscissa, so that a zoom still makes sense. */
    boolean isAtHomeIn(FigureSpec other) {
        return home(figure).equals(home(other))
                && figure.histogram().isPresent() == other.histogram().isPresent();
    }

    /** The range of the abscissa without curves and guides, which move while the data stay the same. */
    private static Object home(FigureSpec spec) {
        if (spec.xAxis().range().isPresent()) {
            return spec.xAxis().range().get();
        }
        return spec.histogram().isEmpty()
                ? List.of()
                : FigureRanges.of(spec.withGuides(List.of()).withCurves(List.of()))
                        .x();
    }

    AxisScale xScale() {
        return figure.xAxis().scale();
    }

    AxisScale yScale() {
        return figure.yAxis().scale();
    }

    void setFigure(FigureSpec value) {
        figure = value;
    }

    void setRanges(FigureRanges value) {
        ranges = value;
    }

    void setTheme(Theme value) {
        theme = value;
    }

    /** How large text and lines are against their usual size. */
    double textScale() {
        return textScale;
    }

    void setTextScale(double value) {
        textScale = value;
    }

    /** Where the handle of a trim waits while the figure has no such guide. */
    Optional<Guide.Vertical> resting(Guide.Kind kind) {
        return resting.stream().filter(guide -> guide.kind() == kind).findFirst();
    }

    void setResting(List<Guide.Vertical> value) {
        resting = List.copyOf(value);
    }

    /** The guides with one of them, or one that was waiting, at another place. */
    List<Guide> guidesWith(Guide.Kind kind, double position) {
        List<Guide> moved = new ArrayList<>(figure.guides());
        Guide.Vertical old = figure.vertical(kind).or(() -> resting(kind)).orElseThrow();
        moved.remove(old);
        moved.add(new Guide.Vertical(kind, position, old.label()));
        return moved;
    }

    /** The trims, which shade the bars. */
    static List<Optional<Guide.Vertical>> veil(FigureSpec spec) {
        return List.of(spec.vertical(Guide.Kind.TRIM_LOWER), spec.vertical(Guide.Kind.TRIM_UPPER));
    }

    static Color color(Rgb rgb) {
        return Color.rgb(rgb.red(), rgb.green(), rgb.blue(), rgb.opacity());
    }
}
