package org.eigenscope.analysis;

import java.nio.file.Path;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.progress.CancelToken;

/** Opens a file of matrices, whatever its format. */
@FunctionalInterface
public interface FileOpener {
    /**
     * Opens and lists the file.
     *
     * @param cancel looked at while a long listing is made
     * @throws EigenscopeException if it is missing, unreadable, damaged or of no known format, or the work was cancelled
     */
    MatrixFile open(Path path, CancelToken cancel) throws EigenscopeException;
}
