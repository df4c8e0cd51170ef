package org.eigenscope.study.attribute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eigenscope.error.BadInputException;

/**
 * A table of attributes, one row a file: CSV or TSV with names in the first line, or a JSON array of objects. The column {@code file},
 * {@code filename}, {@code path}, {@code source}, {@code checkpoint} or {@code name}, else the first, tells the file: its name, its name
 * without ending, the end of its path, or a folder that it is in.
 */
public final class AttributeTable {
    private static final List<String> KEYS = List.of("file", "filename", "path", "source", "checkpoint", "name");
    private static final int MOST_ROWS = 1_000_000;

    private final String label;
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> ambiguous = new LinkedHashSet<>();

    private AttributeTable(String label) {
        this.label = label;
    }

    /**
     * Reads a table.
     *
     * @throws BadInputException if it cannot be read, has no rows or no names
     */
    public static AttributeTable read(Path file) throws BadInputException {
        AttributeTable table = new AttributeTable(String.valueOf(file.getFileName()));
        TextRecords.read(file).forEach(table::add);
        if (table.rows.isEmpty()) {
            throw new BadInputException(file + " has no row of attributes.");
        }
        return table;
    }

    private void add(Map<String, String> row) {
        String key = KEYS.stream()
                .flatMap(name -> row.keySet().stream()
                        .filter(own -> own.strip().toLowerCase(Locale.ROOT).equals(name)))
                .findFirst()
                .orElseGet(() -> row.keySet().stream().findFirst().orElse(""));
        Map<String, String> values = new LinkedHashMap<>(row);
        String file = values.remove(key);
        if (file != null && !file.isBlank() && rows.size() < MOST_ROWS) {
            String plain =
                    file.strip().replace('\\', '/').replaceFirst("^\\./", "").replaceFirst("/$", "");
            rows.computeIfAbsent(plain, name -> new ArrayList<>()).add(values);
        }
    }

    /** The attributes of a file; none if no row is of it, or several are that do not say the same. */
    public synchronized List<Attribute> attributes(Path file) {
        String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
        Set<Map<String, String>> found = new LinkedHashSet<>();
        for (String key : candidates(path)) {
            List<Map<String, String>> match = rows.get(key);
            if (match != null && found.isEmpty()) {
                found.addAll(match);
                used.add(key);
            }
        }
        if (found.size() > 1) {
            ambiguous.add(String.valueOf(file.getFileName()));
            return List.of();
        }
        List<Attribute> attributes = new ArrayList<>();
        for (Map<String, String> row : found) {
            row.forEach((name, value) ->
                    AttributeNames.attribute(name, value, AttributeOrigin.TABLE).ifPresent(attributes::add));
        }
        return attributes;
    }

    /** What a row may call a file, the most telling first: ends of its path, those without its ending, then folders. */
    private static List<String> candidates(String path) {
        List<String> names = new ArrayList<>();
        String stem = path.replaceFirst("(?<=[^/])\\.[A-Za-z0-9]{1,12}$", "");
        for (String whole : List.of(path, stem)) {
            names.add(whole);
            for (int slash = whole.indexOf('/'); slash >= 0; slash = whole.indexOf('/', slash + 1)) {
                names.add(whole.substring(slash + 1));
            }
        }
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String folder = path.substring(0, end);
            names.add(folder);
            for (int slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', slash + 1)) {
                names.add(folder.substring(slash + 1));
            }
        }
        return names;
    }

    /** What is to be said once all files have been asked for: rows that are of none, and files that several rows are of. */
    public synchronized List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        List<String> left =
                rows.keySet().stream().filter(key -> !used.contains(key)).toList();
        if (!left.isEmpty()) {
            remarks.add(label + ": " + left.size() + " of " + rows.size() + " rows are of no file here, such as "
                    + left.get(0) + ".");
        }
        if (!ambiguous.isEmpty()) {
            remarks.add(label + ": several rows that differ are of "
                    + ambiguous.iterator().next()
                    + (ambiguous.size() > 1 ? " and of " + (ambiguous.size() - 1) + " other files" : "")
                    + "; none of them was used.");
        }
        return remarks;
    }
}
