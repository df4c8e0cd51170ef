package org.eigenscope.io;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.matrix.ElementType;

/**
 * What a file declares of one of its tensors, known without reading its entries.
 *
 * @param name the name inside the file, empty for a file that holds just one unnamed matrix
 * @param elementType the stored number format; empty when it is one we cannot use
 * @param shape the sizes of its dimensions, outermost first
 * @param skipReason why no spectrum can be taken of it, as a sentence fragment; empty when one can
 */
public record TensorInfo(
        String name, Optional<ElementType> elementType, List<Long> shape, Optional<String> skipReason) {
    public TensorInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(elementType, "elementType");
        shape = List.copyOf(shape);
        Objects.requireNonNull(skipReason, "skipReason");
    }

    /** Whether a spectrum can be taken of it. */
    public boolean isReadable() {
        return skipReason.isEmpty();
    }

    /** Rows of the matrix it flattens to: the first dimension. */
    public long rows() {
        return shape.isEmpty() ? 1 : shape.get(0);
    }

    /** Columns of the matrix it flattens to: the product of the other dimensions. */
    public long columns() {
        long product = 1;
        for (int i = 1; i < shape.size(); i++) {
            product = Math.multiplyExact(product, shape.get(i));
        }
        return product;
    }
}
