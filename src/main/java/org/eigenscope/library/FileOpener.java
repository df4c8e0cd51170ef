package org.eigenscope.library;

import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
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

    /**
     * The name of the format of a file, found out as cheaply as the opener can; empty if it is none that can be read.
     *
     * @throws EigenscopeException if the file cannot be read or the work was cancelled
     */
    default Optional<String> recognise(Path path, CancelToken cancel) throws EigenscopeException {
        try (MatrixFile file = open(path, cancel)) {
            return Optional.of(file.formatName());
        } catch (BadInputException unknown) {
            return Optional.empty();
        }
    }
}
