package org.eigenscope.io.format.tflite;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.format.tflite.FlatBuffer.Table;
import org.eigenscope.io.format.tflite.FlatBuffer.Vector;

/**
 * What the model's file says of one tensor.
 *
 * @param name may be empty
 * @param shape as stored
 * @param type its number in the schema
 * @param place where its entries are; of no bytes for a tensor that is computed
 * @param scaling what its integers stand for, if that is said
 * @param isSparse whether only entries other than zero are stored
 * @param isCustom whether it is quantised by a rule of its own
 */
record TensorTable(
        String name,
        List<Long> shape,
        int type,
        Place place,
        Optional<Scaling> scaling,
        boolean isSparse,
        boolean isCustom) {
    private static final int SHAPE = 0;
    private static final int TYPE = 1;
    private static final int BUFFER = 2;
    private static final int NAME = 3;
    private static final int QUANTIZATION = 4;
    private static final int SPARSITY = 6;
    private static final int DATA = 0;
    private static final int OFFSET = 1;
    private static final int SIZE = 2;

    /** Bytes of the file. */
    record Place(long start, long length) {}

    TensorTable {
        shape = List.copyOf(shape);
    }

    static TensorTable of(Table tensor, List<Table> buffers, String label) throws IOException, BadInputException {
        long buffer = tensor.number(BUFFER, Integer.BYTES, 0) & 0xFFFF_FFFFL;
        if (buffer >= Math.max(1, buffers.size())) {
            throw new BadInputException(
                    label + " has a tensor in buffer " + buffer + ", which it does not have: it is damaged.");
        }
        Optional<Table> quantization = tensor.table(QUANTIZATION);
        return new TensorTable(
                tensor.text(NAME),
                shape(tensor),
                (int) tensor.number(TYPE, 1, 0),
                buffers.isEmpty() ? new Place(0, 0) : place(buffers.get((int) buffer)),
                Scaling.of(quantization),
                tensor.has(SPARSITY),
                Scaling.isCustom(quantization));
    }

    static List<Long> shape(Table tensor) throws IOException {
        return tensor.integers(SHAPE, Integer.BYTES);
    }

    /** Large models keep the entries behind the tables and say only where. */
    private static Place place(Table buffer) throws IOException {
        Optional<Vector> data = buffer.vector(DATA, 1);
        if (data.isPresent() && data.get().count() > 0) {
            return new Place(data.get().start(), data.get().count());
        }
        long offset = buffer.number(OFFSET, Long.BYTES, 0);
        return offset > 1 ? new Place(offset, Math.max(0, buffer.number(SIZE, Long.BYTES, 0))) : new Place(0, 0);
    }

    boolean hasData() {
        return place.length() > 0;
    }

    long start() {
        return place.start();
    }

    long length() {
        return place.length();
    }
}
