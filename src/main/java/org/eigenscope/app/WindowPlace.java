package org.eigenscope.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.eigenscope.ui.control.OnScreen;

/**
 * Where the window was and how large.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width at least 1
 * @param height at least 1
 */
record WindowPlace(double x, double y, double width, double height) {
    private static final int NUMBERS = 4;

    /** The place that was remembered; empty for a text that is none. */
    static Optional<WindowPlace> parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != NUMBERS) {
            return Optional.empty();
        }
        try {
            double[] n = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
            boolean sane = Arrays.stream(n).allMatch(Double::isFinite) && n[2] >= 1 && n[3] >= 1;
            return sane ? Optional.of(new WindowPlace(n[0], n[1], n[2], n[3])) : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    String text() {
        return x + "," + y + "," + width + "," + height;
    }

    /**
     * The same place moved and shrunk to lie wholly on a screen: the one that holds most of it, or the first.
     *
     * @param screens the areas that windows may use, at least one
     */
    WindowPlace on(List<Rectangle2D> screens) {
        Rectangle2D seen = OnScreen.place(new Rectangle2D(x, y, width, height), screens);
        return new WindowPlace(seen.getMinX(), seen.getMinY(), seen.getWidth(), seen.getHeight());
    }
}
