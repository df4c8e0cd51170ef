package org.eigenscope.io.model;

import java.util.Objects;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;

/**
 * Weights that a file keeps as packed or scaled integers in several tensors.
 *
 * @param info the weights, as the tensor that they are
 * @param unpacking makes them of the tensors of the file, the last index fastest
 */
public record PackedTensor(TensorInfo info, Unpacking unpacking) {
    public PackedTensor {
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(unpacking, "unpacking");
    }

    /** Makes weights of what is stored. */
    @FunctionalInterface
    public interface Unpacking {
        double[] unpack(Stored stored) throws EigenscopeException;
    }

    /** The numbers in the tensors of a file, all of one, the last index fastest. */
    @FunctionalInterface
    public interface Stored {
        double[] entries(String name) throws EigenscopeException;
    }
}
