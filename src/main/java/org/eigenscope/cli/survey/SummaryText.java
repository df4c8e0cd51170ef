package org.eigenscope.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.statistic.ColumnSummary;

/** What the rows of a survey are like, in a few lines. */
final class SummaryText {
    private static final List<Column> COLUMNS =
            List.of(Column.KAPPA, Column.TAIL_EXPONENT, Column.ALPHA_PL, Column.STABLE_RANK, Column.ENTROPY);

    private SummaryText() {}

    /** One line a column that has numbers; failures are counted, never averaged over. */
    static List<String> of(List<StudyRow> rows) {
        double[] weights =
                rows.stream().mapToDouble(row -> row.cells().number(Column.N)).toArray();
        List<String> lines = new ArrayList<>();
        for (Column column : COLUMNS) {
            double[] values =
                    rows.stream().mapToDouble(row -> row.cells().number(column)).toArray();
            ColumnSummary summary = ColumnSummary.of(values, weights);
            if (summary.count() > 0) {
                lines.add(line(column, summary, rows.size()));
            }
        }
        long directions = rows.stream()
                .map(row -> row.cells().text(Column.LAW))
                .filter(law -> !law.isEmpty())
                .distinct()
                .count();
        if (directions > 1) {
            lines.add(
                    "kappa is of htmp in some rows and of inverse-htmp in others, which are different numbers: see the column"
                            + " 'law', or choose one with --law.");
        }
        return lines;
    }

    private static String line(Column column, ColumnSummary summary, int rows) {
        return String.format(
                Locale.ROOT,
                "%s: mean weighted by n %.4g, median %.4g, quartiles %.4g and %.4g, of %d of %d rows.",
                column.id(),
                summary.weightedMean(),
                summary.median(),
                summary.lowerQuartile(),
                summary.upperQuartile(),
                summary.count(),
                rows);
    }
}
