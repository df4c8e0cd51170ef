package org.eigenscope.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which package may use which: the table of the design, as data. A package always may use itself. */
final class PackageTable {
    private static final List<String> PORTS = List.of("error", "progress");
    private static final List<String> CORE =
            List.of("error", "progress", "matrix", "io", "spectrum", "histogram", "law", "ensemble", "fit", "analysis");
    private static final List<String> FRONT = List.of("figure", "session");

    private PackageTable() {}

    /** The packages without a toolkit. */
    static List<String> core() {
        return CORE;
    }

    /** Every package with those it may use, lowest first. */
    static Map<String, List<String>> mayUse() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("error", List.of());
        table.put("progress", List.of("error"));
        table.put("matrix", PORTS);
        table.put("io", join(PORTS, "matrix"));
        table.put("spectrum", join(PORTS, "matrix"));
        table.put("histogram", join(PORTS, "matrix", "spectrum"));
        table.put("law", List.of("error"));
        table.put("ensemble", join(PORTS, "law", "matrix", "spectrum"));
        table.put("fit", join(PORTS, "matrix", "spectrum", "histogram", "law", "ensemble"));
        table.put("analysis", CORE);
        table.put("figure", join(PORTS, "matrix", "spectrum", "histogram", "law", "fit"));
        table.put("session", join(CORE, "figure"));
        table.put("cli", join(CORE, "figure", "session"));
        table.put("ui", join(CORE, "figure", "session"));
        table.put("app", join(join(CORE, FRONT), "ui"));
        return table;
    }

    private static List<String> join(List<String> some, String... more) {
        return join(some, List.of(more));
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
