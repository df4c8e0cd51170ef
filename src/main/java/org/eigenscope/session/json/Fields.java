package org.eigenscope.session.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eigenscope.error.BadInputException;

/** A strict view of one JSON object: every field is of the right kind, none is missing, none is left over. */
final class Fields {
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_ENTRIES = 4096;

    private final String path;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    private Fields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /** Reads what an object holds. */
    @FunctionalInterface
    interface Body<T> {
        T read(Fields fields) throws BadInputException;
    }

    /** Reads an object to the last field. */
    static <T> T read(String path, JsonNode node, Body<T> body) throws BadInputException {
        if (!node.isObject()) {
            throw new BadInputException("The session is damaged: " + path + " is not an object.");
        }
        Fields fields = new Fields(path, node);
        try {
            T value = body.read(fields);
            fields.requireAllRead();
            return value;
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(
                    "The session is damaged: in " + path + ", " + refused.getMessage() + ".", refused);
        }
    }

    private void requireAllRead() throws BadInputException {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!read.contains(field.getKey())) {
                throw new BadInputException("The session is not understood: " + at(field.getKey())
                        + " is unknown to this version of Eigenscope; a newer one may know it.");
            }
        }
    }

    private String at(String name) {
        return path + "." + name;
    }

    private BadInputException wrong(String name, String expected) {
        return new BadInputException("The session is damaged: " + at(name) + " is not " + expected + ".");
    }

    private JsonNode required(String name) throws BadInputException {
        read.add(name);
        JsonNode value = node.get(name);
        if (value == null) {
            throw new BadInputException("The session is damaged: " + at(name) + " is missing.");
        }
        return value;
    }

    String text(String name) throws BadInputException {
        JsonNode value = required(name);
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw wrong(name, "a text of at most " + LONGEST_TEXT + " characters");
        }
        return value.textValue();
    }

    /** Whether there is such a field, of those that may be missing. */
    boolean has(String name) {
        return node.has(name);
    }

    Optional<String> optionalText(String name) throws BadInputException {
        return isNull(name) ? Optional.empty() : Optional.of(text(name));
    }

    double number(String name) throws BadInputException {
        JsonNode value = required(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(name, "a number");
        }
        return value.doubleValue();
    }

    /** A number, or the given one in place of null. */
    double numberOr(String name, double instead) throws BadInputException {
        return isNull(name) ? instead : number(name);
    }

    long integer(String name) throws BadInputException {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return value.longValue();
    }

    int smallInteger(String name) throws BadInputException {
        long value = integer(name);
        if (value != (int) value) {
            throw wrong(name, "a whole number of this size");
        }
        return (int) value;
    }

    boolean flag(String name) throws BadInputException {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.booleanValue();
    }

    /** One of some values, by its id. */
    <T> T choice(String name, T[] values, Function<T, String> id) throws BadInputException {
        String wanted = text(name);
        List<String> known = new ArrayList<>();
        for (T value : values) {
            if (id.apply(value).equals(wanted)) {
                return value;
            }
            known.add(id.apply(value));
        }
        throw wrong(name, "one of " + String.join(", ", known));
    }

    <T> Optional<T> optionalChoice(String name, T[] values, Function<T, String> id) throws BadInputException {
        return isNull(name) ? Optional.empty() : Optional.of(choice(name, values, id));
    }

    <T> T object(String name, Body<T> body) throws BadInputException {
        return read(at(name), required(name), body);
    }

    <T> Optional<T> optionalObject(String name, Body<T> body) throws BadInputException {
        return isNull(name) ? Optional.empty() : Optional.of(object(name, body));
    }

    <T> List<T> objects(String name, Body<T> body) throws BadInputException {
        JsonNode array = required(name);
        if (!array.isArray() || array.size() > MOST_ENTRIES) {
            throw wrong(name, "a list of at most " + MOST_ENTRIES);
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            values.add(read(at(name) + "[" + i + "]", array.get(i), body));
        }
        return values;
    }

    List<String> texts(String name) throws BadInputException {
        JsonNode array = required(name);
        if (!array.isArray() || array.size() > MOST_ENTRIES) {
            throw wrong(name, "a list of at most " + MOST_ENTRIES);
        }
        List<String> values = new ArrayList<>();
        for (JsonNode value : array) {
            if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
                throw wrong(name, "a list of texts");
            }
            values.add(value.textValue());
        }
        return values;
    }

    /** The names of all fields; each is then asked for by name. */
    List<String> names() throws BadInputException {
        if (node.size() > MOST_ENTRIES) {
            throw new BadInputException("The session is damaged: " + path + " has too many fields.");
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** An object whose values are all texts. */
    Map<String, String> textMap(String name) throws BadInputException {
        return object(name, fields -> {
            Map<String, String> values = new LinkedHashMap<>();
            for (String key : fields.names()) {
                values.put(key, fields.text(key));
            }
            return values;
        });
    }

    private boolean isNull(String name) throws BadInputException {
        return required(name).isNull();
    }
}
