package org.eigenscope.fit.model;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * A family of laws as a search sees it: Λ = t + s·Z, with Z from a standard law that only the family's shape parameters
 * move. It holds all that searches, starts, ties and units need to know of a family.
 */
public abstract class StandardFamily {
    private final LawFamily family;

    /** Whether Z is the reciprocal of the Z of the direct law. */
    final boolean isInverse() {
        return family.orientation().equals(Optional.of(Orientation.INVERSE));
    }

    StandardFamily(LawFamily family) {
        this.family = family;
    }

    /** The family as a search sees it. */
    public static StandardFamily of(LawFamily family) {
        return switch (family) {
            case HTMP, INVERSE_HTMP, MP, INVERSE_MP -> new LaguerreFamily(family);
            case GAMMA_LAW, INVERSE_GAMMA -> new GammaFamily(family);
            case LOGNORMAL -> new LognormalFamily();
            case POWER, TRUNCATED_POWER -> new PowerFamily(family);
            case SEMICIRCLE -> new SemicircleFamily();
            default -> new ScaledFamily(family);
        };
    }

    final LawFamily family() {
        return family;
    }

    /** The parameter that s follows from. */
    public final Parameter scaleParameter() {
        return family.scaleParameter();
    }

    /** The parameter that is t, if there is one; 0 otherwise. */
    final Optional<Parameter> shiftParameter() {
        return family.shiftParameter();
    }

    /** s from the scale parameter's value. The same function maps s back to the value. */
    public double scale(double value) {
        return value;
    }

    /** Whether a parameter moves Z, or only s or t. */
    public final boolean isShape(Parameter parameter) {
        return parameter != scaleParameter() && !shiftParameter().equals(Optional.of(parameter));
    }

    /** The law of Z. */
    final SpectralLaw standard(ToDoubleFunction<Parameter> value) {
        return family.law(standardParameters(value));
    }

    /** The family's parameters with s = 1 and t = 0. */
    ParameterSet standardParameters(ToDoubleFunction<Parameter> value) {
        ParameterSet standard = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            double neutral = parameter == scaleParameter() ? 1 : 0;
            standard = standard.with(parameter, isShape(parameter) ? value.applyAsDouble(parameter) : neutral);
        }
        return standard;
    }

    /** E[Z], +∞ where there is none. */
    public abstract double mean(ToDoubleFunction<Parameter> value);

    /** Whether the support is bounded, so that some eigenvalues may lie outside. */
    public boolean isBounded() {
        return false;
    }

    /** Whether the standard law's transform costs no quadrature of its own. */
    public boolean hasCheapTransform() {
        return true;
    }

    /** A search's coordinate of a shape or scale parameter. */
    double coordinate(Parameter parameter, double value) {
        return parameter == Parameter.GAMMA ? Math.log(value) - Math.log1p(-value) : Math.log(value);
    }

    /** The value at a coordinate. */
    double value(Parameter parameter, double coordinate) {
        return parameter == Parameter.GAMMA ? 1 / (1 + Math.exp(-coordinate)) : Math.exp(coordinate);
    }

    /** The least value of a parameter that a search tries. */
    double least(Parameter parameter, Sample sample) {
        return SearchBox.smallest(parameter);
    }

    /** The greatest value of a parameter that a search tries. */
    double greatest(Parameter parameter, Sample sample) {
        return SearchBox.greatest(parameter, sample);
    }

    /** Filters a list of values for starts: where a parameter is held or given, only its value is left. */
    public interface Choices {
        double[] of(Parameter parameter, double... values);
    }

    /** The parameter sets that searches may start from, without the scale. */
    public abstract List<ParameterSet> starts(Sample sample, Choices choices);

    /** Scales to start from: those that match the upper decile and the median, and one from moments. */
    public double[] scales(Sample sample, SpectralLaw standard, ParameterSet start) {
        double shift = start.get(Parameter.TAU);
        return new double[] {
            (sample.quantile(0.5) - shift) / standard.quantile(0.5),
            (sample.quantile(0.9) - shift) / standard.quantile(0.9),
            momentScale(sample, start)
        };
    }

    /** s from the sample's moments. */
    abstract double momentScale(Sample sample, ParameterSet start);

    /** Values of τ to start from. */
    static double[] shifts(Sample sample, Choices choices) {
        double most = sample.largestShift();
        return choices.of(Parameter.TAU, 0, 0.5 * most, 0.9 * most);
    }
}
