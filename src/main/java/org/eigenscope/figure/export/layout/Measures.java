package org.eigenscope.figure.export.layout;

import org.eigenscope.figure.export.type.Typesetter;

/** The lengths that follow from the size of type, in points. */
public record Measures(double labelType) {
    /** Those of other type. */
    Measures scaled(double scale) {
        return new Measures(scale * labelType);
    }

    /** Of tick labels, legend and marks. */
    public double tickType() {
        return 0.9 * labelType;
    }

    /** Of the parameter box. */
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

    /** Between things that stand beside each other. */
    public double gap() {
        return 0.35 * labelType;
    }

    /** From baseline to baseline of small text. */
    double leading() {
        return 1.32 * tickType();
    }

    /** A finger's breadth: what lines need to either side. */
    double line() {
        return 0.1 * labelType;
    }

    /** From the ordinate to the middle of nothing: ticks, gap, labels, gap, title. */
    double ordinateMargin(double widestLabel, boolean titled) {
        return tick() + gap() * 0.7 + widestLabel + (titled ? gap() + lineHeight() : 0);
    }

    /** From the abscissa down: ticks, gap, labels with raised exponents, gap, title. */
    double abscissaMargin(boolean titled) {
        return tick() + gap() + exponentRise() + (titled ? gap() + lineHeight() : Typesetter.drop(tickType()));
    }

    /** From the abscissa to the baseline of its labels. */
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
