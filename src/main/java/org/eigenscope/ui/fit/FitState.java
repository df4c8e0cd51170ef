package org.eigenscope.ui.fit;

import java.util.Objects;
import java.util.Set;
import org.eigenscope.fit.Orientation;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;

/**
 * What undo brings back.
 *
 * @param orientation which way round the law stands
 * @param values the four parameters; empty before the first fit
 * @param locked those the fit must not move
 * @param byHand those the user moved since the last fit of everything
 */
record FitState(Orientation orientation, ParameterSet values, Set<Parameter> locked, Set<Parameter> byHand) {
    FitState {
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(values, "values");
        locked = Set.copyOf(locked);
        byHand = Set.copyOf(byHand);
    }
}
