package org.eigenscope.library;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.progress.CancelToken;

/**
 * The files in use. Each is opened once and stays open until it is closed here; one that changed on disk is opened anew.
 * Safe for many threads.
 */
public final class MatrixLibrary implements AutoCloseable {
    private final FileOpener opener;
    private final Map<Path, OpenFile> open = new LinkedHashMap<>();

    private record OpenFile(FileFingerprint fingerprint, MatrixFile file) {}

    public MatrixLibrary(FileOpener opener) {
        this.opener = Objects.requireNonNull(opener, "opener");
    }

    /**
     * The open file of that path, opened now if need be.
     *
     * @throws EigenscopeException if it cannot be opened
     */
    public MatrixFile open(Path path) throws EigenscopeException {
        return open(path, CancelToken.NONE);
    }

    /**
     * The open file of that path, opened now if need be. Other files can be asked for meanwhile.
     *
     * @throws EigenscopeException if it cannot be opened or the work was cancelled
     */
    public MatrixFile open(Path path, CancelToken cancel) throws EigenscopeException {
        FileFingerprint fingerprint = FileFingerprint.of(path);
        Optional<MatrixFile> known = current(fingerprint);
        return known.isPresent() ? known.get() : keep(fingerprint, DerivedFile.over(opener.open(path, cancel)));
    }

    /**
     * The matrix files in a folder, none of which is opened.
     *
     * @throws EigenscopeException if it is no folder, cannot be read, or the work was cancelled
     */
    public FolderListing scan(Path folder, CancelToken cancel) throws EigenscopeException {
        return new FolderScan(opener, cancel, FolderScan.Limits.USUAL).scan(folder);
    }

    private synchronized Optional<MatrixFile> current(FileFingerprint fingerprint) {
        return Optional.ofNullable(open.get(fingerprint.path()))
                .filter(known -> known.fingerprint().equals(fingerprint))
                .map(OpenFile::file);
    }

    /** Keeps a file just opened, unless another thread opened the same meanwhile. */
    private synchronized MatrixFile keep(FileFingerprint fingerprint, MatrixFile file) {
        Optional<MatrixFile> opened = current(fingerprint);
        if (opened.isPresent()) {
            file.close();
            return opened.get();
        }
        OpenFile outdated = open.put(fingerprint.path(), new OpenFile(fingerprint, file));
        if (outdated != null) {
            outdated.file().close();
        }
        return file;
    }

    /**
     * Opens the target's file and chooses its tensor.
     *
     * @throws EigenscopeException if the file cannot be opened, the choice is not possible or the work was cancelled
     */
    public SelectedTensor select(MatrixTarget target, CancelToken cancel) throws EigenscopeException {
        return SelectedTensor.of(open(target.file(), cancel), target.name());
    }

    /** The files that are open, in the order they came. */
    public synchronized List<MatrixFile> files() {
        return open.values().stream().map(OpenFile::file).toList();
    }

    /** Closes one file, if it is open. */
    public synchronized void close(Path path) {
        OpenFile known = open.remove(path.toAbsolutePath().normalize());
        if (known != null) {
            known.file().close();
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(f -> f.file().close());
        open.clear();
    }
}
