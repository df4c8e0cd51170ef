package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/** What a plot is made from, and what is to be said of it below the plot. */
final class PlotSource {
    private final String study;
    private final PlotRequest request;
    private final SelectedRows selected;
    private final PlotColumns columns;
    private final RowSpectra spectra;
    private final List<String> remarks = new ArrayList<>();

    PlotSource(String study, PlotRequest request, SelectedRows selected, RowSpectra spectra) {
        this.study = study;
        this.request = request;
        this.selected = selected;
        this.columns = new PlotColumns(study, selected.rows());
        this.spectra = spectra;
    }

    PlotRequest request() {
        return request;
    }

    List<StudyRow> rows() {
        return selected.rows();
    }

    PlotColumns columns() {
        return columns;
    }

    RowSpectra spectra() {
        return spectra;
    }

    /** Says something below the plot. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Says how many rows are not in the plot, and why. */
    void leftOut(int count, String reason) {
        if (count > 0) {
            remark(count + (count == 1 ? " row is" : " rows are") + " left out: " + reason + ".");
        }
    }

    /** Of a plot without a row to show. */
    BadInputException noNumbers(String... names) {
        for (String name : names) {
            if (rows().stream().noneMatch(row -> Double.isFinite(row.number(name)))) {
                boolean text = rows().stream().anyMatch(row -> !row.text(name).isEmpty());
                return new BadInputException("None of the " + rows().size() + " rows has a number of '" + name + "'"
                        + (text ? "; it holds text." : "."));
            }
        }
        return new BadInputException(
                "None of the " + rows().size() + " rows has numbers of all of " + String.join(", ", names) + ".");
    }

    /** The sentences below a plot of some rows. */
    List<String> notes(List<PlottedRow> shown) {
        List<StudyRow> rows = shown.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.row()), row.other().stream()))
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder();
        text.append(rows.size())
                .append(rows.size() == 1 ? " matrix of " : " matrices of ")
                .append(study)
                .append(". ");
        text.append("Law: ").append(counted(rows, Column.LAW, "no law")).append("; ");
        text.append("eigenvalues: ")
                .append(counted(rows, Column.RULE, "not told"))
                .append(".");
        if (selected.failed() > 0) {
            text.append(' ')
                    .append(selected.failed())
                    .append(selected.failed() == 1 ? " row has" : " rows have")
                    .append(" no results.");
        }
        if (selected.settings() > 1) {
            text.append(" The study has rows of ")
                    .append(selected.settings())
                    .append(" settings; shown: ")
                    .append(selected.shown())
                    .append('.');
        }
        text.append(conditions());
        if (!request.selection().filter().isBlank()) {
            text.append(" Rows that fit: ")
                    .append(request.selection().filter().strip())
                    .append('.');
        }
        request.selection()
                .step()
                .ifPresent(step ->
                        text.append(" At ").append(NumberText.typed(step)).append(" or the last before it."));
        remarks.forEach(remark -> text.append(' ').append(remark));
        return List.of(text.toString());
    }

    /** Which matrix, layer or run is shown, if not all are. */
    private String conditions() {
        PlotRequest.Selection selection = request.selection();
        Stream<String> layer = selection.layer().isEmpty() ? Stream.of() : Stream.of("layer " + selection.layer());
        String all = Stream.concat(
                        layer,
                        selection.where().stream()
                                .filter(condition -> !condition.glob().isEmpty())
                                .map(condition -> condition.column().replace('_', ' ') + " " + condition.glob()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " Of " + all + ".";
    }

    /** The one text that all rows have, or each with how many have it. */
    private static String counted(List<StudyRow> rows, Column column, String none) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(row.cells().has(column) ? row.cells().text(column) : none, 1, Integer::sum));
        if (counts.size() == 1) {
            return counts.keySet().iterator().next();
        }
        return "mixed, "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
