package org.eigenscope.io.format.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.format.pickle.PyValue.Call;
import org.eigenscope.io.format.pickle.PyValue.Constant;
import org.eigenscope.io.format.pickle.PyValue.Dict;
import org.eigenscope.io.format.pickle.PyValue.Global;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.pickle.PyValue.Text;
import org.eigenscope.io.format.torch.PickledTensor.Sparse;
import org.eigenscope.io.format.torch.PickledTensor.Unusable;

/** How sparse matrices appear in pickles: PyTorch's as a call with their parts, scipy's as an object with these as its attributes. */
final class SparseCalls {
    private static final String SCIPY = "scipy.sparse.";
    private static final List<String> PARTS = List.of("indptr", "indices", "data", "row", "col", "offsets");

    private SparseCalls() {}

    /** A sparse tensor of PyTorch: (layout, (indices, values, size, …)) or (layout, (compressed, plain, values, size)). */
    static PickledTensor ofTorch(List<PyValue> arguments) {
        List<PyValue> data =
                arguments.size() > 1 && arguments.get(1) instanceof Sequence sequence ? sequence.items() : List.of();
        String layout = arguments.isEmpty() ? "" : text(arguments.get(0));
        boolean compressed = data.size() > 3 && TensorCalls.tensor(data.get(2)).isPresent();
        int sizeAt = compressed ? 3 : 2;
        List<Long> sizes = TensorCalls.sizes(data, sizeAt);
        Map<String, PickledTensor> parts = new HashMap<>();
        if (compressed) {
            put(parts, "indptr", data.get(0));
            put(parts, "indices", data.get(1));
            put(parts, "data", data.get(2));
        } else if (data.size() > 1) {
            put(parts, "coordinates", data.get(0));
            put(parts, "data", data.get(1));
        }
        String format = compressed ? (layout.isEmpty() ? "csr" : layout) : "coo";
        return tensor(format, sizes, parts, compressed ? 3 : 2);
    }

    /** {@code torch.sparse_csr} and its like, as a global or as the text that a function turns into one. */
    private static String text(PyValue layout) {
        String name = "";
        if (layout instanceof Global global) {
            name = global.name();
        } else if (layout instanceof Text plain) {
            name = plain.value();
        } else if (layout instanceof Call call && call.argument(0).orElse(Constant.NONE) instanceof Text inner) {
            name = inner.value();
        }
        int at = name.indexOf("sparse_");
        return at < 0 ? "" : name.substring(at + "sparse_".length());
    }

    /** A matrix of scipy; empty if the object is none. */
    static Optional<PickledTensor> ofScipy(Call call) {
        String name = className(call);
        if (!name.startsWith(SCIPY) || !(call.state() instanceof Dict state)) {
            return Optional.empty();
        }
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Map<String, PickledTensor> parts = new HashMap<>();
        List<Long> sizes = List.of();
        for (int i = 0; i < state.size(); i++) {
            String key = state.key(i) instanceof Text text ? text.value() : "";
            if (key.equals("_shape")) {
                sizes = TensorCalls.sizes(List.of(state.value(i)), 0);
            } else if (key.equals("coords")
                    && state.value(i) instanceof Sequence pair
                    && pair.items().size() == 2) {
                put(parts, "row", pair.items().get(0));
                put(parts, "col", pair.items().get(1));
            } else if (PARTS.contains(key)) {
                put(parts, key, state.value(i));
            }
        }
        String format = type.split("_", 2)[0];
        int needed = format.equals("dia") ? 2 : 3;
        return Optional.of(tensor(format, sizes, parts, needed));
    }

    /** The class of an object; the oldest protocols have it made by a function that is given the class. */
    private static String className(Call call) {
        boolean older = call.function().endsWith("._reconstructor");
        return older && call.argument(0).orElse(Constant.NONE) instanceof Global global
                ? global.qualifiedName()
                : call.function();
    }

    private static PickledTensor tensor(String format, List<Long> sizes, Map<String, PickledTensor> parts, int needed) {
        boolean known = List.of("coo", "csr", "csc", "bsr", "bsc", "dia").contains(format);
        boolean complete = sizes.size() == 2 && parts.size() == needed;
        return new PickledTensor(
                "",
                sizes,
                known && complete ? new Sparse(format, parts) : new Unusable("sparse in a way that is not read"));
    }

    private static void put(Map<String, PickledTensor> parts, String name, PyValue value) {
        TensorCalls.tensor(value).ifPresent(tensor -> parts.put(name, tensor.named(name)));
    }
}
