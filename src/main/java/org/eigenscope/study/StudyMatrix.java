package org.eigenscope.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.study.naming.NetworkOrder;

/**
 * A matrix of a study, or a list of eigenvalues, before anything is computed of it.
 *
 * @param source its file, relative to the study where it can be, with slashes
 * @param tensor its name in the file, empty for the only one
 * @param base the file whose matrix of that name is subtracted from it; empty if none is
 * @param shape what the file declares of it
 * @param position where it is in its model
 * @param attributes of its file by name, {@code run}, {@code model}, {@code step} and {@code epoch} among them
 */
public record StudyMatrix(
        String source,
        String tensor,
        Optional<String> base,
        Shape shape,
        Optional<NetworkOrder.Position> position,
        Map<String, String> attributes) {
    public StudyMatrix {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(tensor, "tensor");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(position, "position");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * What a file declares of a tensor.
     *
     * @param rows of the matrix; 0 if it is not known
     * @param columns of the matrix; 0 if it is not known
     * @param dtype its number format; empty if it is not known
     */
    public record Shape(long rows, long columns, String dtype) {
        /** Nothing is known. */
        public static final Shape UNKNOWN = new Shape(0, 0, "");

        public Shape {
            Objects.requireNonNull(dtype, "dtype");
        }
    }

    /** An attribute; empty if the matrix does not have it. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
