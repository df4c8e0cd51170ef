package org.eigenscope.ui.models.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.statistic.Coefficient;
import org.eigenscope.study.statistic.CorrelationEstimate;
import org.eigenscope.study.statistic.Correlations;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.text.Numbers;

/** The coefficients of a scatter plot, with intervals over its runs. */
record CorrelationJob(PlotRequest request) implements Job<List<String>> {
    private static final Map<Coefficient, String> NAMES = Map.of(
            Coefficient.SPEARMAN, "Spearman ρ",
            Coefficient.KENDALL, "Kendall τ-b",
            Coefficient.PEARSON, "Pearson r");

    /** Rows with which resampling takes about a second. */
    private static final int MANY = 2_000;

    @Override
    public List<String> run(ProgressListener progress, CancelToken cancel) {
        List<StudyRow> rows = request.rows();
        double[] xs = rows.stream().mapToDouble(request.x()::number).toArray();
        double[] ys = rows.stream().mapToDouble(request.y()::number).toArray();
        String[] runs = rows.stream().map(CorrelationJob::run).toArray(String[]::new);
        Correlations.Resampling resampling =
                rows.size() > MANY ? new Correlations.Resampling(0, 0, 1) : new Correlations.Resampling(499, 0, 1);
        Correlations found = Correlations.of(xs, ys, runs, resampling);
        List<String> notes = new ArrayList<>();
        for (Coefficient coefficient : Coefficient.values()) {
            CorrelationEstimate estimate = found.estimates().get(coefficient);
            String interval = Double.isNaN(estimate.low())
                    ? ""
                    : " [" + Numbers.formatFixed2(estimate.low()) + ", " + Numbers.formatFixed2(estimate.high()) + "]";
            notes.add(NAMES.get(coefficient) + " = " + Numbers.formatFixed2(estimate.value()) + interval);
        }
        notes.add("n = " + Numbers.count(found.rows()) + ", " + Numbers.count(found.clusters())
                + (found.clusters() == 1 ? " run" : " runs"));
        return notes;
    }

    private static String run(StudyRow row) {
        String run = row.cells().text(Column.RUN);
        return run.isEmpty() ? row.cells().text(Column.SOURCE) : run;
    }
}
