package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.survey.Globs;

/**
 * The rows that a plot is of.
 *
 * @param rows those of the settings that were used last which fit the selection and have results
 * @param failed how many others fit, but have no results
 * @param settings how many settings the study has rows of
 */
record SelectedRows(List<StudyRow> rows, int failed, int settings) {
    SelectedRows {
        rows = List.copyOf(rows);
    }

    static SelectedRows of(String study, List<StudyRow> all, PlotRequest request) throws BadInputException {
        if (all.isEmpty()) {
            throw new BadInputException(study + " has no rows.");
        }
        PlotColumns columns = new PlotColumns(study, all);
        for (PlotRequest.Condition condition : request.selection().where()) {
            columns.require(condition.column());
        }
        Set<String> settings = new LinkedHashSet<>();
        all.forEach(row -> settings.add(settings(row)));
        String last = settings(all.get(all.size() - 1));
        List<StudyRow> rows = new ArrayList<>();
        int failed = 0;
        for (StudyRow row : all) {
            if (settings(row).equals(last) && fits(row, request.selection())) {
                failed += row.isFailed() ? 1 : 0;
                if (!row.isFailed()) {
                    rows.add(row);
                }
            }
        }
        if (rows.isEmpty()) {
            throw new BadInputException("No row of " + study + " fits the selection"
                    + (failed > 0 ? " but " + failed + " without results." : "; it has " + all.size() + " rows."));
        }
        return new SelectedRows(rows, failed, settings.size());
    }

    private static String settings(StudyRow row) {
        return row.key().convention() + ";" + row.key().options();
    }

    /** A number fits however it is written. */
    private static boolean fits(StudyRow row, PlotRequest.Condition condition) {
        double wanted = AttributeNumber.orNaN(condition.glob());
        return Globs.fits(condition.glob(), row.text(condition.column())) || row.number(condition.column()) == wanted;
    }

    private static boolean fits(StudyRow row, PlotRequest.Selection selection) {
        String law = selection.law();
        // a failed row has no law, and is counted all the same
        boolean ofLaw =
                law.isEmpty() || row.isFailed() || row.cells().text(Column.LAW).equals(law);
        String glob = selection.layer();
        boolean ofLayer = glob.isEmpty()
                || Globs.fits(glob, row.cells().text(Column.TENSOR))
                || Globs.fits(glob, row.cells().text(Column.LAYER));
        return ofLaw && ofLayer && selection.where().stream().allMatch(condition -> fits(row, condition));
    }
}
