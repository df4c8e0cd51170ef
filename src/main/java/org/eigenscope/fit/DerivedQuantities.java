package org.eigenscope.fit;

import static org.eigenscope.law.family.Parameter.EXPONENT;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.SHAPE;

import java.util.OptionalDouble;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;

/**
 * Quantities that follow from a law's parameters; empty where the family does not have the quantity.
 *
 * @param c κ/(2γ), the Gamma shape of the κ → 0 limit; the shape a for the Gamma law
 * @param delta (κ/2)(1/γ − 1) ≥ 0, which sets the power laws
 * @param alpha 1 + (κ/2)(1 + 1/γ), the exponent of the determinant in the master model; a + 1 for the inverse-Gamma law
 * @param beta the rate of the ensemble: c/s for direct laws (per unit of λ), c·s for inverse ones (in units of λ)
 * @param tailExponent the exponent e of ρ ~ λ^e as λ → ∞: −1 − δ for inverse HTMP, −1 − a for inverse Gamma, −α for the
 *     power law
 * @param floorExponent the exponent e of ρ ~ (λ − τ)^e at the floor: δ − 1 for HTMP (times 1/log² if δ = 0), a − 1 for
 *     Gamma
 * @param logMedian μ = ln s of the lognormal law
 */
public record DerivedQuantities(
        OptionalDouble c,
        OptionalDouble delta,
        OptionalDouble alpha,
        OptionalDouble beta,
        OptionalDouble tailExponent,
        OptionalDouble floorExponent,
        OptionalDouble logMedian) {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final DerivedQuantities NOTHING = new DerivedQuantities(NONE, NONE, NONE, NONE, NONE, NONE, NONE);

    /**
     * The derived quantities of a law.
     *
     * @throws IllegalArgumentException if a parameter of the family is missing
     */
    public static DerivedQuantities of(LawFamily family, ParameterSet p) {
        return switch (family) {
            case HTMP, INVERSE_HTMP -> ofHtmp(family.orientation().orElseThrow(), p);
            case GAMMA_LAW ->
                new DerivedQuantities(
                        some(p.get(SHAPE)), NONE, NONE, some(p.get(RATE)), NONE, some(p.get(SHAPE) - 1), NONE);
            case INVERSE_GAMMA ->
                new DerivedQuantities(
                        NONE, NONE, some(p.get(SHAPE) + 1), some(p.get(RATE)), some(-1 - p.get(SHAPE)), NONE, NONE);
            case LOGNORMAL -> new DerivedQuantities(NONE, NONE, NONE, NONE, NONE, NONE, some(Math.log(p.get(SCALE))));
            case POWER -> new DerivedQuantities(NONE, NONE, NONE, NONE, some(-p.get(EXPONENT)), NONE, NONE);
            default -> NOTHING;
        };
    }

    private static DerivedQuantities ofHtmp(Orientation orientation, ParameterSet p) {
        double c = p.get(KAPPA) / (2 * p.get(GAMMA));
        double delta = p.get(KAPPA) / 2 * (1 / p.get(GAMMA) - 1);
        double alpha = EnsembleCoordinates.alpha(p.get(KAPPA), p.get(GAMMA));
        double beta = orientation.rate(c, p.get(SCALE));
        boolean inverse = orientation == Orientation.INVERSE;
        return new DerivedQuantities(
                some(c),
                some(delta),
                some(alpha),
                some(beta),
                inverse ? some(-1 - delta) : NONE,
                inverse ? NONE : some(delta - 1),
                NONE);
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }
}
