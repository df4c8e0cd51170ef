package org.eigenscope.ui.fit.law;

import java.util.Objects;
import java.util.Set;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.fit.parameter.FitState;

/**
 * The law on screen as it is remembered between runs.
 *
 * @param orientation direct or inverse
 * @param values κ, γ, s and τ
 * @param locked those the fit must not move
 * @param byHand those set by hand
 * @param trims how many eigenvalues are left out of the fit
 */
public record FitMemory(
        Orientation orientation, ParameterSet values, Set<Parameter> locked, Set<Parameter> byHand, Trims trims) {
    public FitMemory {
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(values, "values");
        locked = Set.copyOf(locked);
        byHand = Set.copyOf(byHand);
        Objects.requireNonNull(trims, "trims");
    }

    static FitMemory of(FitState state) {
        return new FitMemory(state.orientation(), state.values(), state.locked(), state.byHand(), state.trims());
    }

    /**
     * The state on a sample.
     *
     * @param n how many eigenvalues it has; trims that would leave none of them are dropped
     */
    FitState state(int n) {
        Trims kept = trims.bottom() + trims.top() < n ? trims : new Trims(0, 0);
        return new FitState(orientation, values, locked, byHand, kept);
    }
}
