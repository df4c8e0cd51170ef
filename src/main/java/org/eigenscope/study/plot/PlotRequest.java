package org.eigenscope.study.plot;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.query.Settings;
import org.eigenscope.study.survey.Globs;

/**
 * What a plot is to show of a study.
 *
 * @param kind which plot
 * @param x the column or attribute of the abscissa; empty for the usual one
 * @param y the column or attribute that is shown; empty for the usual one
 * @param group rows with the same text in this column or attribute are a group; empty for the usual grouping
 * @param sides the groups that are compared; only {@link PlotKind#COMPARE} asks for them
 * @param selection which rows
 * @param look words and axes
 */
public record PlotRequest(
        PlotKind kind, String x, String y, String group, Sides sides, Selection selection, Look look) {
    public PlotRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(sides, "sides");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(look, "look");
        x = x.isEmpty() ? kind.usualX() : x;
        y = y.isEmpty() ? kind.usualY() : y;
    }

    /** A plot of all rows with the usual columns. */
    public static PlotRequest of(PlotKind kind) {
        return new PlotRequest(kind, "", "", "", Sides.NONE, Selection.ALL, Look.USUAL);
    }

    public PlotRequest withX(String value) {
        return new PlotRequest(kind, value, y, group, sides, selection, look);
    }

    public PlotRequest withY(String value) {
        return new PlotRequest(kind, x, value, group, sides, selection, look);
    }

    public PlotRequest withGroup(String value) {
        return new PlotRequest(kind, x, y, value, sides, selection, look);
    }

    public PlotRequest withSides(String a, String b) {
        return new PlotRequest(kind, x, y, group, new Sides(a, b), selection, look);
    }

    public PlotRequest withSelection(Selection value) {
        return new PlotRequest(kind, x, y, group, sides, value, look);
    }

    public PlotRequest withLook(Look value) {
        return new PlotRequest(kind, x, y, group, sides, selection, value);
    }

    /**
     * Two values of the grouping column.
     *
     * @param a of the abscissa
     * @param b of the ordinate
     */
    public record Sides(String a, String b) {
        /** None chosen. */
        public static final Sides NONE = new Sides("", "");

        public Sides {
            Objects.requireNonNull(a, "a");
            Objects.requireNonNull(b, "b");
        }
    }

    /**
     * Which rows are shown: those that fit every condition.
     *
     * @param where conditions on columns
     * @param law the id of the fitted law; empty for any
     * @param layer a glob on the name of the tensor or its layer; empty for any
     * @param filter what {@link org.eigenscope.study.query.RowFilter} reads; blank for every row
     * @param step of each matrix the row at this step of training, or the last one before it; empty for all steps
     * @param settings globs on how eigenvalues are taken and what is fitted, empty for any; of the settings that fit, those of the last
     *     row count
     */
    public record Selection(
            List<Condition> where, String law, String layer, String filter, OptionalDouble step, Settings settings) {
        /** Every row. */
        public static final Selection ALL =
                new Selection(List.of(), "", "", "", OptionalDouble.empty(), new Settings("", ""));

        public Selection {
            where = List.copyOf(where);
            Objects.requireNonNull(law, "law");
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(filter, "filter");
            Objects.requireNonNull(settings, "settings");
            if (step.isPresent() && !Double.isFinite(step.getAsDouble())) {
                throw new IllegalArgumentException("step = " + step.getAsDouble() + " is not finite");
            }
        }

        public Selection withWhere(List<Condition> value) {
            return new Selection(value, law, layer, filter, step, settings);
        }

        public Selection withLaw(String value) {
            return new Selection(where, value, layer, filter, step, settings);
        }

        public Selection withLayer(String value) {
            return new Selection(where, law, value, filter, step, settings);
        }

        public Selection withFilter(String value) {
            return new Selection(where, law, layer, value, step, settings);
        }

        public Selection withStep(OptionalDouble value) {
            return new Selection(where, law, layer, filter, value, settings);
        }

        public Selection withSettings(Settings value) {
            return new Selection(where, law, layer, filter, step, value);
        }
    }

    /**
     * A condition on a row.
     *
     * @param column the name of a column or attribute
     * @param glob what its text has to fit
     */
    public record Condition(String column, String glob) {
        public Condition {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(glob, "glob");
        }

        /** Of {@code COLUMN=GLOB}; empty if it is written otherwise. */
        public static Optional<Condition> parse(String text) {
            int equals = text.indexOf('=');
            return equals < 1
                    ? Optional.empty()
                    : Optional.of(new Condition(text.substring(0, equals), text.substring(equals + 1)));
        }

        /** Whether a text fits; a number fits however it is written. */
        public boolean fits(String text) {
            return Globs.fits(glob, text) || AttributeNumber.orNaN(text) == AttributeNumber.orNaN(glob);
        }

        /** That a column's text is one and no other. */
        public static Condition exactly(String column, String text) {
            return new Condition(column, Globs.literal(text));
        }
    }

    /**
     * Words and axes.
     *
     * @param title above the axes, may be empty
     * @param x the abscissa
     * @param y the ordinate
     * @param legend where the legend stands
     */
    public record Look(String title, Axis x, Axis y, LegendPosition legend) {
        /** As the data suggest. */
        public static final Look USUAL = new Look("", Axis.USUAL, Axis.USUAL, LegendPosition.AUTO);

        public Look {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(x, "x");
            Objects.requireNonNull(y, "y");
            Objects.requireNonNull(legend, "legend");
        }
    }

    /**
     * An axis; what is not chosen follows from the data.
     *
     * @param label its title
     * @param scale logarithmic or linear
     * @param range what it shows
     */
    public record Axis(Optional<String> label, Optional<AxisScale> scale, Optional<AxisRange> range) {
        /** As the data suggest. */
        public static final Axis USUAL = new Axis(Optional.empty(), Optional.empty(), Optional.empty());

        public Axis {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(scale, "scale");
            Objects.requireNonNull(range, "range");
        }
    }
}
