package org.eigenscope.ui.control;

import javafx.scene.layout.Region;

/**
 * How large text is against its usual size, for what paints its own letters on a canvas. It is a child of such a region, invisible and
 * without a place in the layout; style sheets give it a width of one em, wherever it is.
 */
public final class TextScale extends Region {
    /** The size of type in pixels for which canvases are drawn. */
    public static final double USUAL = 13;

    private static final double ROUNDING = 1e-3;

    private double factor = 1;

    /** @param changed is run after every change */
    public TextScale(Runnable changed) {
        getStyleClass().add("text-scale");
        setManaged(false);
        setMouseTransparent(true);
        prefWidthProperty().addListener((source, old, width) -> {
            double now = width.doubleValue() > 0 ? width.doubleValue() / USUAL : 1;
            if (Math.abs(now - factor) > ROUNDING) {
                factor = now;
                changed.run();
            }
        });
    }

    /** 1 for the usual size, and where there is no style sheet. */
    public double factor() {
        return factor;
    }
}
