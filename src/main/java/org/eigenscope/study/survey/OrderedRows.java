package org.eigenscope.study.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.survey.SurveyListener.Outcome;

/** Takes rows as they become whole and hands them on in the plan's order; estimates how long the rest takes. */
final class OrderedRows {
    private final SurveyListener listener;
    private final Finished[] rows;
    private final double[] work;
    private final long started = System.nanoTime();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int next;
    private int done;
    private double workDone;
    private double workLeft;

    /** A whole row and how it came about. */
    record Finished(StudyRow row, Outcome outcome) {}

    OrderedRows(SurveyPlan plan, SurveyListener listener) {
        this.listener = listener;
        rows = new Finished[plan.items().size()];
        work = plan.items().stream()
                .mapToDouble(item ->
                        work(item.matrix().shape().rows(), item.matrix().shape().columns()))
                .toArray();
        workLeft = Arrays.stream(work).sum();
    }

    /** A decomposition takes N²M operations, and the fits of its N eigenvalues as long as one of some hundred more. */
    static double work(long rows, long columns) {
        double smaller = Math.min(rows, columns);
        return smaller * smaller * Math.max(rows, columns) + 1e9;
    }

    synchronized void add(int index, Finished row) {
        rows[index] = row;
        outcomes.merge(row.outcome(), 1, Integer::sum);
        done++;
        workLeft -= work[index];
        workDone += row.outcome() == Outcome.COMPUTED ? work[index] : 0;
        while (next < rows.length && rows[next] != null) {
            listener.row(rows[next].row(), rows[next].outcome());
            next++;
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        double left = done == rows.length ? 0 : workDone == 0 ? Double.NaN : seconds * workLeft / workDone;
        listener.progress(new SurveyProgress(done, rows.length, outcomes.getOrDefault(Outcome.FAILED, 0), left));
    }

    synchronized SurveyRun run() {
        List<StudyRow> all = new ArrayList<>();
        for (Finished row : rows) {
            all.add(row.row());
        }
        return new SurveyRun(all, outcomes);
    }
}
