package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.export.type.Typesetter;

/**
 * Finds a place for the legend of a panel: the corner where it covers no line, in smaller type if that helps, and else a place
 * above the axes. A corner that was asked for is kept, whatever it covers.
 */
final class LegendFitting {
    /** The factors of the type size that are tried for a legend. */
    private static final double[] SCALES = {1, 0.85, 0.72};
    /** The least type size of a legend, in points. */
    private static final double LEAST_TYPE = 5;

    /** The part of its panel's height that a legend above the axes may take at full size. */
    private static final double MUCH = 0.2;

    private LegendFitting() {}

    /** The wanted legend at full size, before the axes are known. */
    static PlacedLegend wanted(Panel panel, Typesetter type, Measures measures) {
        LegendBox box = LegendBox.of(panel, type, measures);
        LegendPosition position = panel.chart().legend();
        boolean outside = position == LegendPosition.OUTSIDE && !box.entries().isEmpty();
        return new PlacedLegend(box, outside || box.isWorthShowing() ? position : LegendPosition.NONE);
    }

    /** The legend as it stands in a panel whose axes are known. */
    static PlacedLegend settle(PanelLayout panel, Typesetter type, Measures measures) {
        LegendBox box = panel.legend().box();
        LegendPosition position = panel.legend().position();
        Rectangle2D axes = panel.frame().area();
        return switch (position) {
            case NONE -> panel.legend();
            case AUTO -> best(panel, type, measures);
            case OUTSIDE -> new PlacedLegend(box.fitted(panel.cell().getWidth(), Double.POSITIVE_INFINITY), position);
            default -> new PlacedLegend(inside(box, axes, measures), position);
        };
    }

    private static LegendBox inside(LegendBox box, Rectangle2D axes, Measures measures) {
        double rim = 2 * measures.gap();
        return box.fitted(axes.getWidth() - rim - 2 * measures.gap(), axes.getHeight() - rim);
    }

    private static PlacedLegend best(PanelLayout panel, Typesetter type, Measures measures) {
        LegendBox full = panel.legend().box();
        Corners corners = Corners.of(panel.panel(), panel.frame(), type, measures);
        for (double scale : SCALES) {
            if (scale == 1 || scale * measures.tickType() >= LEAST_TYPE) {
                LegendBox box = full.scaled(scale);
                LegendPosition corner = corners.best(box.stacked());
                if (corners.isFree(corner, box.stacked())) {
                    return new PlacedLegend(box, corner);
                }
            }
        }
        return above(panel, full, measures);
    }

    /** Above the axes, in smaller type where it would take much of the panel's height. */
    private static PlacedLegend above(PanelLayout panel, LegendBox full, Measures measures) {
        double width = panel.cell().getWidth();
        double axes = panel.frame().area().getWidth();
        PlacedLegend legend = null;
        for (double scale : SCALES) {
            boolean legible = scale * measures.tickType() >= LEAST_TYPE;
            boolean high = legend == null
                    || legend.heightAbove(axes, width) > MUCH * panel.cell().getHeight();
            if (legend == null || (legible && high)) {
                LegendBox box = full.scaled(scale).fitted(width, Double.POSITIVE_INFINITY);
                legend = new PlacedLegend(box, LegendPosition.OUTSIDE);
            }
        }
        return legend;
    }
}
