package org.eigenscope.io;

import java.nio.file.Path;
import org.eigenscope.error.EigenscopeException;

/** One file format. */
interface MatrixReader {
    /** Whether the first bytes of the file (up to a few hundred) or, failing that, its name say that it is this format. */
    Recognition recognise(byte[] head, Path path);

    /**
     * Opens the file and lists its tensors.
     *
     * @throws EigenscopeException if the file is damaged or lies about its sizes
     */
    MatrixFile open(Path path) throws EigenscopeException;

    /** How sure a reader is that a file is its own; content outranks name. */
    enum Recognition {
        NO,
        BY_NAME,
        BY_CONTENT
    }
}
