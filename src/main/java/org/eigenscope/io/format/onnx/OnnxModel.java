package org.eigenscope.io.format.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks a model's graphs and collects their tensors: initialisers, constants, and those of the graphs inside nodes such as
 * If and Loop. The comments give the messages' names in ONNX.
 */
final class OnnxModel {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_TENSORS = 200_000;
    private static final int MAX_NODES = 1_000_000;
    private static final int MAX_FACT_CHARS = 200;

    /** A name that a node gives to its many tensors may be a long one. */
    private static final int NAME_CHARS_PER_BYTE = 16;

    private final ProtoInput in;
    private final OnnxNames names;
    private final List<OnnxTensor> tensors = new ArrayList<>();
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final GraphScopes scopes = new GraphScopes();
    private final Map<Integer, SparseInitializer> sparse = new HashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    private OnnxModel(ProtoInput in, OnnxNames names) {
        this.in = in;
        this.names = names;
    }

    /** Walks a file of so many bytes. */
    static OnnxModel read(ProtoInput in, long length) throws IOException {
        OnnxModel model = new OnnxModel(in, new OnnxNames((1L << 22) + NAME_CHARS_PER_BYTE * length));
        model.model(length);
        model.tensors.addAll(model.names.resolved());
        model.nodes.forEach(node -> node.resolve(model.scopes));
        return model;
    }

    /** In the model's order, each with a name of its own. */
    List<OnnxTensor> tensors() {
        return tensors;
    }

    /** What the file calls tensors that have another name in {@link #tensors()}, by that name. */
    Map<String, String> namesInFile() {
        return names.inFile();
    }

    /** The entries of a sparse tensor, and where they are: their places in the flattened tensor, or a row and a column each. */
    record SparseInitializer(OnnxTensor values, OnnxTensor indices) {}

    /** The sparse ones among them, by their place in {@link #tensors()}. */
    Map<Integer, SparseInitializer> sparse() {
        return sparse;
    }

    /** What is done with them, in the model's order. */
    List<OnnxNode> nodes() {
        return nodes;
    }

    /** Who made the model. */
    Map<String, String> facts() {
        return facts;
    }

    /** Reads a ModelProto message. */
    private void model(long end) throws IOException {
        for (int field = in.nextField(end); field != 0; field = in.nextField(end)) {
            switch (field) {
                case 1 << 3 | ProtoInput.VARINT -> facts.put("ir_version", Long.toString(in.varint()));
                case 2 << 3 | ProtoInput.BYTES -> fact("producer", in.text(end));
                case 3 << 3 | ProtoInput.BYTES -> fact("producer_version", in.text(end));
                case 7 << 3 | ProtoInput.BYTES -> graph(in.lengthEnd(end), "", 1);
                case 25 << 3 | ProtoInput.BYTES -> function(in.lengthEnd(end));
                default -> in.skip(field, end);
            }
        }
    }

    private void fact(String key, String value) {
        if (!value.isEmpty() && value.length() <= MAX_FACT_CHARS) {
            facts.put(key, value);
        }
    }

    /** GraphProto. */
    private void graph(long end, String scope, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("its graphs are nested more than " + MAX_DEPTH + " deep");
        }
        for (int field = in.nextField(end); field != 0; field = in.nextField(end)) {
            switch (field) {
                case 1 << 3 | ProtoInput.BYTES -> node(in.lengthEnd(end), scope, depth);
                case 5 << 3 | ProtoInput.BYTES -> add(TensorMessage.read(in, in.lengthEnd(end)), "", scope);
                case 15 << 3 | ProtoInput.BYTES -> sparse(in.lengthEnd(end), "", scope);
                default -> in.skip(field, end);
            }
        }
    }

    /** Reads a FunctionProto message: its nodes. */
    private void function(long end) throws IOException {
        for (int field = in.nextField(end); field != 0; field = in.nextField(end)) {
            if (field == ProtoInput.field(7, ProtoInput.BYTES)) {
                node(in.lengthEnd(end), "", 1);
            } else {
                in.skip(field, end);
            }
        }
    }

    /** NodeProto; a constant's tensor is called like what the node puts out. */
    private void node(long end, String scope, int depth) throws IOException {
        OnnxNode node = new OnnxNode(scope);
        for (int field = in.nextField(end); field != 0; field = in.nextField(end)) {
            switch (field) {
                case 1 << 3 | ProtoInput.BYTES -> node.addInput(in.text(end));
                case 2 << 3 | ProtoInput.BYTES -> node.addOutput(in.text(end));
                case 3 << 3 | ProtoInput.BYTES -> node.setName(in.text(end));
                case 4 << 3 | ProtoInput.BYTES -> node.setOperator(in.text(end));
                case 5 << 3 | ProtoInput.BYTES -> attribute(in.lengthEnd(end), node, depth);
                default -> in.skip(field, end);
            }
        }
        names.use(node);
        if (nodes.size() < MAX_NODES) {
            nodes.add(node);
            node.outputs().forEach(output -> scopes.declare(scope, output));
        }
    }

    /** AttributeProto; graphs are called by it, such as then_branch. */
    private void attribute(long end, OnnxNode node, int depth) throws IOException {
        String name = "";
        String output = node.lastOutput();
        for (int field = in.nextField(end); field != 0; field = in.nextField(end)) {
            switch (field) {
                case 1 << 3 | ProtoInput.BYTES -> name = in.text(end);
                case 3 << 3 | ProtoInput.VARINT -> node.putNumber(name, in.varint());
                case 5 << 3 | ProtoInput.BYTES, 10 << 3 | ProtoInput.BYTES ->
                    add(TensorMessage.read(in, in.lengthEnd(end)), output, node.scope());
                case 6 << 3 | ProtoInput.BYTES, 11 << 3 | ProtoInput.BYTES -> {
                    scopes.nest(node.inside(name), node.scope());
                    graph(in.lengthEnd(end), node.inside(name), depth + 1);
                }
                case 22 << 3 | ProtoInput.BYTES, 23 << 3 | ProtoInput.BYTES ->
                    sparse(in.lengthEnd(end), output, node.scope());
                default -> in.skip(field, end);
            }
        }
    }

    /** SparseTensorProto: the values carry the name. */
    private void sparse(long end, String output, String scope) throws IOException {
        OnnxTensor values = null;
        OnnxTensor indices = null;
        List<Long> shape = new ArrayList<>();
        for (int field = in.nextField(end); field != 0; field = in.nextField(end)) {
            switch (field) {
                case 1 << 3 | ProtoInput.BYTES -> values = TensorMessage.read(in, in.lengthEnd(end));
                case 2 << 3 | ProtoInput.BYTES -> indices = TensorMessage.read(in, in.lengthEnd(end));
                case 3 << 3 | ProtoInput.VARINT -> shape.add(in.varint());
                case 3 << 3 | ProtoInput.BYTES -> {
                    long sizesEnd = in.lengthEnd(end);
                    while (in.position() < sizesEnd) {
                        shape.add(in.varint());
                    }
                }
                default -> in.skip(field, end);
            }
        }
        if (values != null) {
            if (indices != null) {
                sparse.put(names.size(), new SparseInitializer(values, indices));
            }
            add(new OnnxTensor(values.name(), "", shape, values.type(), null, Map.of(), "sparse"), output, scope);
        }
    }

    private void add(OnnxTensor tensor, String otherwiseNamed, String scope) throws IOException {
        if (names.size() >= MAX_TENSORS) {
            throw new IOException("it has more than " + MAX_TENSORS + " tensors");
        }
        String name = tensor.name().isEmpty() ? otherwiseNamed : tensor.name();
        String value = otherwiseNamed.isEmpty() ? tensor.name() : otherwiseNamed;
        names.add(tensor.named(name, scopes.declare(scope, value)), scope);
    }
}
