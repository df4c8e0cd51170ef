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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eigenscope.law.AffineLaw;
import org.eigenscope.law.Domain;
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

/**
 * The families of laws that can be drawn and fitted, with the parameters each is written in. A new family needs no more
 * than an entry here: command line, sessions, figures and fits read it.
 */
public enum LawFamily {
    /** λ = τ + s·X, X ~ HTMP(γ, κ). */
    HTMP(LawDescription.of(
                    "htmp",
                    "HTMP",
                    p -> AffineLaw.of(HtmpLaw.of(p.get(KAPPA), p.get(GAMMA)), p.get(SCALE), p.get(TAU)),
                    KAPPA,
                    GAMMA,
                    SCALE,
                    TAU)
            .in(Orientation.DIRECT, LawRole.HTMP)
            .taking(GAMMA, HtmpLaw.GAMMAS)),
    /** λ = τ + s/X, X ~ HTMP(γ, κ). */
    INVERSE_HTMP(LawDescription.of(
                    "inverse-htmp",
                    "inverse HTMP",
                    p -> ReciprocalLaw.of(HtmpLaw.of(p.get(KAPPA), p.get(GAMMA)), p.get(SCALE), p.get(TAU)),
                    KAPPA,
                    GAMMA,
                    SCALE,
                    TAU)
            .in(Orientation.INVERSE, LawRole.HTMP)
            .taking(GAMMA, HtmpLaw.GAMMAS)),
    /** λ = τ + s·X, X ~ MP(γ). */
    MP(LawDescription.of(
                    "mp",
                    "MP",
                    p -> AffineLaw.of(MarchenkoPasturLaw.of(p.get(GAMMA)), p.get(SCALE), p.get(TAU)),
                    GAMMA,
                    SCALE,
                    TAU)
            .in(Orientation.DIRECT, LawRole.INFINITE_KAPPA)),
    /** λ = τ + s/X, X ~ MP(γ). */
    INVERSE_MP(LawDescription.of(
                    "inverse-mp",
                    "inverse MP",
                    p -> ReciprocalLaw.of(MarchenkoPasturLaw.of(p.get(GAMMA)), p.get(SCALE), p.get(TAU)),
                    GAMMA,
                    SCALE,
                    TAU)
            .in(Orientation.INVERSE, LawRole.INFINITE_KAPPA)),
    /** λ = τ + X, X with density ∝ x^(−a−1) e^(−b/x). */
    INVERSE_GAMMA(LawDescription.of(
                    "inverse-gamma",
                    "inverse Gamma",
                    p -> AffineLaw.of(InverseGammaLaw.of(p.get(SHAPE), p.get(RATE)), 1, p.get(TAU)),
                    SHAPE,
                    RATE,
                    TAU)
            .in(Orientation.INVERSE, LawRole.ZERO_KAPPA)
            .scaledBy(RATE)
            .withUnitPower(RATE, 1)),
    /** λ = τ + X, X with density ∝ x^(a−1) e^(−b·x). */
    GAMMA_LAW(LawDescription.of(
                    "gamma",
                    "Gamma",
                    p -> AffineLaw.of(GammaLaw.of(p.get(SHAPE), p.get(RATE)), 1, p.get(TAU)),
                    SHAPE,
                    RATE,
                    TAU)
            .in(Orientation.DIRECT, LawRole.ZERO_KAPPA)
            .scaledBy(RATE)),
    /** λ = τ + s·e^(σZ), Z standard normal. */
    LOGNORMAL(LawDescription.of(
            "lognormal",
            "lognormal",
            p -> AffineLaw.of(LogNormalLaw.of(0, p.get(SIGMA)), p.get(SCALE), p.get(TAU)),
            SIGMA,
            SCALE,
            TAU)),
    /** Density ∝ λ^(−α) above x_min. */
    POWER(LawDescription.of("power", "power law", p -> PowerLaw.of(p.get(EXPONENT), p.get(XMIN)), EXPONENT, XMIN)
            .beginningAt(XMIN)
            .taking(EXPONENT, PowerLaw.EXPONENTS)),
    /** Density ∝ λ^(−α) e^(−bλ) above x_min. */
    TRUNCATED_POWER(LawDescription.of(
                    "truncated-power",
                    "truncated power law",
                    p -> TruncatedPowerLaw.of(p.get(EXPONENT), p.get(XMIN), p.get(RATE)),
                    EXPONENT,
                    RATE,
                    XMIN)
            .beginningAt(XMIN)),
    /** λ = m + R·X, X ~ Wigner's semicircle on [−1, 1]; of symmetric matrices, eigenvalues of any sign. */
    SEMICIRCLE(LawDescription.of(
                    "semicircle",
                    "semicircle",
                    p -> WignerSemicircleLaw.of(p.get(CENTER), p.get(RADIUS)),
                    CENTER,
                    RADIUS)
            .scaledBy(RADIUS)
            .placedBy(CENTER));

    private final LawDescription description;

    LawFamily(LawDescription description) {
        this.description = description;
    }

    /** The name on the command line and in files. */
    public String id() {
        return description.id;
    }

    /** The name in legends and tables. */
    public String displayName() {
        return description.displayName;
    }

    /** The parameters that the law is written in, in the order in which they are listed; unmodifiable. */
    public List<Parameter> parameters() {
        return description.parameters;
    }

    /** Parameters that {@link #law} takes a usual value for where they are not given, in their order. */
    public List<Parameter> optional() {
        return parameters().stream().filter(description.defaults::containsKey).toList();
    }

    /** The usual value of an optional parameter: 1 for scale and x_min, 0 for τ and m. */
    public Optional<Double> usual(Parameter parameter) {
        return Optional.ofNullable(description.defaults.get(parameter));
    }

    /** The values of a parameter that this law takes. */
    public Domain domain(Parameter parameter) {
        return description.domains.getOrDefault(parameter, parameter.domain());
    }

    /**
     * A sentence about the first value outside the law's domain; empty if there is none.
     *
     * @param values by parameter; those of other laws do not count
     */
    public Optional<String> refusal(ParameterSet values) {
        return parameters().stream()
                .filter(values::has)
                .filter(p -> !domain(p).contains(values.get(p)))
                .findFirst()
                .map(p -> domain(p).refusal(p.id(), values.get(p)));
    }

    /** Whether the law is of λ = τ + s·X or of λ = τ + s/X; empty for laws that are neither HTMP nor a limit of it. */
    public Optional<Orientation> orientation() {
        return description.orientation;
    }

    /** The role of the law beside HTMP: HTMP itself, one of its limits, or another law. */
    public LawRole role() {
        return description.role;
    }

    /** Whether the law is HTMP or inverse HTMP. */
    public boolean isHtmp() {
        return role() == LawRole.HTMP;
    }

    /**
     * Whether the law is of eigenvalues of any sign and is fitted to all of a spectrum; other laws are fitted to the
     * positive eigenvalues.
     */
    public boolean isOfAnySign() {
        return role() == LawRole.OF_ANY_SIGN;
    }

    /** The laws that HTMP is compared with: those without repulsion. */
    public static List<LawFamily> withoutRepulsion() {
        return Arrays.stream(values())
                .filter(family -> family.role() == LawRole.WITHOUT_REPULSION)
                .toList();
    }

    /** The laws that are drawn beside HTMP and its limits when they are asked for: those without repulsion and those of any sign. */
    public static List<LawFamily> besideHtmp() {
        return Arrays.stream(values())
                .filter(family -> family.role() == LawRole.WITHOUT_REPULSION || family.isOfAnySign())
                .toList();
    }

    /** The laws of eigenvalues of any sign. */
    public static List<LawFamily> ofAnySign() {
        return Arrays.stream(values()).filter(LawFamily::isOfAnySign).toList();
    }

    /** The parameter that sets the scale s of Λ = t + s·Z; s is its inverse where its unit is that of 1/λ. */
    public Parameter scaleParameter() {
        return description.scale;
    }

    /** The parameter that is t, if there is one. */
    public Optional<Parameter> shiftParameter() {
        return description.shift;
    }

    /** The power of the unit of λ that a parameter's unit is: 1 for scales and positions, −1 for rates, 0 for shapes. */
    public int unitPower(Parameter parameter) {
        return description.unitPowers.getOrDefault(parameter, parameter.unitPower());
    }

    /** Parameters that are read from a sample directly, so that no search moves them. They still count as estimated. */
    public Set<Parameter> readFromSample() {
        return description.readFromSample;
    }

    /** The parameter that may be set such that the law's mean is the sample's, if one can. */
    public Optional<Parameter> tiedToMean() {
        return description.tiedToMean;
    }

    /** The family with the given id. */
    public static Optional<LawFamily> byId(String id) {
        return Stream.of(values()).filter(family -> family.id().equals(id)).findFirst();
    }

    /**
     * The law with the given parameters; scale and x_min default to 1, τ and m to 0.
     *
     * @throws IllegalArgumentException if a parameter is missing or outside its domain
     */
    public SpectralLaw law(ParameterSet p) {
        ParameterSet all = p;
        for (Map.Entry<Parameter, Double> usual : description.defaults.entrySet()) {
            all = all.has(usual.getKey()) ? all : all.with(usual.getKey(), usual.getValue());
        }
        return description.law.apply(all);
    }
}
