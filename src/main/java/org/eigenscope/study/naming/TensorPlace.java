package org.eigenscope.study.naming;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where in a network a tensor is, as its name tells.
 *
 * @param layer the name without endings that say nothing, such as {@code .weight}
 * @param part {@code encoder}, {@code decoder} or the like; empty if the name has none
 * @param block the block's number, {@code 4.2} where blocks are in stages; empty if it is in none
 * @param role what it does there, such as {@code q} or {@code conv}; empty if the name does not tell
 * @param expert the number of the expert that it belongs to
 * @param order where it stands, compared as {@link ForwardOrder} does
 */
public record TensorPlace(
        String layer, String part, String block, String role, OptionalInt expert, ForwardOrder order) {
    public TensorPlace {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(order, "order");
    }
}
