package org.eigenscope.ui.training.run;

import java.util.Locale;

/**
 * What a training takes, about.
 *
 * @param seconds its time, by steps that were tried
 * @param bytes its memory, with all networks that are kept
 * @param room the memory that there is
 */
public record TrainingCost(double seconds, long bytes, long room) {
    private static final double LONG_SECONDS = 600;
    private static final double LARGE_PART = 0.5;

    /** Whether to ask before it begins: more than ten minutes, or half of the memory. */
    public boolean isLarge() {
        return seconds > LONG_SECONDS || bytes > LARGE_PART * room;
    }

    /** In a sentence. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "This takes about %s on this machine and %,d MiB of %,d MiB.",
                duration(seconds),
                bytes >> 20,
                room >> 20);
    }

    /** A duration in words, with one unit. */
    public static String duration(double seconds) {
        if (seconds < 90) {
            return Math.max(1, Math.round(seconds)) + " s";
        }
        if (seconds < 5400) {
            return Math.round(seconds / 60) + " min";
        }
        return String.format(Locale.ROOT, seconds < 36_000 ? "%.1f h" : "%.0f h", seconds / 3600);
    }
}
