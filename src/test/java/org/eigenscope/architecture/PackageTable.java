package org.eigenscope.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which package may use which, read from {@code architecture/packages.txt}. A package always may use itself. */
final class PackageTable {
    /** The name under which the root package stands in the table. */
    static final String ROOT = ".";

    private static final String FILE = "/architecture/packages.txt";
    private static final Map<String, List<String>> ROWS = read();

    private PackageTable() {}

    /** Every package with those it may use, in the order of the file. */
    static Map<String, List<String>> mayUse() {
        return ROWS;
    }

    /** What the javadoc of a package says of its row. */
    static String sentence(List<String> allowed) {
        if (allowed.isEmpty()) {
            return "Uses nothing else of the project.";
        }
        return allowed.stream().collect(Collectors.joining("}, {@code ", "May use {@code ", "}."));
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : text().lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split(":", -1);
                List<String> allowed = cells[1].isBlank()
                        ? List.of()
                        : List.of(cells[1].strip().split(" +"));
                if (cells.length != 2 || rows.put(cells[0], allowed) != null) {
                    throw new IllegalStateException(FILE + " says twice or unclearly: " + line);
                }
            }
        }
        return rows;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(PackageTable.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
