package org.eigenscope.ui.models.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.eigenscope.figure.style.ColorRamp;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** Colours of groups, on screen and on paper: those of series for a few, along a ramp for many. */
final class GroupColors {
    private static final int FEW = 6;
    private static final double START = 0.25;
    private static final double WIDTH = 1.6;

    private GroupColors() {}

    /** The strokes of groups. */
    static List<CurveStyle> styles(int groups) {
        List<CurveStyle> styles = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            // the faintest part of the ramp cannot be told from the background
            double place = groups <= FEW ? 0 : START + (1 - START) * i / (groups - 1.0);
            styles.add(
                    groups <= FEW
                            ? new CurveStyle(
                                    SeriesStyles.of(i).light(),
                                    SeriesStyles.of(i).dark(),
                                    WIDTH,
                                    List.of())
                            : new CurveStyle(
                                    ColorRamp.of(Theme.LIGHT).at(place),
                                    ColorRamp.of(Theme.DARK).at(place),
                                    WIDTH,
                                    List.of()));
        }
        return styles;
    }

    static Color[] of(int groups, Theme theme) {
        return styles(groups).stream()
                .map(style -> CanvasChart.color(style.color(theme)))
                .toArray(Color[]::new);
    }
}
