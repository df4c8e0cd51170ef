package org.eigenscope.figure.compose;

/** Finds a place for the words beside a vertical line, where they cover nothing. */
public final class WordPlacement {
    private static final double BESIDE = 4;

    private WordPlacement() {}

    /**
     * The highest free place right or left of a line; above the axes if there is none.
     *
     * @param line the line's abscissa, in pixels
     * @param width of the words
     * @param height of the words
     * @param parts what is drawn
     * @param axes the size of the axes
     */
    public static PlotBox beside(double line, double width, double height, DrawnParts parts, PlotBox axes) {
        for (double top = BESIDE; top + height <= axes.height(); top += height / 2) {
            PlotBox right = new PlotBox(line + BESIDE, top, width, height);
            PlotBox left = new PlotBox(line - BESIDE - width, top, width, height);
            for (PlotBox place : new PlotBox[] {right, left}) {
                if (parts.holds(place) && parts.isFree(place)) {
                    return place;
                }
            }
        }
        double left = Math.max(0, Math.min(line - width / 2, axes.width() - width));
        return new PlotBox(left, -height, width, height);
    }

    /**
     * A free place near a point: right above it, or on another side of it, or further off; above the point if there is none.
     *
     * @param x the point's abscissa, in pixels
     * @param y its ordinate, in pixels from the top
     * @param width of the words
     * @param height of the words
     * @param parts what is drawn
     */
    public static PlotBox near(double x, double y, double width, double height, DrawnParts parts) {
        PlotBox usual = new PlotBox(x + 2 * BESIDE, y - BESIDE - height, width, height);
        for (int step = 0; step < 8; step++) {
            double off = step * height / 2;
            PlotBox[] places = {
                new PlotBox(usual.left(), usual.top() - off, width, height),
                new PlotBox(x - width - 2 * BESIDE, y + BESIDE + off, width, height),
                new PlotBox(usual.left() + off, usual.top(), width, height),
                new PlotBox(x - width / 2, usual.top() - off, width, height)
            };
            for (PlotBox place : places) {
                if (parts.holds(place) && parts.isFree(place)) {
                    return place;
                }
            }
        }
        return usual;
    }
}
