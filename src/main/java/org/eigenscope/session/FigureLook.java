package org.eigenscope.session;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.law.family.Parameter;

/**
 * How a figure is drawn.
 *
 * @param view what the ordinate measures
 * @param estimate instead of spectra, the estimates of this parameter with their intervals
 * @param x the abscissa
 * @param y the ordinate
 * @param legend where the legend stands
 * @param extras what is drawn in addition
 * @param names colours and legend texts that differ from the usual, and what is hidden, by the curve's id
 * @param columns how many panels stand side by side
 */
public record FigureLook(
        Ordinate view,
        Optional<Parameter> estimate,
        Axis x,
        Axis y,
        LegendPosition legend,
        Extras extras,
        Names names,
        int columns) {
    public static final FigureLook DEFAULT = new FigureLook(
            Ordinate.DENSITY,
            Optional.empty(),
            Axis.LOG,
            Axis.LOG,
            LegendPosition.AUTO,
            new Extras(false, StripView.NONE, Optional.empty(), 0),
            new Names(Map.of(), Map.of(), Set.of()),
            1);

    /**
     * An axis.
     *
     * @param scale logarithmic, linear, or symmetric logarithmic
     * @param label instead of the usual title
     * @param range instead of what the data ask for; refused if {@link AxisRange#objection it cannot be shown}
     */
    public record Axis(AxisScale scale, Optional<String> label, Optional<AxisRange> range) {
        public static final Axis LOG = new Axis(AxisScale.LOG, Optional.empty(), Optional.empty());

        public Axis {
            Objects.requireNonNull(scale, "scale");
            Objects.requireNonNull(label, "label");
            range.flatMap(shown -> shown.objection(scale)).ifPresent(words -> {
                throw new IllegalArgumentException(words);
            });
        }

        /** The same on another scale; a range that cannot be shown there is given up. */
        public Axis withScale(AxisScale value) {
            return new Axis(value, label, range.filter(r -> r.objection(value).isEmpty()));
        }

        public Axis withLabel(Optional<String> value) {
            return new Axis(scale, value, range);
        }

        public Axis withRange(Optional<AxisRange> value) {
            return new Axis(scale, label, value);
        }
    }

    /**
     * What is drawn in addition to spectra and laws.
     *
     * @param box the parameters in a box
     * @param strip what stands below
     * @param inset the same spectrum in another view in a corner
     * @param bins how many bins the histogram has; 0 to let the data choose
     * @param lines how the box stands and lines are drawn
     */
    public record Extras(boolean box, StripView strip, Optional<InsetView> inset, int bins, Lines lines) {
        public static final int MOST_BINS = 10_000;

        /** The usual lines. */
        public Extras(boolean box, StripView strip, Optional<InsetView> inset, int bins) {
            this(box, strip, inset, bins, Lines.USUAL);
        }

        public Extras {
            Objects.requireNonNull(strip, "strip");
            Objects.requireNonNull(inset, "inset");
            Objects.requireNonNull(lines, "lines");
            if (bins < 0 || bins > MOST_BINS) {
                throw new IllegalArgumentException("bins = " + bins + " is outside [0, " + MOST_BINS + "]");
            }
        }

        public Extras withStrip(StripView value) {
            return new Extras(box, value, inset, bins, lines);
        }

        public Extras withBins(int value) {
            return new Extras(box, strip, inset, value, lines);
        }

        public Extras withLines(Lines value) {
            return new Extras(box, strip, inset, bins, value);
        }
    }

    /**
     * Where the parameters stand, and how wide curves are.
     *
     * @param box a corner, {@link LegendPosition#OUTSIDE} for below the axes, or {@link LegendPosition#AUTO} for the corner in which
     *     they hide no curve, and below the axes if there is none
     * @param width of curves and outlines, as a multiple of the usual
     */
    public record Lines(LegendPosition box, double width) {
        /** In free space, and as wide as usual. */
        public static final Lines USUAL = new Lines(LegendPosition.AUTO, 1);

        public static final double LEAST_WIDTH = 0.1;
        public static final double MOST_WIDTH = 10;

        public Lines {
            if (box == LegendPosition.NONE) {
                throw new IllegalArgumentException("place " + box + " of the parameters is none");
            }
            if (!(width >= LEAST_WIDTH && width <= MOST_WIDTH)) {
                throw new IllegalArgumentException("line width " + NumberText.typed(width) + " is outside "
                        + NumberText.typed(LEAST_WIDTH) + " to " + NumberText.typed(MOST_WIDTH));
            }
        }
    }

    /** What an inset shows. */
    public enum InsetView {
        LINEAR("linear"),
        CCDF("ccdf");

        private final String id;

        InsetView(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /**
     * Colours and texts by the id of a curve, and which are not drawn.
     *
     * @param colors as {@code #RRGGBB}
     * @param labels for the legend
     * @param hidden the ids of curves that are left out, of the legend too
     */
    public record Names(Map<String, String> colors, Map<String, String> labels, Set<String> hidden) {
        public Names {
            colors = Map.copyOf(colors);
            labels = Map.copyOf(labels);
            hidden = Set.copyOf(hidden);
            for (String color : colors.values()) {
                if (!color.matches("#[0-9A-Fa-f]{6}")) {
                    throw new IllegalArgumentException("colour " + color + " is not of the form #RRGGBB");
                }
            }
        }

        /** With a colour of its own for a curve. */
        public Names withColor(String id, String color) {
            Map<String, String> changed = new HashMap<>(colors);
            changed.put(id, color);
            return new Names(changed, labels, hidden);
        }

        /** With a text of its own for a curve; an empty one means the usual. */
        public Names withLabel(String id, String label) {
            Map<String, String> changed = new HashMap<>(labels);
            if (label.isEmpty()) {
                changed.remove(id);
            } else {
                changed.put(id, label);
            }
            return new Names(colors, changed, hidden);
        }

        public Names withHidden(Set<String> value) {
            return new Names(colors, labels, value);
        }
    }

    public FigureLook {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(estimate, "estimate");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(legend, "legend");
        Objects.requireNonNull(extras, "extras");
        Objects.requireNonNull(names, "names");
        if (y.scale() instanceof SymmetricLogScale) {
            throw new IllegalArgumentException("the ordinate cannot be symmetric logarithmic: no height is negative");
        }
        if (columns < 1) {
            throw new IllegalArgumentException("columns = " + columns + " is not positive");
        }
    }

    /** The name of a view on the command line and in files. */
    public static String id(Ordinate view) {
        return view.shortName().toLowerCase(Locale.ROOT);
    }

    public FigureLook withAxes(Axis newX, Axis newY) {
        return new FigureLook(view, estimate, newX, newY, legend, extras, names, columns);
    }

    public FigureLook withView(Ordinate value) {
        return new FigureLook(value, estimate, x, y, legend, extras, names, columns);
    }

    public FigureLook withEstimate(Optional<Parameter> value) {
        return new FigureLook(view, value, x, y, legend, extras, names, columns);
    }

    public FigureLook withLegend(LegendPosition value) {
        return new FigureLook(view, estimate, x, y, value, extras, names, columns);
    }

    public FigureLook withExtras(Extras value) {
        return new FigureLook(view, estimate, x, y, legend, value, names, columns);
    }

    public FigureLook withNames(Names value) {
        return new FigureLook(view, estimate, x, y, legend, extras, value, columns);
    }

    public FigureLook withColumns(int value) {
        return new FigureLook(view, estimate, x, y, legend, extras, names, value);
    }
}
