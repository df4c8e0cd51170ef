package org.eigenscope.io.format.tflite;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.tflite.FlatBuffer.Table;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MappedBlocks;
import org.eigenscope.io.kit.MappedRegion;
import org.eigenscope.io.kit.NameBudget;
import org.eigenscope.matrix.ElementType;

/** The tensors of a model that have entries; those that a run of the model computes have none. Fields by TensorFlow Lite's schema. */
final class TfliteModel {
    private static final int OPERATOR_CODES = 1;
    private static final int SUBGRAPHS = 2;
    private static final int BUFFERS = 4;
    private static final int TENSORS = 0;
    private static final int OPERATORS = 3;
    private static final int INPUTS = 1;
    private static final int OUTPUTS = 2;
    private static final int OLD_CODE = 0;
    private static final int CODE = 3;
    private static final int MOST_TENSORS = 200_000;
    private static final int MOST_AXES = 8;

    /** By the number in the schema; what is missing is not read. */
    private static final Map<Integer, ElementType> TYPES = Map.ofEntries(
            Map.entry(0, ElementType.F32),
            Map.entry(1, ElementType.F16),
            Map.entry(2, ElementType.I32),
            Map.entry(3, ElementType.U8),
            Map.entry(4, ElementType.I64),
            Map.entry(6, ElementType.BOOL),
            Map.entry(7, ElementType.I16),
            Map.entry(8, ElementType.C64),
            Map.entry(9, ElementType.I8),
            Map.entry(10, ElementType.F64),
            Map.entry(11, ElementType.C128),
            Map.entry(12, ElementType.U64),
            Map.entry(15, ElementType.U32),
            Map.entry(16, ElementType.U16),
            Map.entry(18, ElementType.BF16));

    /** DEQUANTIZE, CAST and DENSIFY. */
    private static final Set<Integer> EXPANDING = Set.of(6, 53, 124);

    private static final int FOUR_BITS = 17;
    private static final int STRINGS = 5;

    private final Path path;
    private final String label;
    private final FlatBuffer file;
    private final NameBudget budget;
    private final Set<String> names = new HashSet<>();
    private final List<ListedTensor> listed = new ArrayList<>();

    private TfliteModel(Path path, String label, FlatBuffer file) {
        this.path = path;
        this.label = label;
        this.file = file;
        this.budget = NameBudget.of(label, file.size());
    }

    static List<ListedTensor> list(Path path, String label) throws IOException, BadInputException {
        try (FlatBuffer file = FlatBuffer.open(path)) {
            TfliteModel model = new TfliteModel(path, label, file);
            model.walk(file.root());
            return model.listed;
        }
    }

    private void walk(Table root) throws IOException, BadInputException {
        List<Table> buffers = root.tables(BUFFERS);
        List<Integer> codes = new ArrayList<>();
        for (Table code : root.tables(OPERATOR_CODES)) {
            // the newer field has the numbers beyond 127, and is not there in older files
            codes.add((int) Math.max(code.number(OLD_CODE, 1, 0), code.number(CODE, Integer.BYTES, 0)));
        }
        List<Table> graphs = root.tables(SUBGRAPHS);
        for (int g = 0; g < graphs.size(); g++) {
            Map<Integer, OperatorLayout> layouts = layouts(graphs.get(g), codes);
            List<Table> tensors = graphs.get(g).tables(TENSORS);
            for (int i = 0; i < tensors.size(); i++) {
                TensorTable tensor = TensorTable.of(tensors.get(i), buffers, label);
                if (tensor.hasData()) {
                    add(named(tensor, i, g), tensor, layouts.get(i));
                }
            }
        }
    }

    /** For each tensor that is an operator's weights, how that stores them. */
    private static Map<Integer, OperatorLayout> layouts(Table graph, List<Integer> codes) throws IOException {
        Map<Integer, OperatorLayout> layouts = new HashMap<>();
        List<Table> tensors = graph.tables(TENSORS);
        Map<Integer, Integer> origins = origins(graph, codes);
        for (Table operator : graph.tables(OPERATORS)) {
            long code = operator.number(0, Integer.BYTES, 0);
            List<Long> inputs = operator.integers(INPUTS, Integer.BYTES);
            for (int input = 0; input < inputs.size(); input++) {
                int given = inputs.get(input).intValue();
                int tensor = origins.getOrDefault(given, given);
                if (code < 0 || code >= codes.size() || tensor < 0 || tensor >= tensors.size()) {
                    continue;
                }
                int axes = TensorTable.shape(tensors.get(tensor)).size();
                OperatorLayout layout = OperatorLayout.of(codes.get((int) code), input, axes);
                if (layout != null) {
                    layouts.put(tensor, layout);
                }
            }
        }
        return layouts;
    }

    /** Weights stored as halves, as integers or sparsely reach their operator through one that expands them: where each came from. */
    private static Map<Integer, Integer> origins(Table graph, List<Integer> codes) throws IOException {
        Map<Integer, Integer> origins = new HashMap<>();
        for (Table operator : graph.tables(OPERATORS)) {
            long code = operator.number(0, Integer.BYTES, 0);
            List<Long> inputs = operator.integers(INPUTS, Integer.BYTES);
            List<Long> outputs = operator.integers(OUTPUTS, Integer.BYTES);
            boolean expands = code >= 0 && code < codes.size() && EXPANDING.contains(codes.get((int) code));
            if (expands && inputs.size() == 1 && outputs.size() == 1) {
                int from = inputs.get(0).intValue();
                origins.put(outputs.get(0).intValue(), origins.getOrDefault(from, from));
            }
        }
        return origins;
    }

    private String named(TensorTable tensor, int index, int graph) throws BadInputException {
        String own = tensor.name().isEmpty() ? "tensor " + index : tensor.name();
        String name = graph == 0 ? own : "subgraph " + graph + "/" + own;
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + " (" + i + ")";
        }
        return budget.take(unique);
    }

    private void add(String name, TensorTable tensor, OperatorLayout layout) throws IOException, BadInputException {
        if (listed.size() == MOST_TENSORS) {
            throw new BadInputException(label + " holds more than " + MOST_TENSORS + " tensors, too many to list.");
        }
        List<Long> stored = tensor.shape();
        boolean absurd = stored.size() > MOST_AXES || stored.stream().anyMatch(size -> size < 0);
        List<Long> shape =
                absurd ? List.of() : layout == null ? stored : layout.shown().shown(stored);
        ElementType type = TYPES.get(tensor.type());
        Optional<String> reason = absurd ? Optional.of("of an impossible shape") : skipReason(tensor, type);
        if (reason.isPresent()) {
            listed.add(ListedTensor.unreadable(TensorInfo.skipped(name, shape, reason.get())));
            return;
        }
        String where = label + "#" + name;
        long bytes = tensor.type() == FOUR_BITS
                ? (TensorShape.countBytes(stored, 1, where) + 1) / 2
                : TensorShape.countBytes(stored, type.bytes(), where);
        if (bytes > tensor.length() || tensor.start() < 0 || tensor.length() > file.size() - tensor.start()) {
            throw new BadInputException(where + " has the shape " + TensorShape.text(stored) + ", which takes " + bytes
                    + " bytes, but has " + tensor.length() + ": the file is damaged.");
        }
        listed.add(tensor(name, tensor, layout, shape));
    }

    private static Optional<String> skipReason(TensorTable tensor, ElementType type) {
        if (tensor.isSparse()) {
            return Optional.of(
                    "sparse in TensorFlow Lite's way, which is not read; convert the model without sparsity");
        }
        if (tensor.isCustom()) {
            return Optional.of("quantised by a rule of its own, which is not read");
        }
        if (type == null && tensor.type() != FOUR_BITS) {
            return Optional.of(tensor.type() == STRINGS ? "string" : "numbers of the unknown type " + tensor.type());
        }
        return tensor.scaling().flatMap(scaling -> scaling.fault(tensor.shape()));
    }

    private ListedTensor tensor(String name, TensorTable tensor, OperatorLayout layout, List<Long> shape) {
        ElementType stored = TYPES.getOrDefault(tensor.type(), ElementType.I8);
        boolean scaled = tensor.scaling().isPresent() && isInteger(stored);
        ElementType type = scaled ? ElementType.F32 : stored;
        TensorInfo plain = TensorInfo.of(name, type, shape);
        TensorInfo info = layout == null ? plain : plain.withAxes(layout.axes());
        if (scaled) {
            String bits = tensor.type() == FOUR_BITS ? "int4" : stored.displayName();
            info = info.withStoredAs(bits).withNote(tensor.scaling().get().note());
        }
        if (!info.hasEntries()) {
            return ListedTensor.unreadable(info);
        }
        DenseLayout dense = new DenseLayout(stored, ByteOrder.LITTLE_ENDIAN, false, tensor.shape());
        boolean inOrder = layout == null || layout.shown().keepsOrder(tensor.shape());
        if (!scaled && inOrder && tensor.type() != FOUR_BITS) {
            long length = TensorShape.countEntries(tensor.shape()) * stored.bytes();
            return ListedTensor.mapped(info, new MappedRegion(path, tensor.start(), length, dense));
        }
        return new ListedTensor(info, job -> {
            double[] entries;
            try (MappedBlocks blocks = MappedBlocks.open(path, tensor.start(), tensor.length())) {
                entries = tensor.type() == FOUR_BITS
                        ? FourBitNumbers.read(blocks, tensor.shape(), job)
                        : dense.read(blocks, job);
            }
            if (scaled) {
                tensor.scaling().get().apply(entries, tensor.shape());
            }
            return layout == null ? entries : layout.shown().apply(entries, tensor.shape(), job.label());
        });
    }

    private static boolean isInteger(ElementType type) {
        return type.name().startsWith("I") || type.name().startsWith("U");
    }
}
