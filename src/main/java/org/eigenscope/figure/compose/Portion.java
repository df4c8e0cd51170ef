package org.eigenscope.figure.compose;

import org.eigenscope.law.family.LawFamily;
import org.eigenscope.spectrum.Spectrum;

/**
 * The part of all N eigenvalues that a law or a sample describes. Bars and shares are relative to N, zeros and
 * negatives included; a law of positive eigenvalues is drawn with as much weight as there are positive ones.
 *
 * @param below the part of the eigenvalues that lies below
 * @param inside the part that the law or sample describes
 */
public record Portion(double below, double inside) {
    /** The portion of all N eigenvalues, with none below. */
    public static final Portion EVERYTHING = new Portion(0, 1);

    public Portion {
        if (!(below >= 0 && inside >= 0 && below + inside <= 1 + 1e-12)) {
            throw new IllegalArgumentException(
                    "below = " + below + ", inside = " + inside + " are no parts of a whole");
        }
    }

    /** The positive eigenvalues; everything where there are none, so that a law without a sample has its own height. */
    public static Portion positive(Spectrum spectrum) {
        int n = spectrum.size();
        int positive = spectrum.positiveCount();
        return positive == 0 || positive == n
                ? EVERYTHING
                : new Portion((double) (n - positive) / n, (double) positive / n);
    }

    /** The part of a spectrum that a law of the family describes. */
    public static Portion of(LawFamily family, Spectrum spectrum) {
        return family.isOfAnySign() ? EVERYTHING : positive(spectrum);
    }
}
