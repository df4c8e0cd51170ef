package org.eigenscope.law.family;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether λ = τ + s·X or λ = τ + s/X, with X from the ensemble. */
public enum Orientation {
    /** Gram matrices of weights: exponential upper tail, power law at the floor. */
    DIRECT("direct"),
    /** Feature matrices: power-law upper tail, hard fall at the floor. */
    INVERSE("inverse");

    private final String id;

    Orientation(String id) {
        this.id = id;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The other way round. */
    public Orientation other() {
        return this == DIRECT ? INVERSE : DIRECT;
    }

    /** HTMP or inverse HTMP. */
    public LawFamily htmp() {
        return family(LawRole.HTMP);
    }

    /** The family of the κ → ∞ limit: MP or inverse MP. */
    public LawFamily infiniteKappa() {
        return family(LawRole.INFINITE_KAPPA);
    }

    /** The family of the κ → 0 limit: Gamma or inverse Gamma. */
    public LawFamily zeroKappa() {
        return family(LawRole.ZERO_KAPPA);
    }

    /** The three laws drawn together: HTMP, its κ → ∞ limit, its κ → 0 limit. */
    public List<LawFamily> families() {
        return List.of(htmp(), infiniteKappa(), zeroKappa());
    }

    /**
     * β, the rate of the ensemble: c/s for direct laws (per unit of λ), c·s for inverse ones (in units of λ). A value
     * outside the domain of b, which an s at the end of its own domain can give, is moved to the nearest end.
     *
     * @param c κ/(2γ)
     * @param scale s
     */
    public double rate(double c, double scale) {
        return Parameter.RATE.domain().clamp(this == INVERSE ? c * scale : c / scale);
    }

    /**
     * s from β: c/β for direct laws, β/c for inverse ones.
     *
     * @param c κ/(2γ)
     * @param rate β
     */
    public double scale(double c, double rate) {
        return this == INVERSE ? rate / c : c / rate;
    }

    /** The power of the unit of λ that β's unit is: −1 for direct laws, 1 for inverse ones. */
    public int ratePower() {
        return this == INVERSE ? 1 : -1;
    }

    private LawFamily family(LawRole role) {
        return Stream.of(LawFamily.values())
                .filter(family -> family.role() == role && family.orientation().equals(Optional.of(this)))
                .findFirst()
                .orElseThrow();
    }
}
