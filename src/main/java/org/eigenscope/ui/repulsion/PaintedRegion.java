package org.eigenscope.ui.repulsion;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.eigenscope.figure.Palette;
import org.eigenscope.figure.Theme;

/** A region that is one canvas, painted anew when its size, its theme or what it shows changes. */
abstract class PaintedRegion extends Region {
    private final Canvas canvas = new Canvas();
    private Theme theme = Theme.LIGHT;

    PaintedRegion() {
        getChildren().add(canvas);
        setMinSize(80, 80);
    }

    Theme theme() {
        return theme;
    }

    /** Paints in the colours of a theme from now on. */
    void setTheme(Theme value) {
        theme = value;
        repaint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        repaint();
    }

    /** Paints now. */
    final void repaint() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width > 0 && height > 0) {
            GraphicsContext gc = canvas.getGraphicsContext2D();
            gc.setFill(Sheet.color(Palette.of(theme).background()));
            gc.fillRect(0, 0, width, height);
            paint(gc, width, height);
        }
    }

    abstract void paint(GraphicsContext gc, double width, double height);
}
