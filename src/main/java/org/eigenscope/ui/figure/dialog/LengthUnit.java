package org.eigenscope.ui.figure.dialog;

import org.eigenscope.figure.export.page.PageStyle;

/** Units in which authors know the width of their column. */
enum LengthUnit {
    INCH("in", PageStyle.INCH),
    MILLIMETRE("mm", PageStyle.INCH / 25.4),
    POINT("pt", 1);

    private final String symbol;
    private final double points;

    LengthUnit(String symbol, double points) {
        this.symbol = symbol;
        this.points = points;
    }

    String symbol() {
        return symbol;
    }

    /** A length in this unit, in points of 1/72 inch. */
    double toPoints(double length) {
        return length * points;
    }

    double fromPoints(double length) {
        return length / points;
    }
}
