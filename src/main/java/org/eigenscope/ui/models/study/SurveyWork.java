package org.eigenscope.ui.models.study;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.attribute.FileAttributes;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.Globs;
import org.eigenscope.study.survey.StoredRefit;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyItem;
import org.eigenscope.study.survey.SurveyListener;
import org.eigenscope.study.survey.SurveyListing;
import org.eigenscope.study.survey.SurveyOptions;
import org.eigenscope.study.survey.SurveyPlan;
import org.eigenscope.study.survey.SurveyRunner;
import org.eigenscope.ui.models.rows.FitSettings;

/** Surveys into a study, on a background thread. */
record SurveyWork(StudyStore store, FitSettings settings, SurveyModel.Workers workers) {
    /** Computes every matrix of files; says what is to be said, in sentences. */
    String ofFiles(List<SurveyFile> files, SurveyListener listener, CancelToken cancel) throws EigenscopeException {
        SurveyPlan plan = SurveyPlan.of(files, new Globs(List.of(), List.of()), Optional.empty(), cancel);
        runner().run(plan, listener, cancel);
        return "";
    }

    private SurveyRunner runner() {
        return new SurveyRunner(store, settings.survey(), workers.helpers(), workers.jobs());
    }

    /** Fits the matrices of rows: from the eigenvalues that the study keeps, otherwise from their files. */
    String ofRows(List<StudyRow> rows, StudyFolder folder, SurveyListener listener, CancelToken cancel)
            throws EigenscopeException {
        if (!settings.isKnown()) {
            return "Results under these settings are of another version of this program, so none are added.";
        }
        List<StudyRow> left = new StoredRefit(store, settings.survey(), workers.helpers()).run(rows, listener, cancel);
        if (left.isEmpty()) {
            return "";
        }
        String usual = SurveyOptions.withDefaults().convention();
        List<StudyRow> readable = left.stream()
                .filter(row -> row.key().convention().equals(usual))
                .filter(row -> row.cells().text(Column.BASE).isEmpty())
                .filter(row -> Files.isRegularFile(folder.file(row.cells().text(Column.SOURCE))))
                .toList();
        if (!readable.isEmpty()) {
            runner().run(plan(readable, folder, cancel), listener, cancel);
        }
        int without = left.size() - readable.size();
        return without == 0
                ? ""
                : without + (without == 1 ? " matrix has" : " matrices have")
                        + " no eigenvalues in the study, and the file is not there or was measured by other conventions.";
    }

    /** The very matrices of the rows, with the attributes that they have. */
    private static SurveyPlan plan(List<StudyRow> rows, StudyFolder folder, CancelToken cancel)
            throws EigenscopeException {
        List<MatrixTarget> targets = rows.stream()
                .map(row -> row.cells().text(Column.SOURCE))
                .distinct()
                .map(source -> new MatrixTarget(folder.file(source), Optional.empty()))
                .toList();
        AttributeReader none = new AttributeReader(Optional.empty(), Optional.empty());
        List<SurveyFile> files = new ArrayList<>();
        for (SurveyFile file : new SurveyListing(folder, none, Set.of()).files(targets, cancel)) {
            files.add(file.withAttributes(attributes(file, rows)));
        }
        Set<String> wanted = rows.stream().map(SurveyWork::name).collect(Collectors.toCollection(HashSet::new));
        SurveyPlan all = SurveyPlan.of(files, new Globs(List.of(), List.of()), Optional.empty(), cancel);
        List<SurveyItem> items = all.items().stream()
                .filter(item -> wanted.contains(
                        item.matrix().source() + "\n" + item.matrix().tensor()))
                .toList();
        return new SurveyPlan(items);
    }

    private static String name(StudyRow row) {
        return row.cells().text(Column.SOURCE) + "\n" + row.cells().text(Column.TENSOR);
    }

    private static FileAttributes attributes(SurveyFile file, List<StudyRow> rows) {
        FileAttributes known = FileAttributes.NONE;
        Optional<StudyRow> of = rows.stream()
                .filter(row -> row.cells().text(Column.SOURCE).equals(file.source()))
                .findFirst();
        if (of.isPresent()) {
            for (Map.Entry<String, String> attribute : of.get().attributes().entrySet()) {
                known = known.edited(attribute.getKey(), attribute.getValue());
            }
        }
        return known;
    }
}
