package org.eigenscope.fit;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.SHAPE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.List;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;

/**
 * The limit laws that go with an HTMP law, not fitted but derived from its parameters.
 *
 * @param htmp the law itself
 * @param infiniteKappa its κ → ∞ limit at the same γ, s and τ: MP or inverse MP
 * @param zeroKappa its κ → 0 limit: for inverse laws inverse Gamma with shape α − 1 and scale β (same α and β), for direct laws
 *     Gamma with shape c and rate β = c/s (same c, mean s), both shifted by τ
 */
public record Overlays(Overlay htmp, Overlay infiniteKappa, Overlay zeroKappa) {
    /**
     * A law with its parameters.
     *
     * @param family the family
     * @param parameters every parameter of it
     */
    public record Overlay(LawFamily family, ParameterSet parameters) {
        /** The law, ready to evaluate. */
        public SpectralLaw law() {
            return family.law(parameters);
        }
    }

    /** The laws in drawing order: HTMP, MP, Gamma. */
    public List<Overlay> all() {
        return List.of(htmp, infiniteKappa, zeroKappa);
    }

    /**
     * The overlays of an HTMP law.
     *
     * @param parameters κ, γ, s and τ
     * @throws IllegalArgumentException if one of them is missing
     */
    public static Overlays of(Orientation orientation, ParameterSet parameters) {
        EnsembleCoordinates ensemble = EnsembleCoordinates.of(orientation, parameters);
        double c = ensemble.kappa() / (2 * parameters.get(GAMMA));
        ParameterSet mp = ParameterSet.EMPTY
                .with(GAMMA, parameters.get(GAMMA))
                .with(SCALE, parameters.get(SCALE))
                .with(TAU, parameters.get(TAU));
        ParameterSet gamma = ParameterSet.EMPTY
                .with(SHAPE, orientation == Orientation.INVERSE ? ensemble.alpha() - 1 : c)
                .with(RATE, ensemble.beta())
                .with(TAU, ensemble.tau());
        return new Overlays(
                new Overlay(orientation.htmp(), parameters),
                new Overlay(orientation.infiniteKappa(), mp),
                new Overlay(orientation.zeroKappa(), gamma));
    }
}
