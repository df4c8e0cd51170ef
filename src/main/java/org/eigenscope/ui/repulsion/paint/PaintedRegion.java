package org.eigenscope.ui.repulsion.paint;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.control.TextScale;

/**
 * A region of one canvas that is painted again when its size, its theme, the size of text or its content changes. All lengths are those
 * at the usual size of text; larger text enlarges the painting, and as many of its units fit the fewer.
 */
public abstract class PaintedRegion extends Region {
    private final Canvas canvas = new Canvas();
    private final TextScale text = new TextScale(this::requestLayout);
    private Theme theme = Theme.LIGHT;

    public PaintedRegion() {
        getChildren().addAll(canvas, text);
        setMinSize(80, 80);
    }

    public Theme theme() {
        return theme;
    }

    /** Paints in the colours of a theme from now on. */
    public void setTheme(Theme value) {
        theme = value;
        repaint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        repaint();
    }

    /** Paints the whole canvas at once, in the current theme. */
    public final void repaint() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width > 0 && height > 0) {
            GraphicsContext gc = canvas.getGraphicsContext2D();
            gc.setFill(CanvasChart.color(Palette.of(theme).background()));
            gc.fillRect(0, 0, width, height);
            gc.save();
            gc.scale(unit(), unit());
            paint(gc, width / unit(), height / unit());
            gc.restore();
        }
    }

    /** Pixels for a unit of the painting: 1 at the usual size of text. */
    public final double unit() {
        return text.factor();
    }

    /** The width of the painting, in its units. */
    public final double paintedWidth() {
        return getWidth() / unit();
    }

    /** The height of the painting, in its units. */
    public final double paintedHeight() {
        return getHeight() / unit();
    }

    /** Where the mouse is on the painting, in its units. */
    public final double across(MouseEvent event) {
        return event.getX() / unit();
    }

    /** Where the mouse is on the painting, in its units from the top. */
    public final double down(MouseEvent event) {
        return event.getY() / unit();
    }

    /** Paints; width and height are in units of the painting. */
    public abstract void paint(GraphicsContext gc, double width, double height);
}
