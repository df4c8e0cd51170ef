package org.eigenscope.figure.export.tex;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.figure.export.paint.PaintStyles;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Rgb;

/** Names the colours that a LaTeX document uses. */
final class PgfColors {
    private final PaintStyles ink;
    private final Map<String, String> names = new LinkedHashMap<>();

    PgfColors(PaintStyles ink) {
        this.ink = ink;
    }

    Palette palette() {
        return ink.palette();
    }

    Rgb of(CurveStyle style) {
        return ink.of(style);
    }

    /** The name of a colour over the ground. */
    String name(Rgb rgb) {
        Color color = ink.blended(rgb);
        String hex = String.format("%02X%02X%02X", color.getRed(), color.getGreen(), color.getBlue());
        return names.computeIfAbsent(hex, h -> "eigen" + letters(names.size()));
    }

    /** The options of a curve's line. */
    String line(CurveStyle style) {
        StringBuilder options = new StringBuilder(name(ink.of(style)))
                .append(",line width=")
                .append(PgfPage.number(ink.points(style.width())))
                .append("bp");
        return options.append(dashes(style.dashes())).toString();
    }

    /** The option of a line's dashes, in logical pixels of the window, with a comma before it. */
    String dashes(List<Double> dashes) {
        StringBuilder options = new StringBuilder(dashes.isEmpty() ? "" : ",dash pattern=");
        for (int i = 0; i < dashes.size(); i++) {
            options.append(i == 0 ? "" : " ")
                    .append(i % 2 == 0 ? "on " : "off ")
                    .append(PgfPage.number(ink.points(dashes.get(i))))
                    .append("bp");
        }
        return options.toString();
    }

    double points(double pixels) {
        return ink.points(pixels);
    }

    /** LaTeX names hold letters alone. */
    private static String letters(int number) {
        return number < 26 ? String.valueOf((char) ('A' + number)) : letters(number / 26 - 1) + letters(number % 26);
    }

    List<String> definitions() {
        List<String> lines = new ArrayList<>();
        names.forEach((hex, name) -> lines.add("\\definecolor{" + name + "}{HTML}{" + hex + "}"));
        return lines;
    }
}
