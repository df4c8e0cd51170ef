package org.eigenscope.ui.training.chart;

import java.util.List;
import javafx.scene.paint.Color;
import org.eigenscope.figure.style.ColorRamp;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** The colours of runs: those of series for a few, along a ramp for many. */
public final class RunColors {
    private static final int FEW = 6;
    private static final double START = 0.25;

    private RunColors() {}

    /** The colour of one of several runs, counted from 0. */
    public static Color of(int run, int runs, Theme theme) {
        return CanvasChart.color(rgb(run, runs, theme));
    }

    static Rgb rgb(int run, int runs, Theme theme) {
        if (runs <= FEW) {
            return theme == Theme.DARK
                    ? SeriesStyles.of(run).dark()
                    : SeriesStyles.of(run).light();
        }
        // the faintest part of the ramp cannot be told from the background
        return ColorRamp.of(theme).at(START + (1 - START) * run / (runs - 1.0));
    }

    /** A line's dashes: whole, or broken for what is measured on the data to train on. */
    static List<Double> dashes(boolean broken) {
        return broken ? List.of(5.0, 4.0) : List.of();
    }
}
