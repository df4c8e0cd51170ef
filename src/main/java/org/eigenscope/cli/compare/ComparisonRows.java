package org.eigenscope.cli.compare;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.cli.console.Json;
import org.eigenscope.figure.export.write.SpreadsheetText;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.naming.NetworkOrder;
import org.eigenscope.study.statistic.DifferenceInterval;
import org.eigenscope.study.survey.MatrixComparison;

/** Writes what a comparison says of each matrix, a line at a time. */
final class ComparisonRows {
    private static final List<Column> OF_EACH = List.of(
            Column.KAPPA,
            Column.KAPPA_LOW,
            Column.KAPPA_HIGH,
            Column.TAIL_EXPONENT,
            Column.ALPHA_PL,
            Column.STABLE_RANK,
            Column.SPECTRAL_NORM,
            Column.PHASE);
    private static final List<Column> OF_DIFFERENCE = List.of(
            Column.LAW,
            Column.KAPPA,
            Column.KAPPA_LOW,
            Column.KAPPA_HIGH,
            Column.BEST_LAW,
            Column.ALPHA_PL,
            Column.STABLE_RANK,
            Column.SPECTRAL_NORM,
            Column.MATRIX_RANK,
            Column.PHASE);

    private final DataOutput out;
    private final boolean lines;

    /** @param lines JSON lines instead of CSV */
    ComparisonRows(DataOutput out, boolean lines) {
        this.out = out;
        this.lines = lines;
    }

    void begin() throws IOException {
        if (!lines) {
            out.line(String.join(
                    ",",
                    cells(Optional.empty(), Optional.empty(), Optional.empty(), "")
                            .keySet()));
        }
    }

    /**
     * A row.
     *
     * @param compared empty if the two could not be compared
     * @param reason why; empty if they could
     */
    void write(TensorInfo info, NetworkOrder.Position position, Optional<MatrixComparison> compared, String reason)
            throws IOException {
        Map<String, Object> cells = cells(Optional.of(info), Optional.of(position), compared, reason);
        out.line(lines ? json(cells) : csv(cells));
        out.flush();
    }

    private static Map<String, Object> cells(
            Optional<TensorInfo> info,
            Optional<NetworkOrder.Position> position,
            Optional<MatrixComparison> compared,
            String reason) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("tensor", info.map(TensorInfo::name).orElse(""));
        cells.put("depth", position.map(NetworkOrder.Position::depth).orElse(0));
        cells.put("block", position.map(NetworkOrder.Position::block).orElse(""));
        cells.put("role", position.map(p -> p.place().role()).orElse(""));
        cells.put("rows", info.map(TensorInfo::rows).orElse(0L));
        cells.put("columns", info.map(TensorInfo::columns).orElse(0L));
        cells.put("law", compared.map(c -> c.a().text(Column.LAW)).orElse(""));
        Optional<DifferenceInterval> kappa = compared.flatMap(MatrixComparison::kappa);
        cells.put("delta_kappa", kappa.map(DifferenceInterval::value).orElse(Double.NaN));
        cells.put("delta_kappa_low", kappa.map(DifferenceInterval::low).orElse(Double.NaN));
        cells.put("delta_kappa_high", kappa.map(DifferenceInterval::high).orElse(Double.NaN));
        cells.put("relative_norm", compared.map(MatrixComparison::relativeNorm).orElse(Double.NaN));
        cells.put("cka", compared.map(MatrixComparison::alignment).orElse(Double.NaN));
        put(cells, OF_EACH, "_a", compared.map(MatrixComparison::a), "");
        put(cells, OF_EACH, "_b", compared.map(MatrixComparison::b), "");
        put(cells, OF_DIFFERENCE, "", compared.flatMap(MatrixComparison::difference), "difference_");
        cells.put("skipped", reason);
        return cells;
    }

    private static void put(
            Map<String, Object> cells, List<Column> columns, String end, Optional<Cells> of, String start) {
        for (Column column : columns) {
            Object value = of.map(results -> results.values().get(column)).orElse(null);
            cells.put(start + column.id() + end, value == null ? "" : value);
        }
    }

    private static String csv(Map<String, Object> cells) {
        return String.join(",", cells.values().stream().map(ComparisonRows::csv).toList());
    }

    private static String csv(Object value) {
        if (value instanceof String text) {
            String safe = SpreadsheetText.of(text);
            boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
        }
        return value.equals(Double.NaN) ? "" : value.toString();
    }

    private static String json(Map<String, Object> cells) throws IOException {
        return Json.line(json -> json.object(() -> {
            for (Map.Entry<String, Object> cell : cells.entrySet()) {
                if (cell.getValue() instanceof String text) {
                    json.field(cell.getKey(), Optional.of(text).filter(value -> !value.isEmpty()));
                } else if (cell.getValue() instanceof Double number) {
                    json.field(cell.getKey(), (double) number);
                } else {
                    json.field(cell.getKey(), ((Number) cell.getValue()).longValue());
                }
            }
        }));
    }
}
