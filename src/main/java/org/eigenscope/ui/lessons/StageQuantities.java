package org.eigenscope.ui.lessons;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.lessons.script.StageControl;

/**
 * The numbers that lessons can ask for, by name: every control's id; {@code fit.kappa}, {@code fit.gamma}, {@code fit.scale},
 * {@code fit.tau}; {@code edge.lower} and {@code edge.upper} of the MP law at the controls' γ, s and τ; {@code mean},
 * {@code median} and {@code tail} (the upper tail's exponent) of the HTMP law; {@code sample.min}, {@code sample.max},
 * {@code sample.mean}, {@code sample.median}; {@code product.tail} of a population times the HTMP law.
 */
final class StageQuantities {
    static final Map<StageControl, Parameter> PARAMETERS = Map.of(
            StageControl.KAPPA, Parameter.KAPPA,
            StageControl.GAMMA, Parameter.GAMMA,
            StageControl.SCALE, Parameter.SCALE,
            StageControl.TAU, Parameter.TAU);

    private static final String FIT = "fit.";

    private StageQuantities() {}

    static double of(StageModel stage, String name) {
        Optional<StageControl> control = StageControl.byId(name);
        if (control.isPresent()) {
            return stage.value(control.get());
        }
        if (name.startsWith(FIT)) {
            return fitted(stage, name.substring(FIT.length()));
        }
        if (name.startsWith("sample.")) {
            return ofSample(stage.sample(), name);
        }
        return name.equals("product.tail")
                ? stage.sample().product().map(StageProduct::tail).orElse(Double.NaN)
                : ofLaw(stage, name);
    }

    private static double fitted(StageModel stage, String id) {
        Optional<Parameter> parameter = StageControl.byId(id).map(PARAMETERS::get);
        return stage.sample().fit().isEmpty() || parameter.isEmpty()
                ? Double.NaN
                : stage.sample().fit().get().parameters().get(parameter.get());
    }

    private static double ofSample(StageSample sample, String name) {
        return switch (name) {
            case "sample.min" -> sample.smallest();
            case "sample.max" -> sample.largest();
            case "sample.median" -> sample.median();
            case "sample.mean" -> Arrays.stream(sample.eigenvalues()).average().orElse(Double.NaN);
            default -> Double.NaN;
        };
    }

    private static double ofLaw(StageModel stage, String name) {
        Orientation orientation = stage.orientation();
        ParameterSet parameters = stage.parameters();
        SpectralLaw htmp = orientation.htmp().law(parameters);
        return switch (name) {
            case "edge.lower" -> orientation.infiniteKappa().law(parameters).supportLower();
            case "edge.upper" -> orientation.infiniteKappa().law(parameters).supportUpper();
            case "mean" -> htmp.mean();
            case "median" -> htmp.quantile(0.5);
            case "tail" -> htmp.upperTailExponent().orElse(Double.NaN);
            default -> Double.NaN;
        };
    }
}
