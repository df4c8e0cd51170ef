package org.eigenscope.figure;

import java.util.Objects;

/** A mark that helps to read the figure: it is not data and not a law. */
public sealed interface Guide permits Guide.Vertical, Guide.Slope {
    /** The kinds of vertical guides. */
    enum Kind {
        /** The floor τ of the law. */
        TAU,
        /** The lower trim: eigenvalues below it are left out of the fit. */
        TRIM_LOWER,
        /** The upper trim: eigenvalues above it are left out of the fit. */
        TRIM_UPPER,
        /** A line at any other abscissa, such as the edge of a bulk. */
        MARK,
        /** A marker that the user places and can drag. */
        MARKER
    }

    /** The text beside the guide. */
    String label();

    /**
     * A vertical line.
     *
     * @param kind what it marks
     * @param position the abscissa, finite
     * @param label what is written beside it
     */
    record Vertical(Kind kind, double position, String label) implements Guide {
        public Vertical {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(label, "label");
            if (!Double.isFinite(position)) {
                throw new IllegalArgumentException("guide position " + position + " is not finite");
            }
        }

        /** Whether it is a short line at the abscissa: a mark without a label, of which there may be many. */
        public boolean isRug() {
            return kind == Kind.MARK && label.isEmpty();
        }
    }

    /**
     * A power law y = y₀·(x/x₀)^e between two abscissae: a straight line on log-log axes.
     *
     * @param exponent e
     * @param from x₀ > 0
     * @param to the other end, &gt; x₀
     * @param density y₀ > 0, the height at {@code from}
     * @param label what is written beside it
     */
    record Slope(double exponent, double from, double to, double density, String label) implements Guide {
        public Slope {
            Objects.requireNonNull(label, "label");
            boolean valid = from > 0 && to > from && density > 0 && Double.isFinite(to) && Double.isFinite(density);
            if (!valid || !Double.isFinite(exponent)) {
                throw new IllegalArgumentException("slope guide of exponent " + exponent + " from (" + from + ", "
                        + density + ") to " + to + " is not a finite positive power law");
            }
        }

        /** The height at x. */
        public double densityAt(double x) {
            return density * Math.pow(x / from, exponent);
        }
    }
}
