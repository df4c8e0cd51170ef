package org.eigenscope.io.format.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the tensors of a model are called. A name that only counts, such as {@code onnx::MatMul_896}, gives way to the path of the
 * node that uses the tensor; names that occur in several graphs get the path of the graph, such as {@code If_3/then_branch}, before
 * them; what is still not unique is numbered.
 */
final class OnnxNames {
    private static final Pattern COUNTS = Pattern.compile("(onnx::)?([A-Za-z]+_)?\\d+");

    /** The weights of recurrent layers, by the operators' documentation. */
    private static final List<String> RECURRENT = List.of("X", "W", "R", "B");

    private static final Set<String> RECURRENT_OPERATORS = Set.of("LSTM", "GRU", "RNN");

    private final List<Scoped> tensors = new ArrayList<>();
    private final Map<String, Use> uses = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, String> inFile = new LinkedHashMap<>();
    private long charsLeft;

    /** @param mostChars how long all names together may be, so that a small file cannot fill the memory with names */
    OnnxNames(long mostChars) {
        this.charsLeft = mostChars;
    }

    /** A tensor and the path of its graph. */
    private record Scoped(OnnxTensor tensor, String scope) {}

    /** Who uses a tensor first, and as which of its inputs. */
    private record Use(OnnxNode node, int input) {}

    void use(OnnxNode node) {
        for (int i = 0; i < node.inputs().size(); i++) {
            uses.putIfAbsent(key(node.scope(), node.inputs().get(i)), new Use(node, i));
            // graphs inside nodes see the tensors of those around them
            uses.putIfAbsent(key("", node.inputs().get(i)), new Use(node, i));
        }
    }

    private static String key(String scope, String tensor) {
        return scope + "\n" + tensor;
    }

    void add(OnnxTensor tensor, String scope) {
        tensors.add(new Scoped(tensor, scope));
    }

    int size() {
        return tensors.size();
    }

    /** The tensors under their names, in the order they came. */
    List<OnnxTensor> resolved() throws IOException {
        tensors.forEach(scoped -> occurrences.merge(scoped.tensor().name(), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        List<OnnxTensor> named = new ArrayList<>();
        for (Scoped scoped : tensors) {
            String own = scoped.tensor().name();
            String path = pathOfUse(scoped);
            boolean scopeTells = path.equals(own)
                    && occurrences.get(own) > 1
                    && !scoped.scope().isEmpty();
            String wanted = scopeTells ? scoped.scope() + "/" + own : path;
            String name = wanted;
            for (int use = 2; !taken.add(name); use++) {
                name = wanted + " (" + use + ")";
            }
            charsLeft -= name.length();
            if (charsLeft < 0) {
                throw new IOException("it names more tensors than a file of its size can");
            }
            if (!path.equals(own)) {
                inFile.put(name, own);
            }
            named.add(scoped.tensor().named(name, scoped.tensor().value()));
        }
        return named;
    }

    /** What the file calls the tensors that are named after the node that uses them, by their new name. */
    Map<String, String> inFile() {
        return inFile;
    }

    private String pathOfUse(Scoped scoped) {
        String own = scoped.tensor().name();
        if (!COUNTS.matcher(own).matches()) {
            return own;
        }
        Optional<Use> use = Optional.ofNullable(uses.get(key(scoped.scope(), own)))
                .filter(found -> !found.node().name().isEmpty());
        return use.map(this::path).orElse(own);
    }

    private String path(Use use) {
        OnnxNode node = use.node();
        if (RECURRENT_OPERATORS.contains(node.operator()) && use.input() < RECURRENT.size()) {
            return node.name() + "/" + RECURRENT.get(use.input());
        }
        long counting = node.inputs().stream()
                .filter(input -> COUNTS.matcher(input).matches() && isTensor(input))
                .count();
        return counting > 1 ? node.name() + "/input" + use.input() : node.name();
    }

    private boolean isTensor(String name) {
        return occurrences.containsKey(name);
    }
}
