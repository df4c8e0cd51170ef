package org.eigenscope.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.exchange.RowFolder;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.Globs;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyListener;
import org.eigenscope.study.survey.SurveyListing;
import org.eigenscope.study.survey.SurveyOptions;
import org.eigenscope.study.survey.SurveyPlan;
import org.eigenscope.study.survey.SurveyRunner;

/** The rows of a survey on one machine, and those of a job's output, as what can be compared. */
final class LocalSurvey {
    private static final StudyFolder NAMES = new StudyFolder(Path.of("/"));

    private LocalSurvey() {}

    /** What the survey on one machine makes of files: cells but for the time taken, attributes and eigenvalues, by matrix. */
    static Map<String, List<Object>> rows(List<Path> paths, SurveyOptions options) throws EigenscopeException {
        try (StudyStore store = StudyStore.inMemory()) {
            AttributeReader attributes = new AttributeReader(Optional.empty(), Optional.empty());
            List<MatrixTarget> targets = new ArrayList<>();
            paths.forEach(path -> targets.add(new MatrixTarget(path, Optional.empty())));
            List<SurveyFile> files = new SurveyListing(NAMES, attributes, Set.of()).files(targets, CancelToken.NONE);
            SurveyPlan plan = SurveyPlan.of(files, Globs.ALL, Optional.empty(), CancelToken.NONE);
            new SurveyRunner(store, options, Runnable::run, 1).run(plan, SurveyListener.NONE, CancelToken.NONE);
            return rows(store);
        }
    }

    /** What a job's output has. */
    static Map<String, List<Object>> imported(Path folder) throws EigenscopeException {
        try (StudyStore store = StudyStore.inMemory()) {
            RowFolder.open(folder).copyInto(store, NAMES::source);
            return rows(store);
        }
    }

    private static Map<String, List<Object>> rows(StudyStore store) throws EigenscopeException {
        Map<String, List<Object>> rows = new TreeMap<>();
        for (StudyRow row : store.rows()) {
            Map<Column, Object> cells = new EnumMap<>(row.cells().values());
            cells.remove(Column.MILLISECONDS);
            // a file elsewhere is called by its whole address
            String name = row.cells().text(Column.SOURCE).replaceFirst(".*/", "") + "#"
                    + row.cells().text(Column.TENSOR);
            cells.remove(Column.SOURCE);
            Optional<double[]> eigenvalues =
                    store.spectrum(row.key().content(), row.key().convention()).map(spectrum -> spectrum.computed());
            List<Object> all = new ArrayList<>(List.of(row.key(), cells, row.attributes()));
            for (double value : eigenvalues.orElse(new double[0])) {
                all.add(value);
            }
            rows.put(name, all);
        }
        return rows;
    }
}
