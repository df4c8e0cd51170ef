package org.eigenscope.ui.models.plot;

import java.util.List;
import java.util.Objects;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.study.StudyRow;

/**
 * What a plot of rows shows: points that belong to rows, lines and bands through them, and words.
 *
 * @param x the abscissa
 * @param y the ordinate
 * @param groups what the legend calls the groups, in the order of their colours
 * @param points of rows
 * @param lines through points
 * @param notes what is written in the plot
 * @param empty why there is nothing to see, a sentence; empty if there is
 */
public record PlotScene(
        Axis x, Axis y, List<String> groups, List<Point> points, List<Line> lines, List<String> notes, String empty) {
    /** Nothing, without a word. */
    public static final PlotScene EMPTY = nothing("");

    public PlotScene {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        groups = List.copyOf(groups);
        points = List.copyOf(points);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        Objects.requireNonNull(empty, "empty");
    }

    /** A scene with a sentence in its place. */
    public static PlotScene nothing(String sentence) {
        Axis none = new Axis("", AxisScale.LINEAR, new AxisRange(0, 1));
        return new PlotScene(none, none, List.of(), List.of(), List.of(), List.of(), sentence);
    }

    /** An axis. */
    public record Axis(String title, AxisScale scale, AxisRange range) {
        public Axis {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(scale, "scale");
            Objects.requireNonNull(range, "range");
        }
    }

    /**
     * A point.
     *
     * @param x its abscissa, finite
     * @param y its ordinate, finite
     * @param lower the lower end of its interval; NaN where the data set none
     * @param upper the upper end of its interval; NaN where the data set none
     * @param row whose point it is
     * @param group its colour
     * @param mark its shape
     */
    public record Point(double x, double y, double lower, double upper, StudyRow row, int group, int mark) {}

    /**
     * A line, with a band around it where {@code lower} and {@code upper} differ. Arrays are not to be written to.
     *
     * @param xs abscissae
     * @param ys ordinates
     * @param lower the band's lower end at each abscissa
     * @param upper the band's upper end at each abscissa
     * @param group its colour; −1 for a line of no group, as a diagonal
     * @param opacity of the band
     */
    public record Line(double[] xs, double[] ys, double[] lower, double[] upper, int group, double opacity) {
        private static final double FAINT = 0.16;

        /** A line without a band. */
        public static Line plain(double[] xs, double[] ys, int group) {
            return new Line(xs, ys, ys, ys, group, 0);
        }

        /** A line with a faint band around it. */
        public static Line banded(double[] xs, double[] ys, double[] lower, double[] upper, int group) {
            return new Line(xs, ys, lower, upper, group, FAINT);
        }

        /** A rectangle of one colour. */
        public static Line tile(double x1, double x2, double y1, double y2, int group) {
            double[] nowhere = {Double.NaN, Double.NaN};
            return new Line(new double[] {x1, x2}, nowhere, new double[] {y1, y1}, new double[] {y2, y2}, group, 1);
        }

        /** Whether it is a rectangle. */
        public boolean isTile() {
            return opacity == 1;
        }
    }

    /** The same with other notes. */
    public PlotScene withNotes(List<String> value) {
        return new PlotScene(x, y, groups, points, lines, value, empty);
    }
}
