package org.eigenscope.bridge;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eigenscope.text.Printable;

/** The fields of a request's query, each of them once, known and within its bounds. */
final class RequestQuery {
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_QUERY = 16_384;

    private final Map<String, String> fields;

    private RequestQuery(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads a query.
     *
     * @param known the names that it may have
     * @throws RefusedException if it has another, or one of them twice, or is no query
     */
    static RequestQuery of(URI uri, Set<String> known) throws RefusedException {
        Map<String, String> fields = new LinkedHashMap<>();
        String query = uri.getRawQuery();
        if (query == null || query.isEmpty()) {
            return new RequestQuery(fields);
        }
        if (query.length() > MOST_QUERY) {
            throw bad("The query has " + query.length() + " characters; at most " + MOST_QUERY + " are read.");
        }
        for (String field : query.split("&")) {
            int equals = field.indexOf('=');
            String name = decoded(equals < 0 ? field : field.substring(0, equals));
            if (!known.contains(name)) {
                throw bad("The query has no field \"" + Printable.of(name) + "\" here; there are "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (fields.put(name, decoded(field.substring(equals + 1))) != null) {
                throw bad("The field " + name + " of the query comes twice.");
            }
        }
        return new RequestQuery(fields);
    }

    private static String decoded(String text) throws RefusedException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw bad("The query has a broken % escape.");
        }
    }

    /**
     * A name that can be shown, compared and counted on: of 1 to 200 characters, none of them a control character.
     *
     * @throws RefusedException if it is none
     */
    static String required(String what, String name) throws RefusedException {
        boolean steers = name.codePoints().anyMatch(c -> Printable.steers(c) || Character.isISOControl(c));
        if (name.isBlank() || name.length() > MOST_CHARACTERS || steers || name.indexOf('\uFFFD') >= 0) {
            throw bad("A " + what + " has 1 to " + MOST_CHARACTERS
                    + " characters, and neither control characters nor malformed UTF-8.");
        }
        return name;
    }

    Optional<String> text(String field) throws RefusedException {
        String value = fields.get(field);
        return value == null ? Optional.empty() : Optional.of(required(field, value));
    }

    String name() throws RefusedException {
        return text("name").orElseThrow(() -> bad("The query lacks the field name."));
    }

    OptionalLong step() throws RefusedException {
        Optional<String> step = text("step");
        return step.isEmpty() ? OptionalLong.empty() : OptionalLong.of(whole("step", 0, 1L << 53));
    }

    /** A whole number of a field that has to be there. */
    long whole(String field, long least, long most) throws RefusedException {
        String value = text(field).orElseThrow(() -> bad("The query lacks the field " + field + "."));
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw notWhole(field, least, most);
        }
        throw notWhole(field, least, most);
    }

    private static RefusedException notWhole(String field, long least, long most) {
        return bad("The field " + field + " is a whole number from " + least + " to " + most + ".");
    }

    boolean truth(String field) throws RefusedException {
        String value = text(field).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw bad("The field " + field + " is true or false.");
        }
        return value.equals("true");
    }

    Received.Label label() throws RefusedException {
        return new Received.Label(text("run").orElse(""), name(), step());
    }

    Map<String, Double> metrics() throws RefusedException {
        String text = fields.get("metrics");
        return text == null ? Map.of() : Json.numbers(text.getBytes(StandardCharsets.UTF_8));
    }

    static RefusedException bad(String sentence) {
        return new RefusedException(RefusedException.BAD_REQUEST, sentence);
    }
}
