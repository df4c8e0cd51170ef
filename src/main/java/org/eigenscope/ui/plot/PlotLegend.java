package org.eigenscope.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
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

/** The legend inside the axes; its rows are buttons that show and hide curves. */
final class PlotLegend extends VBox {
    private static final double SWATCH_WIDTH = 30;

    private final PlotState state;
    private final CurveListener listener;
    private List<Object> shown = List.of();

    PlotLegend(PlotState state, CurveListener listener) {
        this.state = state;
        this.listener = listener;
        getStyleClass().add("plot-legend");
        setManaged(false);
    }

    /** Rebuilds the rows if anything that they show has changed, and says whether it has. */
    boolean refresh() {
        List<Object> wanted = fingerprint();
        if (wanted.equals(shown)) {
            return false;
        }
        shown = wanted;
        getChildren().clear();
        state.figure().histogram().filter(h -> !h.isEmpty()).ifPresent(this::addHistogram);
        for (Curve curve : state.figure().curves()) {
            addCurve(curve);
        }
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
        getChildren().add(row);
    }

    private void addCurve(Curve curve) {
        ToggleButton row = row(curve.label(), curve.visible());
        row.setId("legend-" + curve.id());
        row.setGraphic(swatch(curve.role().style(), state.theme(), state.textScale()));
        row.setAccessibleText((curve.visible() ? "Hide " : "Show ") + Printable.of(curve.label()));
        row.setOnAction(event -> listener.curveToggled(curve.id(), row.isSelected()));
        getChildren().add(row);
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
