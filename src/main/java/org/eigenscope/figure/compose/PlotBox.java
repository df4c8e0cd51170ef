package org.eigenscope.figure.compose;

/**
 * A rectangle in pixels from the top left corner of the axes, downwards.
 *
 * @param left the pixels from the left end of the axes
 * @param top the pixels from their upper end, below 0 above them
 * @param width its extent to the right
 * @param height its extent downwards
 */
public record PlotBox(double left, double top, double width, double height) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** Whether both cover some area in common. */
    public boolean meets(PlotBox other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }

    /** Whether a line from one point to another passes through its inside. */
    boolean isCrossedBy(double fromX, double fromY, double toX, double toY) {
        // the part of the line between the left and the right side, then of that the part between top and bottom
        double[] part = {0, 1};
        return narrows(part, fromX, toX, left, right()) && narrows(part, fromY, toY, top, bottom());
    }

    private static boolean narrows(double[] part, double from, double to, double low, double high) {
        double length = to - from;
        if (length == 0) {
            return from > low && from < high;
        }
        double first = (low - from) / length;
        double second = (high - from) / length;
        part[0] = Math.max(part[0], Math.min(first, second));
        part[1] = Math.min(part[1], Math.max(first, second));
        return part[0] < part[1];
    }
}
