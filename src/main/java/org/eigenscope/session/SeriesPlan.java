package org.eigenscope.session;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One spectrum and its laws.
 *
 * @param input which of the session's inputs, from 0
 * @param label what the legend calls it
 * @param at its abscissa in a plot of estimates, such as the batch size
 * @param laws the laws over it, the most important first
 */
public record SeriesPlan(int input, String label, OptionalDouble at, List<LawPlan> laws) {
    public SeriesPlan {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(at, "at");
        laws = List.copyOf(laws);
        if (input < 0) {
            throw new IllegalArgumentException("input = " + input + " is negative");
        }
    }
}
