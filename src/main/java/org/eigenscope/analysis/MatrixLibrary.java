package org.eigenscope.analysis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;

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
    public synchronized MatrixFile open(Path path) throws EigenscopeException {
        FileFingerprint fingerprint = FileFingerprint.of(path);
        OpenFile known = open.get(fingerprint.path());
        if (known != null && known.fingerprint().equals(fingerprint)) {
            return known.file();
        }
        MatrixFile file = opener.open(path);
        open.put(fingerprint.path(), new OpenFile(fingerprint, file));
        if (known != null) {
            known.file().close();
        }
        return file;
    }

    /**
     * Opens the target's file and chooses its tensor.
     *
     * @throws EigenscopeException if the file cannot be opened or the choice is not possible
     */
    public SelectedTensor select(MatrixTarget target) throws EigenscopeException {
        return SelectedTensor.of(open(target.file()), target.name());
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
