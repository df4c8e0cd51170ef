package org.eigenscope.figure.axis;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.figure.compose.FigureRanges;

/**
 * One axis of a figure.
 *
 * @param label its title, such as "eigenvalue λ"
 * @param scale logarithmic, linear or symmetric logarithmic
 * @param range what to show; empty to choose it from the data, see {@link FigureRanges}
 */
public record AxisSpec(String label, AxisScale scale, Optional<AxisRange> range) {
    public AxisSpec {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(scale, "scale");
        if (range.isPresent() && !range.get().fits(scale)) {
            throw new IllegalArgumentException("range " + range.get() + " has no place on a logarithmic axis");
        }
    }

    /** A logarithmic axis that chooses its range from the data. */
    public static AxisSpec log(String label) {
        return new AxisSpec(label, AxisScale.LOG, Optional.empty());
    }

    /** A linear axis that chooses its range from the data. */
    public static AxisSpec linear(String label) {
        return new AxisSpec(label, AxisScale.LINEAR, Optional.empty());
    }

    /** The same axis with another title. */
    public AxisSpec withLabel(String value) {
        return new AxisSpec(value, scale, range);
    }

    /** The same axis with a given range. */
    public AxisSpec withRange(AxisRange value) {
        return new AxisSpec(label, scale, Optional.of(value));
    }

    /** The same axis with a range that is chosen from the data. */
    public AxisSpec withAutoRange() {
        return new AxisSpec(label, scale, Optional.empty());
    }

    /** The same axis on another scale; a range that has no place there is given up. */
    public AxisSpec withScale(AxisScale value) {
        return new AxisSpec(label, value, range.filter(r -> r.fits(value)));
    }
}
