package org.eigenscope.study.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eigenscope.figure.export.write.SpreadsheetText;
import org.eigenscope.study.StudyRow;

/**
 * Writes the rows of a plot as CSV: what identifies each in the study, its group and its numbers; of a comparison also what identifies
 * the other. Numbers are the shortest that read back the same, and {@code -Infinity} or {@code Infinity} is an end that the data did not
 * set.
 */
public final class PlotCsv {
    private static final String HEADER = "source,tensor,content,convention,options,group,x,x_low,x_high,y,y_low,y_high,"
            + "other_source,other_tensor,other_content\n";
    private static final int OTHER = 3;

    private PlotCsv() {}

    /** Writes the rows; the caller closes the stream. */
    public static void write(StudyPlot plot, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(HEADER);
        for (PlottedRow row : plot.rows()) {
            StringBuilder line = new StringBuilder();
            append(line, PlottedRow.identity(row.row()));
            line.append(',').append(cell(row.group()));
            row.numbers().forEach(number -> line.append(',').append(number));
            line.append(',');
            append(line, row.other().map(PlotCsv::place).orElse(List.of("", "", "")));
            writer.write(line.append('\n').toString());
        }
        writer.flush();
    }

    private static List<String> place(StudyRow row) {
        return PlottedRow.identity(row).subList(0, OTHER);
    }

    private static void append(StringBuilder line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
    }

    private static String cell(String text) {
        String safe = SpreadsheetText.of(text);
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
