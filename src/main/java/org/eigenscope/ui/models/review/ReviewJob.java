package org.eigenscope.ui.models.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.study.attribute.AttributeTable;
import org.eigenscope.study.attribute.FileAttributes;
import org.eigenscope.study.attribute.NamePattern;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.ui.task.Job;

/**
 * Puts together what is known of files: what was read of them, a pattern for their names, a table, and what was typed.
 *
 * @param files as they were listed
 * @param edits values by attribute and by number of the file
 */
record ReviewJob(
        List<SurveyFile> files,
        Optional<NamePattern> pattern,
        Optional<AttributeTable> table,
        Map<Integer, Map<String, String>> edits)
        implements Job<List<ReviewLine>> {
    ReviewJob {
        files = List.copyOf(files);
        Map<Integer, Map<String, String>> copy = new LinkedHashMap<>();
        edits.forEach((place, values) -> copy.put(place, Map.copyOf(values)));
        edits = Map.copyOf(copy);
    }

    @Override
    public List<ReviewLine> run(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        List<ReviewLine> lines = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            cancel.throwIfCancelled();
            FileAttributes known = files.get(i).attributes();
            if (pattern.isPresent()) {
                known = known.with(pattern.get().attributes(files.get(i).path()));
            }
            if (table.isPresent()) {
                known = known.with(table.get().attributes(files.get(i).path()));
            }
            for (Map.Entry<String, String> edit :
                    edits.getOrDefault(i, Map.of()).entrySet()) {
                known = known.edited(edit.getKey(), edit.getValue());
            }
            lines.add(new ReviewLine(i, files.get(i).withAttributes(known)));
        }
        return lines;
    }
}
