package org.eigenscope.figure.export.type;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.function.DoubleUnaryOperator;
import org.eigenscope.figure.axis.TickLabel;
import org.scilab.forge.jlatexmath.TeXIcon;

/** Measures and sets lines of text. Lengths are in points, and do not depend on where the line is painted. */
public final class Typesetter {
    /** Fonts are measured large, without hints, so that widths scale. */
    private static final float MEASURED_AT = 1000;

    private static final FontRenderContext EXACT = new FontRenderContext(new AffineTransform(), true, true);
    private static final double RAISED_SIZE = 0.72;
    private static final double RAISED_BY = 0.36;
    private static final double LOWERED_BY = 0.14;
    /** Of Roboto, as a fraction of its size: capitals and digits, and letters that hang. */
    private static final double CAPITALS = 0.711;

    private static final double HANGING = 0.22;

    private final Typefaces faces;
    private final Typefaces drawn;
    private final DoubleUnaryOperator widening;

    /** Where a line's given point lies along it. */
    public enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double fraction;

        Anchor(double fraction) {
            this.fraction = fraction;
        }
    }

    /**
     * @param faces are measured
     * @param drawn what the graphics are given: the same, or others that name them
     */
    public Typesetter(Typefaces faces, Typefaces drawn) {
        this(faces, drawn, size -> 1);
    }

    private Typesetter(Typefaces faces, Typefaces drawn, DoubleUnaryOperator widening) {
        this.faces = faces;
        this.drawn = drawn;
        this.widening = widening;
    }

    /**
     * A typesetter that measures for other fonts, with letters that are wider by a factor that depends on their size in
     * points.
     */
    public Typesetter widened(DoubleUnaryOperator factor) {
        return new Typesetter(faces, drawn, factor);
    }

    /** How high capitals and digits stand above the baseline. */
    public static double rise(double size) {
        return CAPITALS * size;
    }

    /** How far letters hang below it. */
    public static double drop(double size) {
        return HANGING * size;
    }

    /** The width of a line of text at a size of type, both in points. */
    public double width(String text, double size) {
        return width(RichText.parse(text), faces.regular(), size);
    }

    /** The width of a tick label at a size of type, both in points. */
    public double width(TickLabel label, double size) {
        return width(RichText.of(label), faces.regular(), size);
    }

    /** Draws a line; y is its baseline. */
    public void draw(Graphics2D g, String text, double size, Anchor anchor, double x, double y) {
        draw(g, RichText.parse(text), faces.regular(), size, anchor, x, y);
    }

    public void draw(Graphics2D g, TickLabel label, double size, Anchor anchor, double x, double y) {
        draw(g, RichText.of(label), faces.regular(), size, anchor, x, y);
    }

    /** The width of a title at a size of type, both in points. */
    public double titleWidth(String text, double size) {
        return width(RichText.parse(text), faces.medium(), size);
    }

    /** A line that is too wide is cut, and ends in three dots. */
    public String shortened(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(cut(text, middle), size) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cut(text, low);
    }

    /** The beginning of a line; formulas are left out whole, and no character is halved. */
    private static String cut(String text, int end) {
        String head = text.substring(0, end);
        if (head.chars().filter(c -> c == '$').count() % 2 == 1) {
            head = head.substring(0, head.lastIndexOf('$'));
        }
        if (!head.isEmpty() && Character.isHighSurrogate(head.charAt(head.length() - 1))) {
            head = head.substring(0, head.length() - 1);
        }
        return head.stripTrailing() + "…";
    }

    public void drawTitle(Graphics2D g, String text, double size, double x, double y) {
        draw(g, RichText.parse(text), faces.medium(), size, Anchor.MIDDLE, x, y);
    }

    /** Draws a line that reads upwards, its middle at y, its baseline at x. */
    public void drawUpwards(Graphics2D g, String text, double size, double x, double y) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        draw(g, text, size, Anchor.MIDDLE, 0, 0);
        g.setTransform(before);
    }

    private double width(RichText text, Font upright, double size) {
        double width = 0;
        for (RichText.Piece piece : text.pieces()) {
            width += width(piece, upright, size);
        }
        return widening.applyAsDouble(size) * width;
    }

    private double width(RichText.Piece piece, Font upright, double size) {
        if (piece.kind() == RichText.Kind.FORMULA) {
            return Formulas.icon(piece.text(), size).getTrueIconWidth();
        }
        Font font = face(piece, upright).deriveFont(MEASURED_AT);
        return font.getStringBounds(piece.text(), EXACT).getWidth() / MEASURED_AT * sizeOf(piece, size);
    }

    private void draw(Graphics2D g, RichText text, Font upright, double size, Anchor anchor, double x, double y) {
        double at = x - anchor.fraction * width(text, upright, size);
        for (RichText.Piece piece : text.pieces()) {
            if (piece.kind() == RichText.Kind.FORMULA) {
                drawFormula(g, piece.text(), size, at, y);
            } else {
                double up = raisedBy(piece.kind()) * size;
                g.setFont(drawn.inPlaceOf(face(piece, upright), faces).deriveFont((float) sizeOf(piece, size)));
                g.drawString(piece.text(), (float) at, (float) (y - up));
            }
            at += width(piece, upright, size);
        }
    }

    private Font face(RichText.Piece piece, Font upright) {
        return piece.kind() == RichText.Kind.VARIABLE ? faces.italic() : upright;
    }

    private static double sizeOf(RichText.Piece piece, double size) {
        return raisedBy(piece.kind()) == 0 ? size : RAISED_SIZE * size;
    }

    private static double raisedBy(RichText.Kind kind) {
        return switch (kind) {
            case RAISED -> RAISED_BY;
            case LOWERED -> -LOWERED_BY;
            default -> 0;
        };
    }

    private static void drawFormula(Graphics2D g, String tex, double size, double x, double y) {
        TeXIcon icon = Formulas.icon(tex, size);
        Outlines outlines = new Outlines();
        icon.paintIcon(null, outlines, 0, 0);
        double baseline = y - (icon.getTrueIconHeight() - icon.getTrueIconDepth());
        g.fill(AffineTransform.getTranslateInstance(x, baseline).createTransformedShape(outlines.path()));
    }
}
