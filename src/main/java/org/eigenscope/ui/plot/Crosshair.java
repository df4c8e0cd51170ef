package org.eigenscope.ui.plot;

import java.util.StringJoiner;
import javafx.geometry.HPos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.axis.NumberText;

/** Hairlines at the pointer and a small table with the value of every part of the figure there. */
final class Crosshair extends Group {
    private static final int DIGITS = 4;
    private static final double OFFSET = 14;

    private final PlotState state;
    private final Line vertical = new Line();
    private final Line horizontal = new Line();
    private final GridPane readout = new GridPane();
    private int rows;

    Crosshair(PlotState state) {
        this.state = state;
        setManaged(false);
        setAutoSizeChildren(false);
        setMouseTransparent(true);
        setVisible(false);
        vertical.getStyleClass().add("plot-crosshair");
        horizontal.getStyleClass().add("plot-crosshair");
        readout.getStyleClass().add("plot-readout");
        ColumnConstraints name = new ColumnConstraints();
        ColumnConstraints value = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        value.setHalignment(HPos.RIGHT);
        readout.getColumnConstraints().addAll(name, value);
        getChildren().addAll(vertical, horizontal, readout);
    }

    /** Shows the crosshair at a point of the surface that covers the axes. */
    void show(Region surface, double x, double y) {
        double left = surface.getLayoutX();
        double top = surface.getLayoutY();
        double px = Math.floor(left + x) + 0.5;
        double py = Math.floor(top + y) + 0.5;
        setLine(vertical, px, top, px, top + surface.getHeight());
        setLine(horizontal, left, py, left + surface.getWidth(), py);
        write(
                state.ranges().x().at(state.xScale(), x / surface.getWidth()),
                state.ranges().y().at(state.yScale(), 1 - y / surface.getHeight()));
        setVisible(true);
        readout.applyCss();
        double width = Math.ceil(readout.prefWidth(-1));
        double height = Math.ceil(readout.prefHeight(-1));
        boolean flipX = x + OFFSET + width > surface.getWidth();
        boolean flipY = y + OFFSET + height > surface.getHeight();
        readout.resizeRelocate(
                Math.rint(px + (flipX ? -OFFSET - width : OFFSET)),
                Math.rint(py + (flipY ? -OFFSET - height : OFFSET)),
                width,
                height);
    }

    /** The table in one sentence. */
    String words() {
        StringJoiner words = new StringJoiner(", ");
        for (int row = 0; row < rows; row++) {
            Label name = (Label) readout.getChildren().get(2 * row);
            Label value = (Label) readout.getChildren().get(2 * row + 1);
            words.add(name.getText() + " " + value.getText());
        }
        return words + ".";
    }

    private static void setLine(Line line, double x0, double y0, double x1, double y1) {
        line.setStartX(x0);
        line.setStartY(y0);
        line.setEndX(x1);
        line.setEndY(y1);
    }

    private void write(double lambda, double density) {
        FigureSpec figure = state.figure();
        rows = 0;
        writeRow("λ", lambda);
        writeRow("pointer", density);
        figure.histogram().ifPresent(h -> writeRow(h.label(), h.densityAt(lambda)));
        for (Curve curve : figure.curves()) {
            if (curve.visible()) {
                writeRow(curve.label(), curve.densityAt(lambda));
            }
        }
        readout.getChildren().remove(2 * rows, readout.getChildren().size());
    }

    private void writeRow(String name, double value) {
        int at = 2 * rows;
        if (at == readout.getChildren().size()) {
            Label nameLabel = new Label();
            Label valueLabel = new Label();
            nameLabel.getStyleClass().add("plot-readout-name");
            valueLabel.getStyleClass().add("plot-readout-value");
            readout.add(nameLabel, 0, rows);
            readout.add(valueLabel, 1, rows);
        }
        ((Label) readout.getChildren().get(at)).setText(name);
        ((Label) readout.getChildren().get(at + 1)).setText(NumberText.significant(value, DIGITS));
        rows++;
    }
}
