package org.eigenscope.io.format.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a node of a graph does with which values; filled while it is read. */
final class OnnxNode {
    private static final int MAX_NAMES = 10_000;

    private final String scope;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private String name = "";
    private String operator = "";

    /** @param scope the path of the graph that it is in; empty for the model's own */
    OnnxNode(String scope) {
        this.scope = scope;
    }

    void setName(String value) {
        name = value;
    }

    void setOperator(String value) {
        operator = value;
    }

    void addInput(String value) {
        if (inputs.size() < MAX_NAMES) {
            inputs.add(value);
        }
    }

    void addOutput(String value) {
        if (outputs.size() < MAX_NAMES) {
            outputs.add(value);
        }
    }

    /** A whole number among its attributes. */
    void putNumber(String attribute, long value) {
        if (numbers.size() < MAX_NAMES) {
            numbers.put(attribute, value);
        }
    }

    String scope() {
        return scope;
    }

    /** What the model calls it, often empty. */
    String name() {
        return name;
    }

    String operator() {
        return operator;
    }

    List<String> inputs() {
        return inputs;
    }

    List<String> outputs() {
        return outputs;
    }

    /** The last value that it puts out, empty if none was read yet: what a constant is called. */
    String lastOutput() {
        return outputs.isEmpty() ? "" : outputs.get(outputs.size() - 1);
    }

    long number(String attribute, long otherwise) {
        return numbers.getOrDefault(attribute, otherwise);
    }

    /** Names its values as those of all graphs are named, for a model whose graphs have been read. */
    void resolve(GraphScopes scopes) {
        inputs.replaceAll(value -> scopes.resolve(scope, value));
        outputs.replaceAll(value -> scopes.resolve(scope, value));
    }

    /** The path of a graph that is one of its attributes. */
    String inside(String attribute) {
        String own = name.isEmpty() ? lastOutput() : name;
        String here = own.isEmpty() ? attribute : own + "/" + attribute;
        return scope.isEmpty() ? here : scope + "/" + here;
    }
}
