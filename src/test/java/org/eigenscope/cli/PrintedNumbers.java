package org.eigenscope.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares printed lines: words exactly, numbers to a unit of the last place that both have, or of the sixth digit. */
final class PrintedNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])[-−]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?(?![\\w])");
    private static final Pattern BLANKS = Pattern.compile(" {2,}|-{3,}");
    private static final double SIXTH_DIGIT = 1e-5;

    private PrintedNumbers() {}

    static boolean agree(String expected, String printed) {
        return words(expected).equals(words(printed)) && numbersAgree(numbers(expected), numbers(printed));
    }

    private static String words(String line) {
        return BLANKS.matcher(NUMBER.matcher(line).replaceAll("#")).replaceAll(" ");
    }

    private static List<BigDecimal> numbers(String line) {
        return NUMBER.matcher(line)
                .results()
                .map(MatchResult::group)
                .map(number -> new BigDecimal(number.replace('−', '-')))
                .toList();
    }

    private static boolean numbersAgree(List<BigDecimal> expected, List<BigDecimal> printed) {
        for (int i = 0; i < expected.size(); i++) {
            if (!agree(expected.get(i), printed.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whole numbers count something and agree exactly. */
    private static boolean agree(BigDecimal expected, BigDecimal printed) {
        int places = Math.min(expected.scale(), printed.scale());
        double unit = places <= 0 ? 0 : Math.pow(10, -places);
        double allowed =
                Math.max(unit, places <= 0 ? 0 : SIXTH_DIGIT * expected.abs().doubleValue());
        return expected.subtract(printed).abs().doubleValue() <= allowed * (1 + SIXTH_DIGIT);
    }
}
