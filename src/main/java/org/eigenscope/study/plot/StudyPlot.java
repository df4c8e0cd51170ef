package org.eigenscope.study.plot;

import java.util.List;
import java.util.Objects;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Sheet;

/**
 * A plot of a study, for the window and for exports alike. Points and cells carry the numbers of their rows.
 *
 * @param request what was asked for
 * @param sheet the figure, with its notes below
 * @param rows what is shown, in the order of the study
 * @param places where the rows are in the panels
 * @param description the figure in words
 */
public record StudyPlot(
        PlotRequest request, Sheet sheet, List<PlottedRow> rows, List<RowPlace> places, String description) {
    public StudyPlot {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(description, "description");
        rows = List.copyOf(rows);
        places = List.copyOf(places);
    }

    /** What identifies each row and what is shown of it, in order. */
    public List<String> digests() {
        return rows.stream().map(PlottedRow::digest).toList();
    }

    /** The title, or words in its place. */
    public String title() {
        FigureSpec first = sheet.panels().get(0).chart();
        return first.title().isEmpty() ? "Study: " + request.kind().meaning() : first.title();
    }
}
