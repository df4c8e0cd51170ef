package org.eigenscope.ui.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.library.FolderListing;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.task.Job;

/** Opens some files, and looks for matrix files in folders. One that fails does not keep the others out. */
final class OpenJob implements Job<OpenJob.Result> {
    /**
     * What came of it.
     *
     * @param opened what can be listed
     * @param folders what was found in folders
     * @param failures one sentence for each file or folder that cannot be listed
     */
    record Result(List<Opened> opened, List<FolderListing> folders, List<String> failures) {}

    /**
     * One opened file.
     *
     * @param file the file
     * @param name the tensor the user named, if any
     */
    record Opened(MatrixFile file, Optional<String> name) {}

    private final MatrixLibrary library;
    private final List<MatrixTarget> targets;
    private final List<Opened> opened = new ArrayList<>();
    private final List<FolderListing> folders = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    OpenJob(MatrixLibrary library, List<MatrixTarget> targets) {
        this.library = library;
        this.targets = List.copyOf(targets);
    }

    @Override
    public Result run(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        for (int i = 0; i < targets.size(); i++) {
            cancel.throwIfCancelled();
            progress.progress("Opening " + targets.get(i).file().getFileName(), (double) i / targets.size());
            open(targets.get(i), cancel);
        }
        return new Result(List.copyOf(opened), List.copyOf(folders), List.copyOf(failures));
    }

    private void open(MatrixTarget target, CancelToken cancel) throws CancelledException {
        try {
            if (Files.isDirectory(target.file())) {
                openFolder(target.file(), cancel);
            } else {
                opened.add(new Opened(library.open(target.file(), cancel), target.name()));
            }
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException failure) {
            failures.add(failure.getMessage());
        }
    }

    private void openFolder(Path folder, CancelToken cancel) throws EigenscopeException {
        FolderListing found = library.scan(folder, cancel);
        if (found.size() == 0) {
            failures.add("There is no file with a matrix in the folder " + folder + ".");
        } else {
            folders.add(found);
        }
    }
}
