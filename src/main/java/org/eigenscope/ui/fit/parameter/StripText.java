package org.eigenscope.ui.fit.parameter;

import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.text.Numbers;

/** A profile strip in words. */
public final class StripText {
    private StripText() {}

    /** Beside the value: {@code 95 %  1.20 – 2.31}; an open end is written with its inequality. */
    public static String brief(LikelihoodStrip strip) {
        String lead = strip.kind() == LikelihoodStrip.Kind.PROFILE ? "95 %  " : "others held  ";
        return lead + range(strip, " – ");
    }

    private static String range(LikelihoodStrip strip, String between) {
        StripInterval interval = strip.interval();
        String lower = Numbers.formatShort(interval.lower());
        String upper = Numbers.formatShort(interval.upper());
        boolean lowerOpen = interval.lowerOpen() && !isNaturalEnd(strip);
        if (interval.upperOpen() && (lowerOpen || isNaturalEnd(strip))) {
            return "open";
        }
        if (lowerOpen) {
            return "below " + upper;
        }
        return interval.upperOpen() ? "above " + lower : lower + between + upper;
    }

    /** Whether the lower end is 0 for τ, which cannot be below 0, so that the interval counts as closed. */
    private static boolean isNaturalEnd(LikelihoodStrip strip) {
        return strip.parameter() == Parameter.TAU && strip.interval().lower() == 0;
    }

    /** The strip for screen readers: {@code κ: 95 % interval 1.20 to 2.31, by profile likelihood}. */
    public static String spoken(LikelihoodStrip strip) {
        boolean profile = strip.kind() == LikelihoodStrip.Kind.PROFILE;
        return strip.parameter().symbol() + ": "
                + (profile ? "95 % interval " : "range with the other parameters held ") + range(strip, " to ")
                + (profile ? ", by profile likelihood" : "");
    }

    static String explained(LikelihoodStrip strip) {
        String others = strip.kind() == LikelihoodStrip.Kind.PROFILE
                ? "Profile log-likelihood: at every point of the slider the other parameters are refitted,\n"
                        + "but for those that are locked or set by hand. The bar marks the 95 % interval,\n"
                        + "where it lies less than 1.92 below its top."
                : "Log-likelihood with the other parameters held, so that the bar is narrower than a 95 %\n"
                        + "interval. After the drag the others are refitted, and the interval takes its place.";
        return others + "\nIt is an interval of the law's parameter, and holds if the law does."
                + "\nThe colour halves at 1.96 standard errors. Eigenvalues count as independent draws,\n"
                + "which repelling ones are not: the bootstrap is the other view.";
    }
}
