package org.eigenscope.ui.fit.parameter;

import java.util.Objects;
import java.util.Set;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.fit.Units;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * The state that undo restores.
 *
 * @param orientation direct or inverse
 * @param values the four parameters; empty before the first fit
 * @param locked those the fit must not move
 * @param byHand those the user moved since the last fit of everything
 * @param trims how many eigenvalues are left out at either end
 */
public record FitState(
        Orientation orientation, ParameterSet values, Set<Parameter> locked, Set<Parameter> byHand, Trims trims) {
    public FitState {
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(trims, "trims");
        locked = Set.copyOf(locked);
        byHand = Set.copyOf(byHand);
    }

    /** The same settings for eigenvalues that are all the given factor larger: s and τ carry the units of λ. */
    public FitState rescaled(double factor) {
        ParameterSet scaled = values;
        for (Parameter parameter : values.asMap().keySet()) {
            scaled = scaled.with(parameter, rescaled(parameter, values.get(parameter), factor));
        }
        return new FitState(orientation, scaled, locked, byHand, trims);
    }

    /** A value for eigenvalues that are all the given factor larger, moved to the nearest end of its domain. */
    public static double rescaled(Parameter parameter, double value, double factor) {
        double moved = value * Units.factor(parameter, Orientation.DIRECT.htmp(), factor);
        return Double.isNaN(moved) ? moved : parameter.domain().clamp(moved);
    }
}
