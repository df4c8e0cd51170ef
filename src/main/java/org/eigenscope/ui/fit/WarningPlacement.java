package org.eigenscope.ui.fit;

import java.util.stream.Collectors;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.law.Parameter;

/** Puts each warning of a fit beside the number it is about. */
final class WarningPlacement {
    private WarningPlacement() {}

    /** The warnings about one parameter, empty when there are none. */
    static String beside(Parameter parameter, FitResult result) {
        return result.warnings().stream()
                .filter(warning -> warning.about().contains(parameter))
                .map(FitWarning::sentence)
                .collect(Collectors.joining(" "));
    }

    /** The warnings about the fit as a whole, empty when there are none. */
    static String general(FitResult result) {
        return result.warnings().stream()
                .filter(warning -> warning.about().isEmpty())
                .map(FitWarning::sentence)
                .collect(Collectors.joining(" "));
    }

    /** Every warning of a fit, empty when there are none. */
    static String all(FitResult result) {
        return result.warnings().stream().map(FitWarning::sentence).collect(Collectors.joining(" "));
    }
}
