package org.eigenscope.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.text.Printable;

/** The legend, a column inside the axes or lines above them; its rows are buttons that show and hide curves. */
final class PlotLegend extends StackPane {
    private static final double SWATCH_WIDTH = 30;

    private final PlotState state;
    private final CurveListener listener;
    private final VBox column = new VBox();
    private final FlowPane lines = new FlowPane();
    private final List<ToggleButton> rows = new ArrayList<>();
    private List<Object> shown = List.of();
    private boolean above;

    PlotLegend(PlotState state, CurveListener listener) {
        this.state = state;
        this.listener = listener;
        getStyleClass().add("plot-legend");
        setManaged(false);
        getChildren().add(column);
    }

    /** Whether the rows stand beside each other above the axes, in lines of a width, or below each other. */
    void setAbove(boolean value, double width) {
        lines.setPrefWrapLength(width);
        rows.forEach(row -> row.setMaxWidth(value ? width : Double.MAX_VALUE));
        if (value != above) {
            above = value;
            getChildren().setAll(value ? lines : column);
            fill();
        }
    }

    private void fill() {
        column.getChildren().clear();
        lines.getChildren().clear();
        (above ? lines : column).getChildren().setAll(rows);
        applyCss();
    }

    /** The width as a column. */
    double stackedWidth() {
        double widest =
                rows.stream().mapToDouble(row -> row.prefWidth(-1)).max().orElse(0);
        return Math.ceil(widest + getInsets().getLeft() + getInsets().getRight());
    }

    /** The height as a column. */
    double stackedHeight() {
        double sum = rows.stream().mapToDouble(row -> row.prefHeight(-1)).sum();
        return Math.ceil(sum + getInsets().getTop() + getInsets().getBottom());
    }

    /** The height above axes of a width. */
    double heightAbove(double width) {
        double inner = width - getInsets().getLeft() - getInsets().getRight();
        return Math.ceil(
                lines.prefHeight(inner) + getInsets().getTop() + getInsets().getBottom());
    }

    /** Rebuilds the rows if anything that they show has changed, and says whether it has. */
    boolean refresh() {
        List<Object> wanted = fingerprint();
        if (wanted.equals(shown)) {
            return false;
        }
        shown = wanted;
        rows.clear();
        state.figure().histogram().filter(h -> !h.isEmpty()).ifPresent(this::addHistogram);
        for (Curve curve : state.figure().curves()) {
            addCurve(curve);
        }
        fill();
        return true;
    }

    private List<Object> fingerprint() {
        List<Object> facts = new ArrayList<>();
        facts.add(state.theme());
        facts.add(state.textScale());
        facts.add(state.figure().histogram().map(HistogramSteps::label).orElse(""));
        for (Curve curve : state.figure().curves()) {
            facts.add(curve.id() + '\n' + curve.role() + '\n' + curve.label() + '\n' + curve.visible());
        }
        return facts;
    }

    private void addHistogram(HistogramSteps steps) {
        Palette.Bars bars = state.palette().bars();
        Rectangle swatch = new Rectangle(SWATCH_WIDTH - 1, 10, PlotState.color(bars.fill()));
        swatch.setStroke(PlotState.color(bars.line()));
        ToggleButton row = row(steps.label(), true);
        row.setGraphic(swatch);
        row.setMouseTransparent(true);
        row.setFocusTraversable(false);
        rows.add(row);
    }

    private void addCurve(Curve curve) {
        ToggleButton row = row(curve.label(), curve.visible());
        row.setId("legend-" + curve.id());
        row.setGraphic(swatch(curve.role().style(), state.theme(), state.textScale()));
        row.setAccessibleText((curve.visible() ? "Hide " : "Show ") + Printable.of(curve.label()));
        row.setOnAction(event -> listener.curveToggled(curve.id(), row.isSelected()));
        rows.add(row);
    }

    private static ToggleButton row(String label, boolean selected) {
        ToggleButton row = new ToggleButton(Printable.of(label));
        row.getStyleClass().setAll("plot-legend-item");
        row.setSelected(selected);
        row.setMnemonicParsing(false);
        return row;
    }

    /** A piece of line as the curve is stroked. */
    static Line swatch(CurveStyle style, Theme theme, double scale) {
        Line line = new Line(0, 0, SWATCH_WIDTH * scale, 0);
        line.setStroke(PlotState.color(style.color(theme)));
        line.setStrokeWidth(style.width() * scale);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        line.getStrokeDashArray()
                .setAll(style.dashes().stream().map(d -> d * scale).toList());
        return line;
    }
}
