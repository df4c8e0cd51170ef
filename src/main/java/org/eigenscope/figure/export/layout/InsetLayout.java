package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typesetter;

/**
 * Where an inset stands in the axes of its panel, and in what type.
 *
 * @param outer its rectangle with its labels
 * @param frame its axes
 * @param style the page with its smaller type
 */
public record InsetLayout(Rectangle2D outer, Frame frame, PageStyle style) {
    /** Its type, as a fraction of the panel's. */
    static final double TYPE = 0.8;

    private static final double WIDTH = 0.42;
    private static final double HEIGHT = 0.4;
    private static final double LEAST_TYPE = 3;
    /** The width of its ordinate's labels, in units of its type size. */
    private static final double LABELS = 2.4;

    /**
     * The panel with a corner chosen for its inset: the one that was asked for, or else the one without a legend where
     * it covers the least.
     */
    static Panel settled(Panel panel, Frame frame, PlacedLegend legend, Typesetter type, Measures measures) {
        Optional<Panel.Inset> open = panel.inset().filter(inset -> inset.corner() == LegendPosition.AUTO);
        if (open.isEmpty()) {
            return panel;
        }
        Corners corners = Corners.of(panel, frame, type, measures);
        if (legend.position().isCorner()) {
            corners.take(
                    legend.position(),
                    corners.room(legend.position(), legend.box().stacked()));
        }
        return panel.withInset(new Panel.Inset(open.get().chart(), corners.best(size(frame.area()))));
    }

    private static LegendBox.Extent size(Rectangle2D axes) {
        return new LegendBox.Extent(WIDTH * axes.getWidth(), HEIGHT * axes.getHeight());
    }

    public static InsetLayout of(Panel.Inset inset, Rectangle2D axes, PageStyle page, Typesetter type) {
        PageStyle small = page.withTypeSize(Math.max(LEAST_TYPE, TYPE * page.typeSize()));
        Measures fine = new Measures(small.typeSize());
        Rectangle2D outer = room(inset, axes, new Measures(page.typeSize()));
        double left = fine.ordinateMargin(LABELS * fine.tickType(), false);
        double bottom = fine.abscissaMargin(false);
        Rectangle2D area = new Rectangle2D.Double(
                outer.getX() + left,
                outer.getY() + fine.gap(),
                outer.getWidth() - left - 2 * fine.gap(),
                outer.getHeight() - bottom - fine.gap());
        return new InsetLayout(outer, SheetLayout.inset(inset.chart(), area, small, type), small);
    }

    /** Its rectangle with its labels, in type of the panel's size. */
    static Rectangle2D room(Panel.Inset inset, Rectangle2D axes, Measures measures) {
        return Corners.place(axes, inset.corner(), size(axes), measures.gap());
    }
}
