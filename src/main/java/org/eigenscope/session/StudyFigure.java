package org.eigenscope.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eigenscope.study.plot.PlotRequest;

/**
 * A figure of a study, as it can be drawn again from the same rows.
 *
 * @param study the study's file as it was named, with {@code /} between folders
 * @param rows a digest of each row that is shown, in order, see {@link org.eigenscope.study.plot.PlottedRow#digest}
 * @param request what is shown
 * @param page its page
 */
public record StudyFigure(String study, List<String> rows, PlotRequest request, PagePlan page) {
    public StudyFigure {
        Objects.requireNonNull(study, "study");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(page, "page");
        rows = List.copyOf(rows);
    }

    /** How many of these rows are not among others, which may have the same several times. */
    public static int missing(List<String> rows, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        List<String> missing = new ArrayList<>();
        for (String row : rows) {
            if (counts.merge(row, -1, Integer::sum) < 0) {
                missing.add(row);
            }
        }
        return missing.size();
    }
}
