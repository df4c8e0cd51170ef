package org.eigenscope.io.format.torch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.io.format.pickle.PyValue.Bytes;

/**
 * A tensor that a pickle describes.
 *
 * @param name the keys and indices that lead to it, joined by dots; empty if the pickle is the tensor
 * @param shape the sizes of its dimensions as declared
 */
record PickledTensor(String name, List<Long> shape, Content content) {
    public PickledTensor {
        Objects.requireNonNull(name, "name");
        shape = List.copyOf(shape);
        Objects.requireNonNull(content, "content");
    }

    /** Where the entries are. */
    public sealed interface Content {}

    /**
     * A view of a storage.
     *
     * @param offset the first entry
     * @param strides the distance between neighbours along each dimension, in entries
     */
    public record View(TorchStorage storage, TorchDtype dtype, long offset, List<Long> strides) implements Content {
        public View {
            strides = List.copyOf(strides);
        }
    }

    /**
     * A numpy array, kept whole inside the pickle.
     *
     * @param descr the dtype in numpy's notation with its byte order, for example {@code <f8}
     * @param firstIndexFastest Fortran order
     */
    public record Inline(Bytes bytes, String descr, boolean firstIndexFastest) implements Content {}

    /**
     * A sparse matrix.
     *
     * @param format coo, csr, csc, bsr, bsc or dia
     * @param parts the tensors that make it up, by scipy's names; {@code coordinates} for rows and columns in one
     */
    public record Sparse(String format, Map<String, PickledTensor> parts) implements Content {
        public Sparse {
            parts = Map.copyOf(parts);
        }
    }

    /**
     * A view of whole numbers that stand for (q − zero point)·scale.
     *
     * @param scales of each index of an axis, where there is not one for all
     * @param zeroPoints likewise
     */
    public record Quantized(
            View view,
            double scale,
            double zeroPoint,
            Optional<PickledTensor> scales,
            Optional<PickledTensor> zeroPoints,
            int axis)
            implements Content {}

    /** No entries that a spectrum could be taken of, and why. */
    public record Unusable(String reason) implements Content {}

    PickledTensor named(String newName) {
        return new PickledTensor(newName, shape, content);
    }
}
