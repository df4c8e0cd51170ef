package org.eigenscope.io.format.onnx;

import java.util.List;
import java.util.Map;

/**
 * A tensor as a model declares it, not yet believed.
 *
 * @param value what it is called among the values of all graphs, which nodes name
 * @param shape the sizes, outermost first
 * @param type the number of its number format
 * @param data where its entries are in the model, null if they are not there
 * @param external where they are beside it, empty if they are not there
 * @param fault why it is not read, empty if nothing is known against it
 */
record OnnxTensor(
        String name, String value, List<Long> shape, int type, Data data, Map<String, String> external, String fault) {
    /** How entries are written. */
    enum Encoding {
        /** As they lie in memory, little-endian. */
        RAW,
        /** Single-precision numbers. */
        FLOATS,
        /** Double-precision numbers. */
        DOUBLES,
        /** Whole numbers of variable length; halves as the numbers that their bits make. */
        VARINTS
    }

    /**
     * A run of bytes in the model.
     *
     * @param start its first byte in the file
     */
    record Data(Encoding encoding, long start, long length) {}

    OnnxTensor named(String newName, String newValue) {
        return new OnnxTensor(newName, newValue, shape, type, data, external, fault);
    }
}
