package org.eigenscope.io.format.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.BadInputException;

/** Finds out from the first lines of a text table how it is written. */
final class DialectSniffer {
    private static final int MOST_LINES = 64;
    private static final int FEWEST_LINES = 3;
    private static final int ENOUGH_CHARS = 1 << 20;

    /** In the order of how unlikely they are inside a number. */
    private static final char[] DELIMITERS = {';', '\t', '|', ','};

    /** Believed only where they cut every line into as many numbers. */
    private static final char[] RARE_DELIMITERS = {'&', ':', '^', '~', '!', '/'};

    private final String label;
    private final TableLayout layout;
    private final boolean ofMatrix;

    /**
     * @param label the file, as messages name it
     * @param ofMatrix whether a column of integers may name the rows
     */
    DialectSniffer(String label, TableLayout layout, boolean ofMatrix) {
        this.label = label;
        this.layout = layout;
        this.ofMatrix = ofMatrix;
    }

    TextDialect sniff(TextInput input) throws IOException, BadInputException {
        List<String> lines = firstLines(input);
        if (lines.isEmpty()) {
            throw new BadInputException(label + " holds no numbers.");
        }
        int header = layout.headerLines().orElse(0);
        if (header > 0 && header >= lines.size()) {
            throw new BadInputException(label + " holds no numbers below its " + header + " lines of names.");
        }
        char delimiter = delimiter(lines.size() == 1 ? lines : lines.subList(Math.max(header, 1), lines.size()));
        List<List<String>> rows =
                lines.stream().map(line -> TextRows.split(line, delimiter)).toList();
        return of(rows, delimiter);
    }

    private TextDialect of(List<List<String>> rows, char delimiter) throws BadInputException {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean trailing = width > 1 && rows.stream().allMatch(row -> row.size() < width || isBlank(row, width - 1));
        int margin = width > 2 && trailing && rows.stream().allMatch(row -> isBlank(row, 0)) ? 1 : 0;
        int end = width - (trailing ? 1 : 0);
        List<List<String>> cells = rows.stream()
                .map(row -> row.subList(Math.min(margin, row.size()), Math.min(end, row.size())))
                .map(row -> trailing && row.size() < end - margin ? withoutBlankEnd(row) : row)
                .toList();
        NumberStyle style = style(cells, delimiter);
        if (ofMatrix && cells.stream().flatMap(List::stream).anyMatch(ComplexCell::isOne)) {
            style.learnComplex();
        }
        TableLabels labels = new LabelRules(cells, style, layout, ofMatrix).find();
        List<String> first = cells.get(Math.min(labels.headerLines(), cells.size() - 1));
        int columns = first.size() - labels.labelColumns();
        if (columns < 1) {
            throw new BadInputException(label + " has " + first.size() + " columns, so that none is left beside "
                    + labels.labelColumns() + " columns of labels.");
        }
        return new TextDialect(delimiter, columns, margin, labels, trailing, style, remarks(cells, labels, style));
    }

    private List<String> firstLines(TextInput input) throws IOException, BadInputException {
        List<String> sample = new ArrayList<>();
        int chars = 0;
        try (TextLines lines = new TextLines(input.open(), label)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                sample.add(line);
                chars += line.length();
                if (sample.size() == MOST_LINES || sample.size() >= FEWEST_LINES && chars > ENOUGH_CHARS) {
                    break;
                }
            }
        }
        return sample;
    }

    private static char delimiter(List<String> dataLines) {
        for (char candidate : DELIMITERS) {
            if (dataLines.stream().anyMatch(line -> line.indexOf(candidate) >= 0)) {
                return candidate;
            }
        }
        for (char candidate : RARE_DELIMITERS) {
            if (cutsIntoNumbers(dataLines, candidate)) {
                return candidate;
            }
        }
        return TextDialect.BLANKS;
    }

    private static boolean cutsIntoNumbers(List<String> lines, char delimiter) {
        int width = TextRows.split(lines.get(0), delimiter).size();
        NumberStyle any = NumberStyle.usualWith(delimiter);
        return width > 1
                && lines.stream()
                        .map(line -> TextRows.split(line, delimiter))
                        .allMatch(row -> row.size() == width
                                && row.stream()
                                        .allMatch(cell -> CellKind.of(cell, any).isNumber()));
    }

    private static List<String> withoutBlankEnd(List<String> row) {
        int last = row.size() - 1;
        return last > 0 && row.get(last).isBlank() ? row.subList(0, last) : row;
    }

    private static boolean isBlank(List<String> row, int column) {
        return column < row.size() && row.get(column).isBlank();
    }

    /** From the last row to the first, since names such as 1,2 say nothing about numbers. */
    private static NumberStyle style(List<List<String>> rows, char delimiter) {
        NumberStyle style = NumberStyle.usualWith(delimiter);
        for (int row = rows.size() - 1; row >= 0; row--) {
            for (String cell : rows.get(row)) {
                String digits = digits(cell);
                if (!digits.isEmpty() && digits.chars().allMatch(c -> "0123456789.,".indexOf(c) >= 0)) {
                    style.learn(digits);
                }
            }
        }
        return style;
    }

    /** A cell without its sign and its percent sign. */
    private static String digits(String cell) {
        String text = CellParser.stripped(cell);
        boolean signed = text.startsWith("-") || text.startsWith("+") || text.startsWith("\u2212");
        String digits = signed ? text.substring(1) : text;
        return digits.endsWith("%") ? digits.substring(0, digits.length() - 1) : digits;
    }

    private static List<String> remarks(List<List<String>> rows, TableLabels labels, NumberStyle style) {
        List<List<String>> body = rows.subList(Math.min(labels.headerLines(), rows.size()), rows.size());
        List<String> remarks = new ArrayList<>();
        if (style.hasDecimalCommas()) {
            remarks.add("commas read as decimal marks");
        }
        if (holds(body, style, "%")) {
            remarks.add("percentages read as hundredths");
        }
        if (!style.hasDecimalCommas() && holds(body, style, ",")) {
            remarks.add("commas read as marks between thousands");
        }
        return remarks;
    }

    private static boolean holds(List<List<String>> rows, NumberStyle style, String mark) {
        return rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> cell.contains(mark) && CellKind.of(cell, style) == CellKind.REAL);
    }
}
