package org.eigenscope.figure.compose;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;

/**
 * The ranges that the user chose to look at; an axis without one shows what suits its data.
 *
 * @param x along the abscissa
 * @param y along the ordinate
 */
public record Zoom(Optional<AxisRange> x, Optional<AxisRange> y) {
    /** No range chosen: both axes show what suits their data. */
    public static final Zoom NONE = new Zoom(Optional.empty(), Optional.empty());

    public Zoom {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
    }

    /** Whether no range was chosen on either axis. */
    public boolean isNone() {
        return x.isEmpty() && y.isEmpty();
    }

    /** The ranges that both axes show, where those without a choice would show {@code home}. */
    public FigureRanges over(FigureRanges home) {
        return new FigureRanges(x.orElse(home.x()), y.orElse(home.y()));
    }

    /** The choice after a move of what is in sight; an axis that did not move keeps following its data. */
    public Zoom moved(FigureRanges from, FigureRanges to) {
        return new Zoom(
                to.x().equals(from.x()) ? x : Optional.of(to.x()), to.y().equals(from.y()) ? y : Optional.of(to.y()));
    }

    /** The choice without ranges that have no place on such axes. */
    public Zoom fitting(AxisScale xScale, AxisScale yScale) {
        return new Zoom(x.filter(range -> range.fits(xScale)), y.filter(range -> range.fits(yScale)));
    }
}
