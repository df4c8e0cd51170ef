package org.eigenscope.ui.fit.law;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.compose.KeptWindow;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Overlays;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.session.LawPlan;

/**
 * The law on screen and its sample. Pictures of the likelihood are computed from this alone.
 *
 * @param eigenvalues positive, ascending; shared, not to be written
 * @param trims how many of them are left out of the fit
 * @param orientation direct or inverse
 * @param values the four parameters
 * @param locked those the fit must not move
 * @param byHand those the user moved since the last fit of everything
 */
public record FitScene(
        Eigenvalues eigenvalues,
        Trims trims,
        Orientation orientation,
        ParameterSet values,
        Set<Parameter> locked,
        Set<Parameter> byHand) {
    public FitScene {
        Objects.requireNonNull(eigenvalues, "eigenvalues");
        Objects.requireNonNull(trims, "trims");
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(values, "values");
        locked = Set.copyOf(locked);
        byHand = Set.copyOf(byHand);
    }

    /** Whether the fit must not move a parameter. */
    public boolean isKept(Parameter parameter) {
        return locked.contains(parameter) || byHand.contains(parameter);
    }

    /** The values of the parameters that the fit must not move, without one of them. */
    public ParameterSet keptBut(Parameter spared) {
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
    public Eigenvalues used() {
        return eigenvalues.trimmed(trims.bottom(), trims.top());
    }

    /** The request to fit the scene's law, with nothing held. */
    public FitRequest request() {
        return FitRequest.of(eigenvalues.toArray(), orientation.htmp()).withTrims(trims.bottom(), trims.top());
    }

    /**
     * The laws to draw, HTMP first.
     *
     * @param others drawn in addition to HTMP and its limits
     * @param ofAnySign the sample of those of any sign
     */
    List<LawCurve> laws(List<LawPlan> others, Eigenvalues ofAnySign) {
        KeptWindow window = eigenvalues.window(trims);
        List<LawCurve> laws = new ArrayList<>();
        for (Overlays.Overlay overlay : Overlays.of(orientation, values).all()) {
            LawCurve law = LawCurve.over(window, overlay.family(), overlay.law());
            laws.add(laws.isEmpty() ? law : law.asLimit());
        }
        others.forEach(
                other -> laws.add(curve(other, other.family().isOfAnySign() ? ofAnySign.window(trims) : window)));
        return laws;
    }

    private static LawCurve curve(LawPlan law, KeptWindow window) {
        return LawCurve.over(window, law.family(), law.law());
    }

    /** The laws of any sign to draw where there is no HTMP law. */
    static List<LawCurve> alone(List<LawPlan> laws, Eigenvalues ofAnySign, Trims trims) {
        return laws.stream()
                .filter(law -> law.family().isOfAnySign())
                .map(law -> curve(law, ofAnySign.window(trims)))
                .toList();
    }

    /** Whether sample, trims and orientation are the same as in another scene. */
    public boolean sameQuestion(FitScene other) {
        return eigenvalues == other.eigenvalues && trims.equals(other.trims) && orientation == other.orientation;
    }
}
