package org.eigenscope.figure.compose;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eigenscope.figure.LegendPosition;

/** Chooses where a legend covers nothing: a corner of the axes, or else above them. */
public final class LegendPlacement {
    private static final List<LegendPosition> BY_PREFERENCE = List.of(
            LegendPosition.TOP_RIGHT, LegendPosition.TOP_LEFT, LegendPosition.BOTTOM_LEFT, LegendPosition.BOTTOM_RIGHT);

    private LegendPlacement() {}

    /**
     * The place that was asked for, or for {@link LegendPosition#AUTO} the first corner in which the legend covers nothing that is
     * drawn; {@link LegendPosition#OUTSIDE} if it covers something in all of them.
     *
     * @param wanted what was asked for
     * @param corners the legend's room in each corner
     * @param parts what is drawn
     */
    public static LegendPosition choose(
            LegendPosition wanted, Function<LegendPosition, PlotBox> corners, DrawnParts parts) {
        if (wanted != LegendPosition.AUTO) {
            return wanted;
        }
        return BY_PREFERENCE.stream()
                .filter(corner -> parts.holds(corners.apply(corner)) && parts.isFree(corners.apply(corner)))
                .findFirst()
                .orElse(LegendPosition.OUTSIDE);
    }

    /** The corner in which the legend covers the least, for axes without room above. */
    public static LegendPosition leastCovered(Function<LegendPosition, PlotBox> corners, DrawnParts parts) {
        return BY_PREFERENCE.stream()
                .min(Comparator.comparingDouble(corner -> parts.covered(corners.apply(corner))))
                .orElseThrow();
    }
}
