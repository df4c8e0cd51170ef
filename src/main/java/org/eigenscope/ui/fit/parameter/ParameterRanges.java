package org.eigenscope.ui.fit.parameter;

import org.eigenscope.law.Domain;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.control.SliderScale;

/** How far the sliders reach. */
public final class ParameterRanges {
    private static final SliderScale KAPPA = SliderScale.logarithmic(0.01, 1000);
    private static final SliderScale GAMMA = SliderScale.linear(0.01, 1);
    /** The factor from the middle of the scale slider to either end. */
    private static final double SCALE_REACH = 1e3;
    /** The likelihood is −∞ at τ = λmin, so the slider stops just short of it. */
    private static final double TAU_REACH = 1 - 1e-6;

    private ParameterRanges() {}

    /** A factor of 1000 to either side of a value, limited to a domain. */
    private static SliderScale around(Domain domain, double median) {
        double middle = Math.max(domain.lower() * SCALE_REACH, Math.min(domain.upper() / SCALE_REACH, median));
        return SliderScale.logarithmic(middle / SCALE_REACH, middle * SCALE_REACH);
    }

    /** The range while there is no sample. */
    static SliderScale initial(Parameter parameter) {
        return of(parameter, new double[] {1});
    }

    /**
     * The range that suits a sample.
     *
     * @param eigenvalues at least one, positive, ascending
     */
    public static SliderScale of(Parameter parameter, double[] eigenvalues) {
        double median = eigenvalues[eigenvalues.length / 2];
        return switch (parameter) {
            case GAMMA -> GAMMA;
            case SCALE -> around(parameter.domain(), median);
            case TAU -> SliderScale.linear(0, eigenvalues[0] * TAU_REACH);
            default -> KAPPA;
        };
    }
}
