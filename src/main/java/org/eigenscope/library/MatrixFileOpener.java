package org.eigenscope.library;

import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.progress.CancelToken;

/** Opens files of every format that this program reads, and recognises them by their first bytes. */
public final class MatrixFileOpener implements FileOpener {
    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws EigenscopeException {
        return MatrixFiles.open(path, cancel);
    }

    @Override
    public Optional<String> recognise(Path path, CancelToken cancel) throws EigenscopeException {
        return MatrixFiles.recognise(path, cancel);
    }
}
