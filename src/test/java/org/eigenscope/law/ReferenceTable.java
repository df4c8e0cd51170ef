package org.eigenscope.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A CSV file of reference values in {@code law/} among the test resources. */
public record ReferenceTable(List<String> header, List<Row> rows) {
    /** One line; an empty cell is absent. */
    public record Row(List<String> header, String[] cells) {
        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        /** The nearest double; 0 where the value is below their range. */
        public double get(String column) {
            return Double.parseDouble(text(column));
        }

        /** ln of a positive value, which may be far below the range of doubles. */
        public double logarithm(String column) {
            BigDecimal value = new BigDecimal(text(column), MathContext.DECIMAL128);
            int exponent = value.precision() - value.scale() - 1;
            return Math.log(value.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10);
        }

        private String text(String column) {
            int index = header.indexOf(column);
            return index >= 0 && index < cells.length ? cells[index] : "";
        }

        @Override
        public String toString() {
            return String.join(",", cells);
        }
    }

    /** Reads a table. */
    public static ReferenceTable read(String name) {
        try (InputStream stream = ReferenceTable.class.getResourceAsStream("/law/" + name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> header = Arrays.asList(reader.readLine().split(","));
            List<Row> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(new Row(header, line.split(",")));
            }
            return new ReferenceTable(header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
