package org.eigenscope.ui.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.task.Job;

/** Lists the tensors of some files in a folder. */
final class ListJob implements Job<List<ListJob.Listed>> {
    /**
     * What came of one file.
     *
     * @param entry its line
     * @param file the file, empty if it could not be opened
     * @param failure why not
     */
    record Listed(LibraryEntry entry, Optional<MatrixFile> file, String failure) {}

    private final MatrixLibrary library;
    private final List<LibraryEntry> entries;

    ListJob(MatrixLibrary library, List<LibraryEntry> entries) {
        this.library = library;
        this.entries = List.copyOf(entries);
    }

    @Override
    public List<Listed> run(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        List<Listed> listed = new ArrayList<>();
        for (LibraryEntry entry : entries) {
            cancel.throwIfCancelled();
            progress.progress("Listing " + entry.displayName(), (double) listed.size() / entries.size());
            listed.add(list(entry, cancel));
        }
        return listed;
    }

    private Listed list(LibraryEntry entry, CancelToken cancel) throws CancelledException {
        try {
            return new Listed(entry, Optional.of(library.open(entry.path(), cancel)), "");
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException failure) {
            return new Listed(entry, Optional.empty(), failure.getMessage());
        }
    }
}
