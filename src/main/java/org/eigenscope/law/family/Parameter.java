package org.eigenscope.law.family;

/** The parameters that laws are written in. Ids are those of the command line and of the fit's JSON. */
public enum Parameter {
    /** κ > 0, eigenvalue repulsion: κ/N is the Dyson index of the N-point ensemble. */
    KAPPA("kappa", "κ"),
    /** γ ∈ (0, 1], the aspect ratio. */
    GAMMA("gamma", "γ"),
    /** s > 0, the scale of the eigenvalues, in their units. */
    SCALE("scale", "s"),
    /** τ ≥ 0, the floor that every eigenvalue lies above, in their units. */
    TAU("tau", "τ"),
    /** Shape a > 0 of the Gamma and inverse-Gamma laws. */
    SHAPE("shape", "a"),
    /**
     * Rate b > 0 of the Gamma law and of the power law's cut-off (per unit of λ), scale b of the inverse-Gamma law (in units of
     * λ).
     */
    RATE("rate", "b"),
    /** σ > 0 of the lognormal law, without a unit. */
    SIGMA("sigma", "σ"),
    /** α of the power laws, in [−100, 1000]; above 1 without a cut-off. */
    EXPONENT("exponent", "α"),
    /** x_min > 0 where the power laws begin, in the units of the eigenvalues. */
    XMIN("xmin", "x_min"),
    /** m of the semicircle, any number in the units of the eigenvalues. */
    CENTER("center", "m"),
    /** R > 0 of the semicircle, in the units of the eigenvalues. */
    RADIUS("radius", "R");

    private static final double LEAST_EXPONENT = -100;
    private static final double GREATEST_EXPONENT = 1000;

    private final String id;
    private final String symbol;

    Parameter(String id, String symbol) {
        this.id = id;
        this.symbol = symbol;
    }

    public String id() {
        return id;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether {@code value} lies in the parameter's domain; NaN and infinities never do. */
    public boolean accepts(double value) {
        if (!Double.isFinite(value)) {
            return false;
        }
        return switch (this) {
            case TAU -> value >= 0;
            case GAMMA -> value > 0 && value <= 1;
            case EXPONENT -> value >= LEAST_EXPONENT && value <= GREATEST_EXPONENT;
            case CENTER -> true;
            default -> value > 0;
        };
    }
}
