package org.eigenscope.ui.training.chart;

import java.util.List;

/**
 * A quantity of several runs along their epochs.
 *
 * @param title what it is
 * @param runs how many runs there are
 * @param epochs where the abscissa ends
 * @param lines one or more of each run
 * @param chosen the run that is looked at
 * @param at the epoch that is looked at; NaN for none
 */
public record EpochCurves(String title, int runs, double epochs, List<Line> lines, int chosen, double at) {
    /** Nothing to follow yet. */
    public static final EpochCurves EMPTY = new EpochCurves("", 0, 1, List.of(), 0, Double.NaN);

    public EpochCurves {
        lines = List.copyOf(lines);
    }

    /**
     * One run.
     *
     * @param run counted from 0
     * @param xs epochs; not to be written to
     * @param ys the quantity, NaN where it is not known; not to be written to
     * @param broken whether the line is dashed
     */
    @SuppressWarnings("ArrayRecordComponent") // painted in every frame
    public record Line(int run, double[] xs, double[] ys, boolean broken) {}
}
