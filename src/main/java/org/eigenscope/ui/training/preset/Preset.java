package org.eigenscope.ui.training.preset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.ui.training.form.FormKey;

/**
 * An experiment: the values of the fields, and a page about it.
 *
 * @param title its name in the menu
 * @param fields texts of fields under their names
 * @param page Markdown
 */
public record Preset(String title, Map<String, String> fields, String page) {
    private static final String FENCE = "---";
    private static final String TITLE = "title";

    public Preset {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads a page: lines {@code key: value} between two lines of three dashes, and Markdown after them. Keys are {@code title} and the names
     * of the fields; fields that are not named keep their usual text.
     *
     * @param name of the file, for messages
     * @throws BadInputException if the page has no such head, or a key is unknown, twice or without a value
     */
    public static Preset parse(String name, String text) throws BadInputException {
        String[] lines = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\uFEFF", "")
                .split("\n", -1);
        int first = 0;
        while (first < lines.length && lines[first].isBlank()) {
            first++;
        }
        int end = first + 1;
        while (end < lines.length && !lines[end].strip().equals(FENCE)) {
            end++;
        }
        if (end >= lines.length || !lines[first].strip().equals(FENCE)) {
            throw new BadInputException(
                    "The page " + name + " does not begin with its fields between two lines '---'.");
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = first + 1; i < end; i++) {
            if (!lines[i].isBlank()) {
                put(found, name, lines[i]);
            }
        }
        String title = found.remove(TITLE);
        if (title == null) {
            throw new BadInputException("The page " + name + " has no title.");
        }
        StringBuilder page = new StringBuilder();
        for (int i = end + 1; i < lines.length; i++) {
            page.append(lines[i]).append('\n');
        }
        return new Preset(title, found, page.toString().strip());
    }

    private static void put(Map<String, String> found, String name, String line) throws BadInputException {
        int colon = line.indexOf(':');
        String key = colon < 0 ? line.strip() : line.substring(0, colon).strip();
        String value = colon < 0 ? "" : unquoted(line.substring(colon + 1).strip());
        boolean known = key.equals(TITLE) || FormKey.byId(key).isPresent();
        if (!known || value.isEmpty() || found.put(key, value) != null) {
            throw new BadInputException("The page " + name + " has the line '" + line.strip()
                    + "', which is no field with a" + " value, or one that was there before.");
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
