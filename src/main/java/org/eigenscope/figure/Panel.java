package org.eigenscope.figure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Marker;

/**
 * One pair of axes of an exported figure: the window's chart, and additions that only paper has room for.
 *
 * @param chart axes, histogram, curves, guides and legend
 * @param marks spectra, points and cells that it shows besides
 * @param styles strokes that differ from their role's, by the id of a curve or of points
 * @param notes the lines of the parameter box; empty for no box
 * @param notesPlace where that box stands: a corner, {@link LegendPosition#OUTSIDE} for below the axes, or {@link
 *     LegendPosition#AUTO} for the corner in which it hides nothing, and below the axes if there is none
 * @param strip a narrow plot below on the same abscissa
 * @param inset a small chart inside
 */
public record Panel(
        FigureSpec chart,
        Marks marks,
        Map<String, CurveStyle> styles,
        List<String> notes,
        LegendPosition notesPlace,
        Optional<Strip> strip,
        Optional<Inset> inset) {
    public Panel {
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(marks, "marks");
        styles = Map.copyOf(styles);
        notes = List.copyOf(notes);
        Objects.requireNonNull(notesPlace, "notesPlace");
        Objects.requireNonNull(strip, "strip");
        Objects.requireNonNull(inset, "inset");
    }

    /**
     * A narrow plot that shares the abscissa of the axes above.
     *
     * @param yAxis its ordinate, with a range
     * @param points what it shows, perhaps none
     * @param curves what it shows in addition, in the strokes of the panel's curves of the same ids
     * @param reference where its horizontal line stands
     * @param band how far to both sides of that line a band reaches; NaN for no band
     */
    public record Strip(AxisSpec yAxis, PointSeries points, List<Curve> curves, double reference, double band) {
        public Strip {
            Objects.requireNonNull(points, "points");
            curves = List.copyOf(curves);
            if (yAxis.range().isEmpty()) {
                throw new IllegalArgumentException("yAxis " + yAxis.label() + " of a strip has no range");
            }
        }

        /** A strip of points about a horizontal line. */
        public Strip(AxisSpec yAxis, PointSeries points, double reference) {
            this(yAxis, points, List.of(), reference, Double.NaN);
        }

        /** The same strip with another range of its ordinate. */
        public Strip withRange(AxisRange range) {
            return new Strip(yAxis.withRange(range), points, curves, reference, band);
        }

        /** A strip of curves about zero, with a band around it. */
        public static Strip of(AxisSpec yAxis, List<Curve> curves, double band) {
            PointSeries none = new PointSeries("residuals", "", List.of(), Marker.CIRCLE, false);
            return new Strip(yAxis, none, curves, 0, band);
        }
    }

    /**
     * A small chart inside the axes.
     *
     * @param chart what it shows
     * @param corner where it stands: a corner, or {@link LegendPosition#AUTO} for the one where it covers the least
     */
    public record Inset(FigureSpec chart, LegendPosition corner) {
        public Inset {
            Objects.requireNonNull(chart, "chart");
            if (!corner.isCorner() && corner != LegendPosition.AUTO) {
                throw new IllegalArgumentException("corner " + corner + " is no corner");
            }
        }
    }

    /** A panel of a chart alone. */
    public static Panel of(FigureSpec chart) {
        return new Panel(
                chart, Marks.NONE, Map.of(), List.of(), LegendPosition.AUTO, Optional.empty(), Optional.empty());
    }

    /** The stroke of a curve: the panel's own for its id, otherwise that of its role. */
    public CurveStyle styleOf(Curve curve) {
        return styles.getOrDefault(curve.id(), curve.role().style());
    }

    /** Further spectra in the same axes. */
    public List<StepOutline> outlines() {
        return marks.outlines();
    }

    /** Estimates with intervals. */
    public List<PointSeries> points() {
        return marks.points();
    }

    /** The same with cells of a heat map. */
    public Panel withHeatMap(HeatMap value) {
        return new Panel(chart, marks.withHeatMap(value), styles, notes, notesPlace, strip, inset);
    }

    public Panel withChart(FigureSpec value) {
        return new Panel(value, marks, styles, notes, notesPlace, strip, inset);
    }

    public Panel withOutlines(List<StepOutline> value) {
        return new Panel(chart, marks.withOutlines(value), styles, notes, notesPlace, strip, inset);
    }

    public Panel withPoints(List<PointSeries> value) {
        return new Panel(chart, marks.withPoints(value), styles, notes, notesPlace, strip, inset);
    }

    public Panel withStyles(Map<String, CurveStyle> value) {
        return new Panel(chart, marks, value, notes, notesPlace, strip, inset);
    }

    public Panel withNotes(List<String> value) {
        return new Panel(chart, marks, styles, value, notesPlace, strip, inset);
    }

    public Panel withNotesPlace(LegendPosition value) {
        return new Panel(chart, marks, styles, notes, value, strip, inset);
    }

    public Panel withStrip(Strip value) {
        return new Panel(chart, marks, styles, notes, notesPlace, Optional.of(value), inset);
    }

    public Panel withInset(Inset value) {
        return new Panel(chart, marks, styles, notes, notesPlace, strip, Optional.of(value));
    }
}
