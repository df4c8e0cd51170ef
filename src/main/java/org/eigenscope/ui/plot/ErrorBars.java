package org.eigenscope.ui.plot;

import javafx.scene.canvas.GraphicsContext;

/** The standard errors of estimated bins, as upright lines a pixel thin, with caps where there is room for them. */
final class ErrorBars {
    private static final double CAP = 3;
    /** The largest width of a cap as a fraction of its bin, so that caps of neighbours do not touch. */
    private static final double WIDEST_CAP = 0.3;

    private ErrorBars() {}

    /** One bar, in whole pixels; {@code room} is the width of its bin. */
    static void paint(GraphicsContext gc, double x, double top, double bottom, double room) {
        double cap = Math.floor(Math.min(CAP, WIDEST_CAP * room));
        gc.fillRect(x, top, 1, Math.max(1, bottom - top));
        if (cap > 0) {
            gc.fillRect(x - cap, top, 2 * cap + 1, 1);
            gc.fillRect(x - cap, bottom, 2 * cap + 1, 1);
        }
    }
}
