package org.eigenscope.figure.export.layout;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.export.type.Typesetter;

/**
 * Where guides and their words stand in axes.
 *
 * @param boxes the boxes over the data, which words do not overlap
 */
public record GuidePlace(Frame frame, Typesetter type, Measures measures, List<Rectangle2D> boxes) {
    private static final List<Double> DASHES = List.of(3.0, 3.0);

    /**
     * A guide on the page.
     *
     * @param from one end of its line
     * @param to the other
     * @param words the room of its label, which stands on its lower edge
     */
    public record Line(Point2D from, Point2D to, Rectangle2D words) {}

    /** The places in axes without boxes. */
    public GuidePlace(Frame frame, Typesetter type, Measures measures) {
        this(frame, type, measures, List.of());
    }

    /** The guide's place; empty if it is not within the axes, or has no room for its words. */
    public Optional<Line> of(Guide guide) {
        return guide instanceof Guide.Vertical vertical ? of(vertical) : of((Guide.Slope) guide);
    }

    /** How its line is dashed. */
    public static List<Double> dashes(Guide guide) {
        return guide instanceof Guide.Vertical vertical && !vertical.isRug() ? DASHES : List.of();
    }

    /** Its words stand right of it at the top or below a box there, or left of it where the axes end too soon. */
    private Optional<Line> of(Guide.Vertical guide) {
        Rectangle2D area = frame.area();
        double x = frame.px(guide.position());
        if (!(x >= area.getMinX() && x <= area.getMaxX())) {
            return Optional.empty();
        }
        Rectangle2D words = words(guide.label(), x + measures.gap() / 2, area.getMinY() + measures.gap() / 2);
        if (words.getMaxX() > area.getMaxX()) {
            words.setRect(x - measures.gap() / 2 - words.getWidth(), words.getY(), words.getWidth(), words.getHeight());
        }
        if (!guide.label().isEmpty()) {
            lower(words);
        }
        double top = guide.isRug() ? area.getMaxY() - measures.gap() : area.getMinY();
        return Optional.of(new Line(new Point2D.Double(x, top), new Point2D.Double(x, area.getMaxY()), words));
    }

    /** Below the boxes that would hide it, as far as the axes reach. */
    private void lower(Rectangle2D words) {
        double height = words.getHeight();
        double y = words.getY();
        for (Rectangle2D box : boxes) {
            if (box.intersects(words.getX(), y, words.getWidth(), height)) {
                y = box.getMaxY() + measures.gap() / 2;
            }
        }
        if (y + height <= frame.area().getMaxY()) {
            words.setRect(words.getX(), y, words.getWidth(), height);
        }
    }

    /** A slope without room for its number is left out: a line that nothing explains is none to print. */
    private Optional<Line> of(Guide.Slope guide) {
        Point2D from = new Point2D.Double(frame.px(guide.from()), frame.py(guide.density()));
        Point2D to = new Point2D.Double(frame.px(guide.to()), frame.py(guide.densityAt(guide.to())));
        double x = (from.getX() + to.getX()) / 2 + measures.gap();
        double y = (from.getY() + to.getY()) / 2 - measures.gap();
        double size = measures.tickType();
        Rectangle2D words = words(guide.label(), x, y - Typesetter.rise(size));
        Rectangle2D area = frame.area();
        boolean room = words.getMinX() >= area.getMinX()
                && words.getMaxX() <= area.getMaxX()
                && words.getMinY() >= area.getMinY()
                && words.getMaxY() + measures.gap() <= area.getMaxY()
                && boxes.stream().noneMatch(words::intersects);
        return room ? Optional.of(new Line(from, to, words)) : Optional.empty();
    }

    private Rectangle2D words(String label, double left, double top) {
        double size = measures.tickType();
        return new Rectangle2D.Double(left, top, type.width(label, size), Typesetter.rise(size));
    }
}
