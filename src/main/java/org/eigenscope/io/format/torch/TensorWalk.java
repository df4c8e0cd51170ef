package org.eigenscope.io.format.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.format.pickle.PyValue.Call;
import org.eigenscope.io.format.pickle.PyValue.Constant;
import org.eigenscope.io.format.pickle.PyValue.Dict;
import org.eigenscope.io.format.pickle.PyValue.Global;
import org.eigenscope.io.format.pickle.PyValue.Int;
import org.eigenscope.io.format.pickle.PyValue.Real;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.pickle.PyValue.Text;
import org.eigenscope.io.kit.NameBudget;

/**
 * Finds the tensors in a pickled value: in dictionaries, lists and tuples, and in the state and arguments of objects of
 * whatever class. Modules come out under the names that their state dictionary would give.
 */
final class TensorWalk {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_TENSORS = 200_000;

    /** Sharing can make a small pickle's paths countless. */
    private static final int MAX_VISITS = 8_000_000;

    private static final int MAX_NAME_CHARS = 4_000;
    private static final int MAX_FACTS = 100;
    private static final int MAX_FACT_CHARS = 200;

    /** Attributes of {@code torch.nn.Module} that lead to tensors but are no part of their names. */
    private static final Set<String> SILENT = Set.of("_parameters", "_modules", "_buffers");

    private final String label;
    private final NameBudget names;
    private final List<PickledTensor> tensors = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<PyValue> path = Collections.newSetFromMap(new IdentityHashMap<>());
    private long visits;

    private TensorWalk(String label, NameBudget names) {
        this.label = label;
        this.names = names;
    }

    /**
     * The tensors in a value, in the pickle's order and each with a name of its own.
     *
     * @param label the file, as messages name it
     * @param fileBytes its length
     * @throws BadInputException if there are more than can make sense
     */
    static List<PickledTensor> tensors(PyValue root, String label, long fileBytes) throws BadInputException {
        TensorWalk walk = new TensorWalk(label, NameBudget.of(label, fileBytes));
        walk.visitIfContainer(root, "");
        return walk.tensors;
    }

    /** Numbers and short texts among the outermost entries, such as an epoch, as text. */
    static Map<String, String> facts(PyValue root) {
        Map<String, String> facts = new LinkedHashMap<>();
        Dict dict = root instanceof Call call ? call.items() : root instanceof Dict plain ? plain : null;
        for (int i = 0; dict != null && i < dict.size() && facts.size() < MAX_FACTS; i++) {
            if (dict.key(i) instanceof Text key) {
                fact(dict.value(i)).ifPresent(fact -> facts.put(key.value(), fact));
            }
        }
        return facts;
    }

    private static Optional<String> fact(PyValue value) {
        String text = null;
        if (value instanceof Int number) {
            text = Long.toString(number.value());
        } else if (value instanceof Real number) {
            text = Double.toString(number.value());
        } else if (value instanceof Text string && string.value().length() <= MAX_FACT_CHARS) {
            text = string.value();
        } else if (value == Constant.TRUE || value == Constant.FALSE) {
            text = value == Constant.TRUE ? "True" : "False";
        }
        return Optional.ofNullable(text);
    }

    private void visit(PyValue value, String name) throws BadInputException {
        // a value that contains itself has been walked already, and no network nests a hundred deep
        if (path.size() >= MAX_DEPTH || name.length() > MAX_NAME_CHARS || !path.add(value)) {
            return;
        }
        Optional<PickledTensor> tensor = TensorCalls.tensor(value);
        if (tensor.isPresent()) {
            add(tensor.get(), name);
        } else {
            visitInside(value, name);
        }
        path.remove(value);
    }

    private static boolean canHoldTensors(PyValue value) {
        return value instanceof Call || value instanceof Dict || value instanceof Sequence;
    }

    private void count(int items) throws BadInputException {
        visits += items + 1L;
        if (visits > MAX_VISITS) {
            throw new BadInputException(label + " nests its values in more ways than can be followed.");
        }
    }

    private void visitInside(PyValue value, String name) throws BadInputException {
        if (value instanceof Sequence sequence) {
            visitItems(sequence.items(), name);
        } else if (value instanceof Dict dict) {
            visitPairs(dict, name);
        } else if (value instanceof Call call) {
            visitItems(call.arguments(), name);
            visitState(call.state(), name);
            visitPairs(call.items(), name);
            visitItems(call.elements().items(), name);
        }
    }

    /** Objects with slots have a pair of dictionaries for their state. */
    private void visitState(PyValue state, String name) throws BadInputException {
        if (state instanceof Sequence pair) {
            count(pair.items().size());
            for (PyValue part : pair.items()) {
                visitIfContainer(part, name);
            }
        } else {
            visitIfContainer(state, name);
        }
    }

    private void visitItems(List<PyValue> items, String name) throws BadInputException {
        count(items.size());
        for (int i = 0; i < items.size(); i++) {
            if (canHoldTensors(items.get(i))) {
                visit(items.get(i), names.take(join(name, Integer.toString(i))));
            }
        }
    }

    private void visitPairs(Dict dict, String name) throws BadInputException {
        count(dict.size());
        for (int i = 0; i < dict.size(); i++) {
            if (canHoldTensors(dict.value(i))) {
                visit(dict.value(i), names.take(join(name, keyText(dict.key(i), i))));
            }
        }
    }

    private void visitIfContainer(PyValue value, String name) throws BadInputException {
        if (canHoldTensors(value)) {
            visit(value, name);
        }
    }

    private static String keyText(PyValue key, int index) {
        if (key instanceof Text text) {
            return SILENT.contains(text.value()) ? "" : text.value();
        }
        if (key instanceof Int number) {
            return Long.toString(number.value());
        }
        return key instanceof Global global ? global.name() : Integer.toString(index);
    }

    private static String join(String name, String key) {
        return name.isEmpty() || key.isEmpty() ? name + key : name + "." + key;
    }

    /** Keys such as 1 and "1" lead to the same name, which then is numbered. */
    private void add(PickledTensor tensor, String name) throws BadInputException {
        int use = uses.merge(name, 1, Integer::sum);
        String unique = use == 1 ? name : name + " (" + use + ")";
        tensors.add(tensor.named(names.take(unique)));
        if (tensors.size() > MAX_TENSORS) {
            throw new BadInputException(
                    label + " describes more than " + MAX_TENSORS + " tensors: it is damaged or made to deceive.");
        }
    }
}
