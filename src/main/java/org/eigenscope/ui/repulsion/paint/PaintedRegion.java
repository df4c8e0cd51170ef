package org.eigenscope.ui.repulsion.paint;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Theme;

/** A region of one canvas that is painted again when its size, its theme or its content changes. */
public abstract class PaintedRegion extends Region {
    private final Canvas canvas = new Canvas();
    private Theme theme = Theme.LIGHT;

    public PaintedRegion() {
        getChildren().add(canvas);
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
            paint(gc, width, height);
        }
    }

    public abstract void paint(GraphicsContext gc, double width, double height);
}
