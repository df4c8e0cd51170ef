package org.eigenscope.ui.fit.parameter;

import java.util.Set;
import java.util.stream.Collectors;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.law.family.Parameter;

/** Puts each warning of a fit in one place: beside the number it is about, or below the parameters if it is about several. */
public final class WarningPlacement {
    private WarningPlacement() {}

    /** Whether there is something that a reader must act on; that the best fit has no floor is a fact. */
    public static boolean isDoubtful(FitResult result) {
        return result.warnings().stream().anyMatch(warning -> !isFact(warning, result));
    }

    private static boolean isFact(FitWarning warning, FitResult result) {
        return warning.kind() == FitWarning.Kind.AT_BOUND
                && warning.about().equals(Set.of(Parameter.TAU))
                && !result.fixed().contains(Parameter.TAU)
                && result.parameters().get(Parameter.TAU) == 0;
    }

    /** What is to be known of one parameter and needs no action, empty when there is nothing. */
    static String factBeside(Parameter parameter, FitResult result) {
        return beside(parameter, result, true);
    }

    /** The warnings about one parameter alone, empty when there are none. */
    static String beside(Parameter parameter, FitResult result) {
        return beside(parameter, result, false);
    }

    private static String beside(Parameter parameter, FitResult result, boolean facts) {
        return result.warnings().stream()
                .filter(warning -> warning.about().equals(Set.of(parameter)))
                .filter(warning -> isFact(warning, result) == facts)
                .map(FitWarning::sentence)
                .collect(Collectors.joining(" "));
    }

    /** What the warnings and facts about one parameter alone say, in a word or two each; empty when there are none. */
    static String brief(Parameter parameter, FitResult result) {
        return result.warnings().stream()
                .filter(warning -> warning.about().equals(Set.of(parameter)))
                .map(warning -> isFact(warning, result) ? "at its bound 0" : brief(warning.kind()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String brief(FitWarning.Kind kind) {
        return switch (kind) {
            case AT_BOUND -> "at its bound";
            case KAPPA_TO_ZERO -> "may be 0";
            case KAPPA_TO_INFINITY -> "may be ∞";
            default -> "uncertain";
        };
    }

    /** The warnings about several parameters or the fit as a whole, empty when there are none. */
    public static String general(FitResult result) {
        return result.warnings().stream()
                .filter(warning -> warning.about().size() != 1)
                .map(FitWarning::sentence)
                .collect(Collectors.joining(" "));
    }

    /** Every warning of a fit, empty when there are none. */
    public static String all(FitResult result) {
        return result.warnings().stream().map(FitWarning::sentence).collect(Collectors.joining(" "));
    }
}
