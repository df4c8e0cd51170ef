package org.eigenscope.analysis;

import java.nio.file.Path;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;

/** Opens a file of matrices, whatever its format. */
@FunctionalInterface
public interface FileOpener {
    /**
     * Opens and lists the file.
     *
     * @throws EigenscopeException if it is missing, unreadable, damaged or of no known format
     */
    MatrixFile open(Path path) throws EigenscopeException;
}
