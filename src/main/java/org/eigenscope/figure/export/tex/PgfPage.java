package org.eigenscope.figure.export.tex;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.LatexText;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.Rgb;

/**
 * The page of a LaTeX document: what is drawn at places that the layout chose, in points from the lower left corner.
 *
 * @param style the page
 * @param colors the names of its colours
 * @param type what its words are measured with
 * @param out the lines of the picture
 */
record PgfPage(PageStyle style, PgfColors colors, Typesetter type, List<String> out) {
    /** The same page with other type. */
    PgfPage withStyle(PageStyle value) {
        return new PgfPage(value, colors, type, out);
    }

    Measures measures() {
        return new Measures(style.typeSize());
    }

    /** A length as LaTeX reads it. */
    static String number(double points) {
        String text = PageStyle.points(points);
        return text.equals("-0") ? "0" : text;
    }

    /** Sets the size of type, in points. */
    static String font(double size) {
        return "font=\\eigentype{" + number(size) + "}";
    }

    /** A place on the page, from below. */
    String at(double x, double y) {
        return "(" + number(x) + "," + number(style.height() - y) + ")";
    }

    void fill(Rectangle2D area, Rgb color) {
        String opacity = color.opacity() < 1 ? ",fill opacity=" + number(color.opacity()) : "";
        out.add("\\fill[" + colors.name(color.withOpacity(1)) + opacity + "] " + rectangle(area) + ";");
    }

    void line(Point2D from, Point2D to, String options) {
        out.add("\\draw[" + options + "] " + at(from.getX(), from.getY()) + " -- " + at(to.getX(), to.getY()) + ";");
    }

    /** Text at a place; nothing for no text. */
    void node(String options, double x, double y, String text) {
        if (!text.isEmpty()) {
            out.add("\\node[" + options + "] at " + at(x, y) + " {" + LatexText.of(text) + "};");
        }
    }

    /** Keeps what follows inside an area, until {@link #unclip}. */
    void clip(Rectangle2D area) {
        out.add("\\begin{scope}\\clip " + rectangle(area) + ";");
    }

    void unclip() {
        out.add("\\end{scope}");
    }

    private String rectangle(Rectangle2D area) {
        return at(area.getMinX(), area.getMaxY()) + " rectangle " + at(area.getMaxX(), area.getMinY());
    }

    /** A colour and the width of a line in logical pixels of the window. */
    String stroke(Rgb color, double width) {
        return colors.name(color) + ",line width=" + number(colors.points(width)) + "bp";
    }
}
