package org.eigenscope.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a panel shows besides its chart.
 *
 * @param outlines further spectra in the same axes
 * @param points estimates with intervals, and points of rows
 * @param heatMap cells, below everything else
 */
public record Marks(List<StepOutline> outlines, List<PointSeries> points, Optional<HeatMap> heatMap) {
    /** Nothing. */
    public static final Marks NONE = new Marks(List.of(), List.of(), Optional.empty());

    public Marks {
        outlines = List.copyOf(outlines);
        points = List.copyOf(points);
        Objects.requireNonNull(heatMap, "heatMap");
    }

    Marks withOutlines(List<StepOutline> value) {
        return new Marks(value, points, heatMap);
    }

    Marks withPoints(List<PointSeries> value) {
        return new Marks(outlines, value, heatMap);
    }

    Marks withHeatMap(HeatMap value) {
        return new Marks(outlines, points, Optional.of(value));
    }
}
