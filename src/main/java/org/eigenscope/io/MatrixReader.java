package org.eigenscope.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.progress.CancelToken;

/** One file format. A new one is one class that implements this and one line in {@link MatrixFiles}. */
public interface MatrixReader {
    /** The format's name as users know it, for example {@code safetensors}. */
    String formatName();

    /** The endings that files of this format usually have, in lower case and without the dot; empty if it has none of its own. */
    default List<String> endings() {
        return List.of();
    }

    /** What of such files is read, as a sentence fragment. */
    default String scope() {
        return "";
    }

    /** Whether the first bytes of the file (up to a few hundred) or, failing that, its name say that it is this format. */
    Recognition recognise(byte[] head, Path path);

    /**
     * Opens the file and lists its tensors, reading as little as that takes.
     *
     * @param path an existing, regular, non-empty file
     * @throws EigenscopeException if the file is damaged or lies about its sizes, or the work was cancelled
     * @throws IOException if the file cannot be read; the caller turns it into a sentence
     */
    MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException;

    /** Whether it reads its files packed by gzip as well. */
    default boolean unpacksGzip() {
        return false;
    }

    /** How sure a reader is that a file is its own; content outranks name. */
    enum Recognition {
        NO,
        BY_NAME,
        BY_CONTENT
    }
}
