package org.eigenscope.io.format.tfjs;

import java.util.List;
import java.util.Optional;

/**
 * A weight as the manifest describes it.
 *
 * @param name as the model calls it
 * @param shape its sizes
 * @param dtype the type that it has in the model
 * @param quantization how it is stored instead, if it is
 */
record ManifestWeight(String name, List<Long> shape, String dtype, Optional<Quantization> quantization) {
    ManifestWeight {
        shape = List.copyOf(shape);
    }

    /**
     * Stored numbers q stand for q·scale + min.
     *
     * @param dtype of the stored numbers: uint8, uint16, or float16, which has neither scale nor min
     */
    record Quantization(String dtype, double scale, double min) {}
}
