package org.eigenscope.law.family;

import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.law.Domain;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.MarchenkoPasturLaw;
import org.eigenscope.law.TruncatedPowerLaw;

/**
 * The parameters that laws are written in. Ids are those of the command line and of the fit's JSON.
 *
 * <p>Each has its {@link #domain}, the values that some law accepts; a family may accept fewer ({@link
 * LawFamily#domain}). Lengths, which carry the unit of λ, reach as far as axes do, so that s·x and 1/s stay finite.
 */
public enum Parameter {
    /** κ > 0, eigenvalue repulsion: κ/N is the Dyson index of the N-point ensemble. */
    KAPPA("kappa", "κ", "eigenvalue repulsion", 0, HtmpLaw.KAPPAS),
    /** γ ∈ (0, 1], the aspect ratio. */
    GAMMA("gamma", "γ", "aspect ratio", 0, MarchenkoPasturLaw.GAMMAS),
    /** s > 0, the scale of the eigenvalues, in their units. */
    SCALE("scale", "s", "scale", 1, Lengths.POSITIVE),
    /** τ ≥ 0, the floor that every eigenvalue lies above, in their units. */
    TAU("tau", "τ", "floor", 1, Lengths.NOT_NEGATIVE),
    /** Shape a > 0 of the Gamma and inverse-Gamma laws: c or α − 1 where they are limits of HTMP, from 5e-5 to 5.0005e8. */
    SHAPE("shape", "a", "shape of the Gamma laws", 0, Domain.closed(1e-6, 1e10)),
    /**
     * Rate b > 0 of the Gamma law and of the power law's cut-off (per unit of λ), scale b of the inverse-Gamma law (in units of
     * λ).
     */
    RATE(
            "rate",
            "b",
            "rate of the Gamma law and of the truncated power law's cut-off, scale of the inverse-Gamma law",
            -1,
            Domain.closed(1e-307, 1e307)),
    /** σ > 0 of the lognormal law, without a unit. */
    SIGMA("sigma", "σ", "standard deviation of ln x", 0, Domain.closed(1e-10, 1000)),
    /** α of the power laws; above 1 without a cut-off. */
    EXPONENT("exponent", "α", "exponent of the density's x^(−α)", 0, TruncatedPowerLaw.EXPONENTS),
    /** x_min > 0 where the power laws begin, in the units of the eigenvalues. */
    XMIN("xmin", "x_min", "where the power laws start", 1, Lengths.POSITIVE),
    /** m of the semicircle, any number in the units of the eigenvalues. */
    CENTER("center", "m", "middle of the semicircle", 1, Lengths.OF_ANY_SIGN),
    /** R > 0 of the semicircle, in the units of the eigenvalues. */
    RADIUS("radius", "R", "half the width of the semicircle", 1, Lengths.POSITIVE);

    /** The domains of what carries the unit of λ. */
    private static final class Lengths {
        private static final double LARGEST = 1e300;
        private static final Domain POSITIVE = Domain.closed(1e-300, LARGEST);
        private static final Domain NOT_NEGATIVE = Domain.closed(0, LARGEST);
        private static final Domain OF_ANY_SIGN = Domain.closed(-LARGEST, LARGEST);
    }

    private final String id;
    private final String symbol;
    private final String meaning;
    private final int unitPower;
    private final Domain domain;

    Parameter(String id, String symbol, String meaning, int unitPower, Domain domain) {
        this.id = id;
        this.symbol = symbol;
        this.meaning = meaning;
        this.unitPower = unitPower;
        this.domain = domain;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The symbol for people, such as κ. */
    public String symbol() {
        return symbol;
    }

    /** The meaning of the parameter in a few words, for people. */
    public String meaning() {
        return meaning;
    }

    /** The power of the unit of λ that its unit is, unless a family says otherwise. */
    int unitPower() {
        return unitPower;
    }

    /** The values that some law takes. */
    public Domain domain() {
        return domain;
    }

    /** Whether {@code value} lies in the parameter's domain; NaN and infinities never do. */
    public boolean accepts(double value) {
        return domain.contains(value);
    }

    /** The parameter with the given id. */
    public static Optional<Parameter> byId(String id) {
        return Stream.of(values()).filter(p -> p.id.equals(id)).findFirst();
    }
}
