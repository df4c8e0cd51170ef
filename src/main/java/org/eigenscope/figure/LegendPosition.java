package org.eigenscope.figure;

/** Where the legend stands inside the axes. */
public enum LegendPosition {
    /** In the corner where it covers the least data. */
    AUTO,
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_LEFT,
    BOTTOM_RIGHT,
    /** No legend. */
    NONE;

    public boolean isTop() {
        return this == TOP_LEFT || this == TOP_RIGHT;
    }

    public boolean isLeft() {
        return this == TOP_LEFT || this == BOTTOM_LEFT;
    }
}
