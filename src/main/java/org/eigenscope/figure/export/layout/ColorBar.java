package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.HeatMap;
import org.eigenscope.figure.axis.Ticks;
import org.eigenscope.figure.export.type.Typesetter;

/**
 * The bar right of axes that explains the colours of a heat map.
 *
 * @param map what it explains
 * @param bar its room, in points
 * @param ticks along it
 * @param titleBaseline the abscissa of the baseline of its title, which reads upwards
 */
public record ColorBar(HeatMap map, Rectangle2D bar, Ticks ticks, double titleBaseline) {
    private static final double BAR = 0.9;

    /** The bar beside axes. */
    public static ColorBar of(HeatMap map, Rectangle2D axes, Typesetter type, Measures measures) {
        double left = axes.getMaxX() + 2 * measures.gap();
        Rectangle2D bar = new Rectangle2D.Double(left, axes.getMinY(), BAR * measures.labelType(), axes.getHeight());
        Ticks ticks = ticks(map, axes.getHeight(), measures);
        double labels = bar.getMaxX() + ticksWidth(ticks, type, measures);
        return new ColorBar(map, bar, ticks, labels + measures.gap() + Typesetter.rise(measures.labelType()));
    }

    /** The room that it takes right of the axes. */
    static double width(HeatMap map, double height, Typesetter type, Measures measures) {
        double labels = ticksWidth(ticks(map, height, measures), type, measures);
        double title = map.label().isEmpty() ? 0 : measures.gap() + measures.lineHeight();
        return 2 * measures.gap() + BAR * measures.labelType() + labels + title;
    }

    private static Ticks ticks(HeatMap map, double height, Measures measures) {
        return Ticks.fitting(map.scale(), map.range(), height, label -> 1.9 * measures.tickType());
    }

    private static double ticksWidth(Ticks ticks, Typesetter type, Measures measures) {
        double widest = ticks.major().stream()
                .mapToDouble(tick -> type.width(tick.label(), measures.tickType()))
                .max()
                .orElse(0);
        return measures.tick() + 0.7 * measures.gap() + widest;
    }

    /** The place of a value along the bar. */
    public double py(double value) {
        return bar.getMaxY() - map.range().fraction(map.scale(), value) * bar.getHeight();
    }
}
