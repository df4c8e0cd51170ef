package org.eigenscope.network.layer;

import java.util.List;

/**
 * A tensor of parameters.
 *
 * @param name such as {@code weight}, within its layer
 * @param shape its sizes, outermost first
 * @param offset of its first entry among the parameters of the network
 */
public record Parameter(String name, List<Integer> shape, int offset) {
    public Parameter {
        shape = List.copyOf(shape);
    }

    /** How many entries it has. */
    public int count() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** The same under a longer name. */
    public Parameter named(String value) {
        return new Parameter(value, shape, offset);
    }
}
