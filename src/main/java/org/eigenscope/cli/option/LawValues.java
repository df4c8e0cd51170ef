package org.eigenscope.cli.option;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a law's parameters are set to.
 *
 * @param numbers by the parameters' ids
 * @param spikes population eigenvalues beside the ones; none but for a law that has them
 */
public record LawValues(Map<String, Double> numbers, List<Double> spikes) {
    public LawValues {
        numbers = Map.copyOf(numbers);
        spikes = List.copyOf(spikes);
    }

    boolean has(LawParameter parameter) {
        return numbers.containsKey(parameter.id());
    }

    public double get(LawParameter parameter) {
        return numbers.get(parameter.id());
    }

    public double getOrDefault(LawParameter parameter, double fallback) {
        return numbers.getOrDefault(parameter.id(), fallback);
    }

    /** These values, with others put over them. */
    public LawValues with(Map<String, Double> others) {
        Map<String, Double> all = new HashMap<>(numbers);
        all.putAll(others);
        return new LawValues(all, spikes);
    }
}
