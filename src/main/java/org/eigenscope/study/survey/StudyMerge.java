package org.eigenscope.study.survey;

import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.exchange.RowFolder;
import org.eigenscope.study.store.StudyStore;

/** Several studies in one, such as the shards of one survey. */
public final class StudyMerge {
    private StudyMerge() {}

    /**
     * Copies every row of a study into another: results, eigenvalues and attributes. Of two rows of one matrix and the same settings the
     * copied one stays, but for one without results beside one that has some.
     *
     * @return how many rows were looked at
     * @throws BadInputException if one cannot be read or the other not written
     */
    public static int copy(StudyStore from, StudyStore into) throws BadInputException {
        StudyFolder there = folder(from);
        StudyFolder here = folder(into);
        int copied = 0;
        for (StudyRow row : from.rows()) {
            String source = row.cells().text(Column.SOURCE);
            into.putCopy(row, from, RowFolder.isUri(source) ? source : here.source(there.file(source)));
            copied++;
        }
        into.refreshView();
        return copied;
    }

    private static StudyFolder folder(StudyStore store) {
        return store.file().map(StudyFolder::of).orElseGet(() -> new StudyFolder(Path.of("")));
    }
}
