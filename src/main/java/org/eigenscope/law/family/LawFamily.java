package org.eigenscope.law.family;

import static org.eigenscope.law.family.Parameter.CENTER;
import static org.eigenscope.law.family.Parameter.EXPONENT;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.RADIUS;
import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.SHAPE;
import static org.eigenscope.law.family.Parameter.SIGMA;
import static org.eigenscope.law.family.Parameter.TAU;
import static org.eigenscope.law.family.Parameter.XMIN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eigenscope.law.AffineLaw;
import org.eigenscope.law.GammaLaw;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.InverseGammaLaw;
import org.eigenscope.law.LogNormalLaw;
import org.eigenscope.law.MarchenkoPasturLaw;
import org.eigenscope.law.PowerLaw;
import org.eigenscope.law.ReciprocalLaw;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.TruncatedPowerLaw;
import org.eigenscope.law.WignerSemicircleLaw;

/** The families of laws that can be drawn and fitted, with the parameters each is written in. */
public enum LawFamily {
    /** λ = τ + s·X, X ~ HTMP(γ, κ). */
    HTMP("htmp", "HTMP", KAPPA, GAMMA, SCALE, TAU),
    /** λ = τ + s/X, X ~ HTMP(γ, κ). */
    INVERSE_HTMP("inverse-htmp", "inverse HTMP", KAPPA, GAMMA, SCALE, TAU),
    /** λ = τ + s·X, X ~ MP(γ). */
    MP("mp", "MP", GAMMA, SCALE, TAU),
    /** λ = τ + s/X, X ~ MP(γ). */
    INVERSE_MP("inverse-mp", "inverse MP", GAMMA, SCALE, TAU),
    /** λ = τ + X, X with density ∝ x^(−a−1) e^(−b/x). */
    INVERSE_GAMMA("inverse-gamma", "inverse Gamma", SHAPE, RATE, TAU),
    /** λ = τ + X, X with density ∝ x^(a−1) e^(−b·x). */
    GAMMA_LAW("gamma", "Gamma", SHAPE, RATE, TAU),
    /** λ = τ + s·e^(σZ), Z standard normal. */
    LOGNORMAL("lognormal", "lognormal", SIGMA, SCALE, TAU),
    /** Density ∝ λ^(−α) above x_min. */
    POWER("power", "power law", EXPONENT, XMIN),
    /** Density ∝ λ^(−α) e^(−bλ) above x_min. */
    TRUNCATED_POWER("truncated-power", "truncated power law", EXPONENT, RATE, XMIN),
    /** λ = m + R·X, X ~ Wigner's semicircle on [−1, 1]; of symmetric matrices, eigenvalues of any sign. */
    SEMICIRCLE("semicircle", "semicircle", CENTER, RADIUS);

    private final String id;
    private final String displayName;
    private final List<Parameter> parameters;

    LawFamily(String id, String displayName, Parameter... parameters) {
        this.id = id;
        this.displayName = displayName;
        this.parameters = List.of(parameters);
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** Whether the law is one of eigenvalues of any sign, so that it is fitted to all of a spectrum; others to the positive ones. */
    public boolean isOfAnySign() {
        return this == SEMICIRCLE;
    }

    /** Parameters that a sample gives at once, so that no search moves them; they are estimates all the same. */
    public Set<Parameter> readFromSample() {
        return this == POWER || this == TRUNCATED_POWER ? Set.of(XMIN) : Set.of();
    }

    /** The parameter that may be set such that the law's mean is the sample's, if one can. */
    public Optional<Parameter> tiedToMean() {
        return switch (this) {
            case POWER, TRUNCATED_POWER -> Optional.empty();
            case SEMICIRCLE -> Optional.of(CENTER);
            case GAMMA_LAW, INVERSE_GAMMA -> Optional.of(RATE);
            default -> Optional.of(SCALE);
        };
    }

    /** The family with the given id. */
    public static Optional<LawFamily> byId(String id) {
        return Stream.of(values()).filter(family -> family.id.equals(id)).findFirst();
    }

    /**
     * The law with the given parameters; scale and x_min default to 1, τ and m to 0.
     *
     * @throws IllegalArgumentException if a parameter is missing or outside its domain
     */
    public SpectralLaw law(ParameterSet p) {
        double tau = p.getOrDefault(TAU, 0);
        double scale = p.getOrDefault(SCALE, 1);
        return switch (this) {
            case HTMP -> AffineLaw.of(HtmpLaw.of(p.get(KAPPA), p.get(GAMMA)), scale, tau);
            case INVERSE_HTMP -> ReciprocalLaw.of(HtmpLaw.of(p.get(KAPPA), p.get(GAMMA)), scale, tau);
            case MP -> AffineLaw.of(MarchenkoPasturLaw.of(p.get(GAMMA)), scale, tau);
            case INVERSE_MP -> ReciprocalLaw.of(MarchenkoPasturLaw.of(p.get(GAMMA)), scale, tau);
            case INVERSE_GAMMA -> AffineLaw.of(InverseGammaLaw.of(p.get(SHAPE), p.get(RATE)), 1, tau);
            case GAMMA_LAW -> AffineLaw.of(GammaLaw.of(p.get(SHAPE), p.get(RATE)), 1, tau);
            case LOGNORMAL -> AffineLaw.of(LogNormalLaw.of(0, p.get(SIGMA)), scale, tau);
            case POWER -> PowerLaw.of(p.get(EXPONENT), p.getOrDefault(XMIN, 1));
            case TRUNCATED_POWER -> TruncatedPowerLaw.of(p.get(EXPONENT), p.getOrDefault(XMIN, 1), p.get(RATE));
            case SEMICIRCLE -> WignerSemicircleLaw.of(p.getOrDefault(CENTER, 0), p.get(RADIUS));
        };
    }
}
