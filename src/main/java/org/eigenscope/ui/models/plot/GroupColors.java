package org.eigenscope.ui.models.plot;

import javafx.scene.paint.Color;
import org.eigenscope.figure.style.ColorRamp;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** Colours of groups: those of series for a few, along a ramp for many. */
final class GroupColors {
    private static final int FEW = 6;
    private static final double START = 0.25;

    private GroupColors() {}

    static Color[] of(int groups, Theme theme) {
        Color[] colors = new Color[groups];
        for (int i = 0; i < groups; i++) {
            colors[i] = groups <= FEW
                    ? CanvasChart.color(SeriesStyles.of(i).color(theme))
                    // the faintest part of the ramp cannot be told from the background
                    : CanvasChart.color(ColorRamp.of(theme).at(START + (1 - START) * i / (groups - 1.0)));
        }
        return colors;
    }
}
