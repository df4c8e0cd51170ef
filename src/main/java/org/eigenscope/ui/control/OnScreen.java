package org.eigenscope.ui.control;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Places of windows that lie wholly on a screen. */
public final class OnScreen {
    private OnScreen() {}

    /**
     * A place moved and shrunk to lie wholly on a screen: the one that holds most of it, or the first.
     *
     * @param screens the areas that windows may use, at least one
     */
    public static Rectangle2D place(Rectangle2D wanted, List<Rectangle2D> screens) {
        Rectangle2D screen = screens.stream()
                .max(Comparator.comparingDouble(area -> shared(wanted, area)))
                .filter(most -> shared(wanted, most) > 0)
                .orElse(screens.get(0));
        double width = Math.min(wanted.getWidth(), screen.getWidth());
        double height = Math.min(wanted.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.max(screen.getMinX(), Math.min(wanted.getMinX(), screen.getMaxX() - width)),
                Math.max(screen.getMinY(), Math.min(wanted.getMinY(), screen.getMaxY() - height)),
                width,
                height);
    }

    private static double shared(Rectangle2D one, Rectangle2D other) {
        double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, across) * Math.max(0, down);
    }

    /** The middle of a window's owner, for a window of the given size. */
    static Rectangle2D over(Window owner, double width, double height) {
        double x = owner.getX() + (owner.getWidth() - width) / 2;
        double y = owner.getY() + (owner.getHeight() - height) / 2;
        return new Rectangle2D(x, y, width, height);
    }

    /** Moves and shrinks a window onto the screens that are there. */
    public static void put(Window window, Rectangle2D wanted) {
        Rectangle2D seen = place(
                wanted,
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        window.setX(seen.getMinX());
        window.setY(seen.getMinY());
        window.setWidth(seen.getWidth());
        window.setHeight(seen.getHeight());
    }
}
