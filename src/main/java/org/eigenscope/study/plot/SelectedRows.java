package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Fields;
import org.eigenscope.study.query.RowFilter;
import org.eigenscope.study.query.RowWords;
import org.eigenscope.study.query.Settings;
import org.eigenscope.study.query.StepRows;
import org.eigenscope.study.survey.Globs;

/**
 * The rows that a plot is of.
 *
 * @param rows those of the chosen settings which fit the selection and have results
 * @param failed how many others fit, but have no results
 * @param settings how many settings the study has rows of
 * @param shown what tells the chosen settings from the others; empty if there are no others
 */
record SelectedRows(List<StudyRow> rows, int failed, int settings, String shown) {
    SelectedRows {
        rows = List.copyOf(rows);
    }

    static SelectedRows of(String study, List<StudyRow> all, PlotRequest request) throws BadInputException {
        if (all.isEmpty()) {
            throw new BadInputException(study + " has no rows.");
        }
        PlotRequest.Selection selection = request.selection();
        PlotColumns columns = new PlotColumns(study, all);
        for (PlotRequest.Condition condition : selection.where()) {
            columns.require(condition.column());
        }
        Set<Settings> settings = new LinkedHashSet<>();
        all.forEach(row -> settings.add(Settings.of(row.key())));
        Settings wanted = wanted(study, settings, all, selection.settings());
        Predicate<StudyRow> filter = filter(all, selection.filter());
        List<StudyRow> fitting = new ArrayList<>();
        for (StudyRow row : all) {
            if (isOf(row, wanted) && fits(row, selection) && filter.test(row)) {
                fitting.add(row);
            }
        }
        List<StudyRow> there = atStep(study, fitting, all, selection.step());
        List<StudyRow> rows = there.stream().filter(row -> !row.isFailed()).toList();
        int failed = there.size() - rows.size();
        if (rows.isEmpty()) {
            throw new BadInputException("No row of " + study + " fits the selection"
                    + (failed > 0 ? " but " + failed + " without results." : "; it has " + all.size() + " rows."));
        }
        List<String> texts = settings.stream().map(Settings::text).toList();
        return new SelectedRows(rows, failed, settings.size(), Settings.differing(wanted.text(), texts));
    }

    /** Of the settings that fit, those of the last row. */
    private static Settings wanted(String study, Set<Settings> there, List<StudyRow> all, Settings globs)
            throws BadInputException {
        Set<Settings> fitting = new HashSet<>(there);
        fitting.removeIf(one -> !fits(globs.convention(), one.convention()) || !fits(globs.fit(), one.fit()));
        for (int i = all.size() - 1; i >= 0 && !fitting.isEmpty(); i--) {
            Settings own = Settings.of(all.get(i).key());
            if (fitting.contains(own)) {
                return own;
            }
        }
        throw new BadInputException(study + " has no row whose settings fit; it has rows of "
                + there.stream().map(Settings::text).collect(Collectors.joining(" and of ")) + ".");
    }

    private static boolean fits(String glob, String text) {
        return glob.isEmpty() || glob.equals(text) || Globs.fits(glob, text);
    }

    private static boolean isOf(StudyRow row, Settings settings) {
        return row.key().convention().equals(settings.convention())
                && row.key().options().equals(settings.fit());
    }

    private static Predicate<StudyRow> filter(List<StudyRow> all, String text) throws BadInputException {
        if (text.isBlank()) {
            return row -> true;
        }
        Fields fields = Fields.of(all);
        return RowFilter.parse(text, fields, new RowWords(fields)::of);
    }

    private static List<StudyRow> atStep(String study, List<StudyRow> fitting, List<StudyRow> all, OptionalDouble step)
            throws BadInputException {
        if (step.isEmpty()) {
            return fitting;
        }
        Column along = StepRows.column(all)
                .orElseThrow(() -> new BadInputException(study + " has no rows of several steps or epochs."));
        return StepRows.at(step.getAsDouble(), along, fitting);
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
        return ofLaw
                && ofLayer
                && selection.where().stream().allMatch(condition -> condition.fits(row.text(condition.column())));
    }
}
