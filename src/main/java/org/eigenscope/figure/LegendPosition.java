package org.eigenscope.figure;

/** The place of the legend; all but {@link #OUTSIDE} and {@link #NONE} are inside the axes. */
public enum LegendPosition {
    /** In the corner where it covers the least data. */
    AUTO,
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_LEFT,
    BOTTOM_RIGHT,
    /** In a row above the axes; on paper only, the chart on screen takes the top right corner. */
    OUTSIDE,
    /** The legend is not drawn. */
    NONE;

    /** Whether it is one of the four corners. */
    public boolean isCorner() {
        return this == TOP_LEFT || this == TOP_RIGHT || this == BOTTOM_LEFT || this == BOTTOM_RIGHT;
    }

    public boolean isTop() {
        return this == TOP_LEFT || this == TOP_RIGHT || this == OUTSIDE;
    }

    public boolean isLeft() {
        return this == TOP_LEFT || this == BOTTOM_LEFT;
    }
}
