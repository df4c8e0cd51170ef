package org.eigenscope.ui.fit;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Orientation;
import org.eigenscope.fit.Overlays;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;

/**
 * The law on screen and the sample under it: all that pictures of the likelihood are made from.
 *
 * @param eigenvalues positive, ascending; shared, not to be written
 * @param trims how many of them are left out of the fit
 * @param orientation which way round the law stands
 * @param values the four parameters
 * @param locked those the fit must not move
 * @param byHand those the user moved since the last fit of everything
 */
record FitScene(
        Eigenvalues eigenvalues,
        Trims trims,
        Orientation orientation,
        ParameterSet values,
        Set<Parameter> locked,
        Set<Parameter> byHand) {
    FitScene {
        Objects.requireNonNull(eigenvalues, "eigenvalues");
        Objects.requireNonNull(trims, "trims");
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(values, "values");
        locked = Set.copyOf(locked);
        byHand = Set.copyOf(byHand);
    }

    /** Whether the fit must not move a parameter. */
    boolean isKept(Parameter parameter) {
        return locked.contains(parameter) || byHand.contains(parameter);
    }

    /** The values of what the fit must not move, one parameter left out of account. */
    ParameterSet keptBut(Parameter spared) {
        Set<Parameter> kept = EnumSet.noneOf(Parameter.class);
        kept.addAll(locked);
        kept.addAll(byHand);
        ParameterSet set = ParameterSet.EMPTY;
        for (Parameter parameter : kept) {
            set = parameter == spared ? set : set.with(parameter, values.get(parameter));
        }
        return set;
    }

    /** The eigenvalues that the fit uses. */
    Eigenvalues used() {
        return eigenvalues.trimmed(trims.bottom(), trims.top());
    }

    /** What to fit, with nothing held. */
    FitRequest request() {
        return FitRequest.of(eigenvalues.toArray(), orientation.htmp()).withTrims(trims.bottom(), trims.top());
    }

    /**
     * The laws to draw, HTMP first.
     *
     * @param others drawn besides HTMP and its limits
     */
    List<LawCurve> laws(List<FitResult> others) {
        KeptWindow window = KeptWindow.of(eigenvalues, trims);
        return Stream.concat(
                        Overlays.of(orientation, values).all().stream()
                                .map(overlay -> LawCurve.over(window, overlay.family(), overlay.law())),
                        others.stream().map(fit -> LawCurve.over(window, fit.family(), fit.law())))
                .toList();
    }

    /** Whether sample, trims and orientation are those of another scene. */
    boolean sameQuestion(FitScene other) {
        return eigenvalues == other.eigenvalues && trims.equals(other.trims) && orientation == other.orientation;
    }
}
