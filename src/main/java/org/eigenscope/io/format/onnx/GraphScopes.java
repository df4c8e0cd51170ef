package org.eigenscope.io.format.onnx;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells apart the values of graphs inside nodes that have one name: a node means the value of its own graph, or else that of the nearest
 * graph around it.
 */
final class GraphScopes {
    private final Map<Value, String> inside = new HashMap<>();
    private final Map<String, String> around = new HashMap<>();

    /** A name and the path of the graph that gives it to a value. */
    private record Value(String scope, String name) {}

    /** Says which graph a graph is inside of; the model's own has an empty path. */
    void nest(String inner, String outer) {
        around.putIfAbsent(inner, outer);
    }

    /** What a value of a graph is called among those of all graphs. */
    String declare(String scope, String name) {
        if (scope.isEmpty()) {
            return name;
        }
        int number = inside.size();
        return inside.computeIfAbsent(new Value(scope, name), value -> name + "\n" + number);
    }

    /** What the value that a node of a graph names is called among those of all graphs. */
    String resolve(String scope, String name) {
        for (String at = scope; !at.isEmpty(); at = around.getOrDefault(at, "")) {
            String own = inside.get(new Value(at, name));
            if (own != null) {
                return own;
            }
        }
        return name;
    }
}
