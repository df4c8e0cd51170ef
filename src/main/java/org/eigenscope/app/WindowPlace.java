package org.eigenscope.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

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
        Rectangle2D screen = screens.stream()
                .max(Comparator.comparingDouble(this::shared))
                .filter(most -> shared(most) > 0)
                .orElse(screens.get(0));
        double w = Math.min(width, screen.getWidth());
        double h = Math.min(height, screen.getHeight());
        return new WindowPlace(
                Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - w)),
                Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - h)),
                w,
                h);
    }

    /** The area that lies on a screen. */
    private double shared(Rectangle2D screen) {
        double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        double down = Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY());
        return Math.max(0, across) * Math.max(0, down);
    }
}
