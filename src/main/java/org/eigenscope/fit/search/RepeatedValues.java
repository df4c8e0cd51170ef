package org.eigenscope.fit.search;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Equal eigenvalues, which have probability 0, and whether a fit suffers by them.
 *
 * <p>They come from rounding, to digits or to decimals, or from eigenvalues that were counted more than once. Rounding to two digits
 * changes a value by at most 5 % and a fit by much less than its error: of 200 draws of HTMP at κ = 1 it left κ̂ within 0.1 %. So values
 * are let pass that rounding to at most three digits or decimals explains, if it moved none of the upper nine tenths by more than 5 %.
 *
 * @param distinct how many values differ
 * @param count how many there are
 * @param rounded whether all have so few digits or decimals that rounding explains the ties
 * @param coarseness by which part of itself rounding moved a value at most, the smallest tenth left out
 */
record RepeatedValues(int distinct, int count, boolean rounded, double coarseness) {
    private static final double MOSTLY_DISTINCT = 0.9;
    private static final int FEW_DIGITS = 3;
    private static final double FINE = 0.05;
    private static final double SMALLEST_PART = 0.1;

    /** Of ascending values. */
    static RepeatedValues of(double[] ascending) {
        int n = ascending.length;
        int distinct = (int) Arrays.stream(ascending).distinct().count();
        if (distinct >= MOSTLY_DISTINCT * n) {
            return new RepeatedValues(distinct, n, false, 0);
        }
        BigDecimal[] decimals = Arrays.stream(ascending)
                .mapToObj(v -> BigDecimal.valueOf(v).stripTrailingZeros())
                .toArray(BigDecimal[]::new);
        int digits =
                Arrays.stream(decimals).mapToInt(BigDecimal::precision).max().orElse(0);
        int places = Arrays.stream(decimals).mapToInt(BigDecimal::scale).max().orElse(0);
        double byDigits = 0.5 * Math.pow(10, 1 - digits);
        double typicalSmall = Math.abs(ascending[(int) (SMALLEST_PART * n)]);
        double byPlaces = 0.5 * Math.pow(10, -places) / typicalSmall;
        boolean rounded = digits <= FEW_DIGITS || places <= FEW_DIGITS;
        return new RepeatedValues(distinct, n, rounded, Math.min(byDigits, byPlaces));
    }

    /** Whether a user should know of them. */
    boolean matter() {
        return distinct < MOSTLY_DISTINCT * count && !(rounded && coarseness <= FINE);
    }

    /** What to know. */
    String sentence() {
        return "Only " + distinct + " of " + count + " eigenvalues differ; "
                + (rounded
                        ? "if they were rounded, so few digits may move the fit, and if some are counted more than once, it looks "
                                + "surer than it is."
                        : "each tie counts as a draw of its own, so the fit looks surer than it is.");
    }
}
