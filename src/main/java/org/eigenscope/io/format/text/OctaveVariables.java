package org.eigenscope.io.format.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelToken;

/**
 * Lists the variables of an Octave text file. Each starts with {@code # name:} and {@code # type:}, goes on with lines such as
 * {@code # rows:} and then with its entries; elements of cells and structs are variables inside them. Where variables of one
 * name follow each other, the last counts, as in Octave.
 */
final class OctaveVariables {
    private static final int MOST_DEEP = 64;

    private final TextLines lines;
    private final TextInput input;
    private final String label;
    private final CancelToken cancel;
    private final Map<String, ListedTensor> found = new LinkedHashMap<>();
    private String line;

    OctaveVariables(TextLines lines, TextInput input, String label, CancelToken cancel) {
        this.lines = lines;
        this.input = input;
        this.label = label;
        this.cancel = cancel;
    }

    List<ListedTensor> list() throws IOException, EigenscopeException {
        advance();
        while (toNextName()) {
            variable("", 0);
        }
        return new ArrayList<>(found.values());
    }

    private void advance() throws IOException, EigenscopeException {
        line = lines.nextOfAny();
        if (lines.line() % 4096 == 0) {
            cancel.throwIfCancelled();
        }
    }

    private boolean toNextName() throws IOException, EigenscopeException {
        while (line != null && value(line, "name").isEmpty()) {
            advance();
        }
        return line != null;
    }

    /** The value of a line {@code # key: value}. */
    private static Optional<String> value(String line, String key) {
        String text = line.strip();
        boolean comment = text.startsWith("#") || text.startsWith("%");
        String rest = comment ? text.substring(1).strip() : "";
        return rest.startsWith(key + ":")
                ? Optional.of(rest.substring(key.length() + 1).strip())
                : Optional.empty();
    }

    /** Reads on past a variable whose name is on the current line. */
    private void variable(String prefix, int depth) throws IOException, EigenscopeException {
        if (depth > MOST_DEEP) {
            throw new BadInputException(label + " holds cells within cells, " + MOST_DEEP + " deep: it is damaged.");
        }
        String name = prefix + value(line, "name").orElseThrow();
        advance();
        String type = line == null ? "" : value(line, "type").orElse("");
        type = type.startsWith("global ") ? type.substring("global ".length()) : type;
        Map<String, Long> sizes = new HashMap<>();
        List<Long> shape = new ArrayList<>();
        if (!type.isEmpty()) {
            advance();
            readSizes(sizes, shape);
        }
        if (type.equals("cell")) {
            members(name, shape, OctaveVariables::elements, depth);
        } else if (type.equals("struct") || type.equals("scalar struct")) {
            List<Long> fields = List.of(sizes.getOrDefault("length", 0L));
            members(name, fields, (whole, index) -> List.of(), depth);
        } else {
            // a matrix without rows or columns is followed by blank lines only
            add(name, type, shape, sizes);
        }
    }

    /** The names of a cell's elements, as Octave writes them. */
    private static List<String> elements(List<Long> shape, long index) {
        long rows = shape.isEmpty() ? 1 : Math.max(1, shape.get(0));
        return List.of("{" + (index % rows + 1) + "," + (index / rows + 1) + "}");
    }

    /** How the n-th member of a whole is called; empty when the file says it itself. */
    private interface Naming {
        List<String> of(List<Long> shape, long index);
    }

    private void members(String name, List<Long> shape, Naming naming, int depth)
            throws IOException, EigenscopeException {
        long count = 1;
        for (long size : shape) {
            count *= Math.min(Math.max(size, 0), Integer.MAX_VALUE);
        }
        for (long index = 0; index < count && toNextName(); index++) {
            List<String> named = naming.of(shape, index);
            if (named.isEmpty()) {
                variable(name + ".", depth + 1);
            } else {
                line = "# name: " + name + named.get(0);
                variable("", depth + 1);
            }
        }
    }

    /** Reads on past lines such as {@code # rows: 3}, and the line of sizes below {@code # ndims: 3}. */
    private void readSizes(Map<String, Long> sizes, List<Long> shape) throws IOException, EigenscopeException {
        for (; line != null; advance()) {
            boolean any = false;
            for (String key : List.of("ndims", "rows", "columns", "nnz", "length", "elements", "size")) {
                Optional<String> text = value(line, key);
                if (text.isPresent()) {
                    sizes.put(key, number(text.get()));
                    any = true;
                }
            }
            if (sizes.containsKey("ndims") && shape.isEmpty()) {
                advance();
                for (String size : line == null ? new String[0] : line.strip().split("\\s+")) {
                    shape.add(number(size));
                }
            } else if (!any && !isSetting(line)) {
                break;
            }
        }
        if (sizes.containsKey("rows")) {
            shape.add(sizes.get("rows"));
            shape.add(sizes.getOrDefault("columns", 0L));
        }
        if (sizes.containsKey("size")) {
            shape.addAll(List.of(sizes.get("size"), sizes.get("size")));
        }
    }

    /** A line that says something else of the variable, such as {@code # orient: c}. */
    private static boolean isSetting(String line) {
        boolean comment = line.strip().startsWith("#") || line.strip().startsWith("%");
        return comment && value(line, "name").isEmpty();
    }

    private long number(String text) throws BadInputException {
        try {
            long size = Long.parseLong(text);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException malformed) {
            // told below
        }
        throw new BadInputException(label + ", line " + lines.line() + ": '" + text + "' is no size.");
    }

    private void add(String name, String type, List<Long> shape, Map<String, Long> sizes) throws BadInputException {
        // the first line of entries has been read already
        OctaveEntries entries = new OctaveEntries(input, label, lines.line() - 1, type, shape, sizes);
        found.remove(name);
        boolean flat = Stream.of("sparse ", "diagonal ", "permutation ").anyMatch(type::startsWith);
        if (flat && (shape.size() != 2 || sizes.containsKey("ndims"))) {
            throw new BadInputException(
                    label + "#" + name + " is a " + type + " without rows and columns: it is damaged.");
        }
        found.put(name, tensor(name, type, shape, entries));
    }

    private ListedTensor tensor(String name, String type, List<Long> shape, OctaveEntries entries)
            throws BadInputException {
        boolean numbers = Stream.of("matrix", "scalar", "bool").anyMatch(type::endsWith);
        if (type.contains("complex")) {
            return ListedTensor.unreadable(TensorInfo.skipped(name, shape, "complex"));
        }
        if (!numbers) {
            String reason = type.isEmpty() ? "of no type" : "of type " + type;
            return ListedTensor.unreadable(TensorInfo.skipped(name, List.of(), reason));
        }
        TensorShape.countBytes(shape, Double.BYTES, label + "#" + name);
        ElementType stored = type.startsWith("float ") ? ElementType.F32 : ElementType.F64;
        TensorInfo info = TensorInfo.of(name, stored, shape);
        return info.isReadable() ? new ListedTensor(info, entries::read) : ListedTensor.unreadable(info);
    }
}
