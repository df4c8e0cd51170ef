package org.eigenscope.io.kit;

import java.io.IOException;
import java.util.Objects;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorShape;

/**
 * A dense tensor that can be read front to back as often as one likes, so that nobody has to hold it.
 *
 * @param layout how it lies in its bytes
 * @param walks opens them for one walk, and sees to it that they are still those that were listed
 * @param packed whether each walk unpacks them again, which is worth it only for what does not fit into memory
 */
public record RowSource(DenseLayout layout, Walks walks, boolean packed) {
    /** Opens the bytes of a tensor. */
    @FunctionalInterface
    public interface Walks {
        BlockSource open() throws IOException, EigenscopeException;
    }

    public RowSource {
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(walks, "walks");
    }

    /** Whether rows of the matrix, or of its transpose, follow each other. */
    boolean holdsRows() {
        return !layout.firstIndexFastest() || layout.shape().size() == 2;
    }

    /** Rows of what lies there row by row: the matrix, or its transpose when columns follow each other. */
    long rows() {
        return layout.firstIndexFastest() ? layout.shape().get(1) : TensorShape.rows(layout.shape());
    }

    /** Columns of the same. */
    long columns() {
        return layout.firstIndexFastest() ? layout.shape().get(0) : TensorShape.columns(layout.shape());
    }

    /** The same bytes, after a look at something else that must not have changed. */
    public RowSource after(Check check) {
        return new RowSource(
                layout,
                () -> {
                    check.run();
                    return walks.open();
                },
                packed);
    }

    /** Throws if something is no longer as it was. */
    @FunctionalInterface
    public interface Check {
        void run() throws IOException, EigenscopeException;
    }
}
