package org.eigenscope.figure.export.layout;

import org.eigenscope.figure.export.type.Typesetter;

/** The lengths that follow from the size of type, in points. */
public record Measures(double labelType) {
    /** The measures of a type scaled by a factor. */
    Measures scaled(double scale) {
        return new Measures(scale * labelType);
    }

    /** The type size of tick labels, legend and marks, in points. */
    public double tickType() {
        return 0.9 * labelType;
    }

    /** The type size of the parameter box, in points. */
    double noteType() {
        return 0.85 * labelType;
    }

    public double titleType() {
        return 1.05 * labelType;
    }

    /** The length of a labelled tick. */
    public double tick() {
        return 0.35 * labelType;
    }

    public double minorTick() {
        return 0.2 * labelType;
    }

    /** The gap between neighbouring items, in points. */
    public double gap() {
        return 0.35 * labelType;
    }

    /** The distance between baselines of small text, in points. */
    double leading() {
        return 1.32 * tickType();
    }

    /** The space that curves need on either side, in points. */
    double line() {
        return 0.1 * labelType;
    }

    /** The width left of the axes, in points: ticks, gap, labels, gap, title. */
    double ordinateMargin(double widestLabel, boolean titled) {
        return tick() + gap() * 0.7 + widestLabel + (titled ? gap() + lineHeight() : 0);
    }

    /** The height below the axes, in points: ticks, gap, labels with raised exponents, gap, title. */
    double abscissaMargin(boolean titled) {
        return tick() + gap() + exponentRise() + (titled ? gap() + lineHeight() : Typesetter.drop(tickType()));
    }

    /** The distance from the abscissa to the baseline of its labels, in points. */
    public double abscissaBaseline() {
        return tick() + gap() + exponentRise();
    }

    double topMargin(boolean titled) {
        return titled ? Typesetter.rise(titleType()) + Typesetter.drop(titleType()) + gap() : 0.45 * tickType();
    }

    double lineHeight() {
        return Typesetter.rise(labelType) + Typesetter.drop(labelType);
    }

    private double exponentRise() {
        return 0.9 * tickType();
    }
}
