package org.eigenscope.ui.fit;

import java.util.regex.Pattern;
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
                .filter(warning -> isAbout(parameter, warning))
                .map(FitWarning::sentence)
                .collect(Collectors.joining(" "));
    }

    /** Every warning of a fit, empty when there are none. */
    static String all(FitResult result) {
        return result.warnings().stream().map(FitWarning::sentence).collect(Collectors.joining(" "));
    }

    /** The warnings about the fit as a whole, empty when there are none. */
    static String general(FitResult result) {
        return result.warnings().stream()
                .filter(warning -> result.family().parameters().stream().noneMatch(p -> isAbout(p, warning)))
                .map(FitWarning::sentence)
                .collect(Collectors.joining(" "));
    }

    private static boolean isAbout(Parameter parameter, FitWarning warning) {
        return switch (warning.kind()) {
            case KAPPA_TO_ZERO, KAPPA_TO_INFINITY -> parameter == Parameter.KAPPA;
            default -> names(warning.sentence(), parameter);
        };
    }

    /** Whether the symbol, or for the scale its name, stands in the sentence as a word of its own. */
    private static boolean names(String sentence, Parameter parameter) {
        return Pattern.compile("(?<!\\p{L})" + parameter.symbol() + "(?!\\p{L})")
                        .matcher(sentence)
                        .find()
                || (parameter == Parameter.SCALE && sentence.startsWith("The scale"));
    }
}
