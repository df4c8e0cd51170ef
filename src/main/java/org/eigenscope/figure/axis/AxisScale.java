package org.eigenscope.figure.axis;

import java.util.List;
import java.util.Optional;

/**
 * How values are laid out along an axis: position is an affine function of {@link #forward}.
 *
 * <p>It has no default methods: with them a scale could be initialised before these constants, which would then be null.
 */
public sealed interface AxisScale permits PlainScale, SymmetricLogScale {
    /** Position is proportional to the value. */
    AxisScale LINEAR = PlainScale.LINEAR;
    /** Position is proportional to log₁₀ of the value; only positive values have a place. */
    AxisScale LOG = PlainScale.LOG;
    /** Logarithmic to both sides of zero and linear about it, with a threshold that the data choose. */
    AxisScale SYMMETRIC_LOG = SymmetricLogScale.AUTOMATIC;

    /** One of each kind; the symmetric logarithmic one has the threshold 1 until the data choose it. */
    static List<AxisScale> kinds() {
        return List.of(LINEAR, LOG, SYMMETRIC_LOG);
    }

    /** The kind with an id. */
    static Optional<AxisScale> byId(String id) {
        return kinds().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The kind's name on the command line and in files. */
    String id();

    /** The coordinate along the axis; NaN or −∞ where the value has no place. */
    double forward(double value);

    /** The value at a coordinate; the inverse of {@link #forward}. */
    double backward(double position);

    /** Whether the value has a finite place on the axis. */
    boolean canShow(double value);

    /** Whether 0 has a place, and with it negative values. */
    boolean showsNegatives();
}
