package org.eigenscope.ui.plot;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.axis.TickLabel;

/** Sets tick labels on a canvas, with exponents raised and smaller; widths are measured once per text. */
final class TickLettering {
    private static final double EXPONENT_SIZE = 0.74;
    private static final double EXPONENT_RISE = 0.40;

    private final Text ruler = new Text();
    private final Map<String, Double> baseWidths = new HashMap<>();
    private final Map<String, Double> exponentWidths = new HashMap<>();
    private Font font = Font.getDefault();
    private Font exponentFont = Font.getDefault();
    private double ascent;
    private double height;

    TickLettering() {
        apply(Font.getDefault());
    }

    void setFont(Font value) {
        if (!value.equals(font)) {
            apply(value);
        }
    }

    private void apply(Font value) {
        font = value;
        exponentFont = Font.font(value.getFamily(), value.getSize() * EXPONENT_SIZE);
        baseWidths.clear();
        exponentWidths.clear();
        ruler.setFont(font);
        ruler.setText("0");
        Bounds bounds = ruler.getLayoutBounds();
        ascent = -bounds.getMinY();
        height = bounds.getHeight();
    }

    /** The height from the baseline to the top of the line, in pixels. */
    double ascent() {
        return ascent;
    }

    double height() {
        return height;
    }

    double width(TickLabel label) {
        return baseWidth(label) + exponentWidth(label);
    }

    private double baseWidth(TickLabel label) {
        return baseWidths.computeIfAbsent(label.base(), text -> measured(text, font));
    }

    private double exponentWidth(TickLabel label) {
        return exponentWidths.computeIfAbsent(label.exponent(), text -> measured(text, exponentFont));
    }

    private double measured(String text, Font in) {
        ruler.setFont(in);
        ruler.setText(text);
        return text.isEmpty() ? 0 : ruler.getLayoutBounds().getWidth();
    }

    void drawCentered(GraphicsContext gc, TickLabel label, double x, double baseline) {
        drawAt(gc, label, x - width(label) / 2, baseline);
    }

    void drawRightAligned(GraphicsContext gc, TickLabel label, double right, double baseline) {
        drawAt(gc, label, right - width(label), baseline);
    }

    private void drawAt(GraphicsContext gc, TickLabel label, double left, double baseline) {
        double x = Math.rint(left);
        double y = Math.rint(baseline);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BASELINE);
        gc.setFont(font);
        gc.fillText(label.base(), x, y);
        if (!label.exponent().isEmpty()) {
            gc.setFont(exponentFont);
            gc.fillText(label.exponent(), x + baseWidth(label) + 0.5, y - Math.rint(ascent * EXPONENT_RISE));
        }
    }
}
