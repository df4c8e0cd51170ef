package org.eigenscope.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** An open file: its tensors are listed without being read, and read one at a time on demand. Safe for many threads. */
public interface MatrixFile extends AutoCloseable {
    Path path();

    /** The format's name as users know it, for example {@code safetensors}. */
    String formatName();

    /** Every tensor in the file's own order; the unusable ones carry the reason. */
    List<TensorInfo> tensors();

    /** What the file says of itself, possibly empty. */
    Map<String, String> metadata();

    /**
     * Reads one tensor as a matrix: two dimensions as they are, more flattened to first × rest.
     *
     * @param name a name from {@link #tensors()}
     * @throws EigenscopeException if there is no such tensor, it is unusable, damaged or too large, or the work was
     *     cancelled
     */
    Matrix read(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException;

    @Override
    void close();
}
