package org.eigenscope.io.format.gguf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;

/**
 * What lies before the data of a GGUF file: magic bytes, version, settings and the list of tensors.
 *
 * @param order the byte order of everything behind the magic bytes
 * @param metadata the short settings
 * @param tensors what it declares, in its order
 * @param dataStart the byte from which the tensors' offsets count
 */
record GgufHeader(ByteOrder order, Map<String, String> metadata, List<Declared> tensors, long dataStart) {
    private static final int MAGIC = 0x46554747;
    private static final int PREFIX_BYTES = 8;
    private static final int MAX_DIMENSIONS = 8;
    private static final int MAX_TENSORS = 200_000;
    /** A name's length, a rank, a type and an offset. */
    private static final int MIN_TENSOR_BYTES = 24;

    /**
     * One tensor, as declared and not yet believed.
     *
     * @param shape outermost first; the file has the innermost first
     * @param offset from the start of the data
     */
    record Declared(String name, List<Long> shape, int type, long offset) {}

    static boolean isMagic(byte[] head) {
        return head.length >= PREFIX_BYTES
                && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == MAGIC;
    }

    /**
     * Reads the header from the start of a file.
     *
     * @param label the file, as messages name it
     */
    static GgufHeader read(InputStream in, long fileSize, String label) throws IOException, BadInputException {
        byte[] prefix = in.readNBytes(PREFIX_BYTES);
        if (!isMagic(prefix)) {
            throw new BadInputException(label + " is no GGUF file: it does not start with those letters.");
        }
        ByteOrder order = order(prefix, label);
        GgufInput input = new GgufInput(in, fileSize, order, PREFIX_BYTES);
        long tensorCount = input.count();
        long settingCount = input.count();
        if (tensorCount < 0 || tensorCount > Math.min(MAX_TENSORS, input.left() / MIN_TENSOR_BYTES)) {
            throw new BadInputException(label + " declares " + Long.toUnsignedString(tensorCount)
                    + " tensors, more than it can hold: it is damaged.");
        }
        GgufSettings settings = GgufSettings.read(input, settingCount, label);
        List<Declared> tensors = new ArrayList<>();
        for (long i = 0; i < tensorCount; i++) {
            tensors.add(tensor(input, label));
        }
        long alignment = settings.alignment();
        long dataStart = (input.position() + alignment - 1) / alignment * alignment;
        return new GgufHeader(order, settings.shown(), tensors, dataStart);
    }

    /** The version tells the byte order: read the wrong way round it is enormous. */
    private static ByteOrder order(byte[] prefix, String label) throws BadInputException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            int version = ByteBuffer.wrap(prefix).order(order).getInt(Integer.BYTES);
            if (version == 2 || version == 3) {
                return order;
            }
        }
        int version = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
        throw new BadInputException(label + " has GGUF version " + Integer.toUnsignedString(version)
                + "; versions 2 and 3 can be read (convert it with llama.cpp).");
    }

    private static Declared tensor(GgufInput in, String label) throws IOException, BadInputException {
        String name = in.text();
        long rank = in.unsignedInt();
        if (rank > MAX_DIMENSIONS) {
            throw new BadInputException(
                    label + " declares " + rank + " dimensions for its tensor '" + name + "': it is damaged.");
        }
        List<Long> shape = new ArrayList<>();
        for (int d = 0; d < rank; d++) {
            shape.add(in.count());
        }
        Collections.reverse(shape);
        int type = (int) in.unsignedInt();
        return new Declared(name, shape, type, in.count());
    }
}
