package org.eigenscope.bridge;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Numbers of a step that were sent without a matrix.
 *
 * @param run the training run, empty if none was told
 * @param step the step of the run, empty if none was told
 * @param values finite numbers by name
 */
public record ReceivedMetrics(String run, OptionalLong step, Map<String, Double> values) {
    public ReceivedMetrics {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(step, "step");
        values = Map.copyOf(values);
    }
}
