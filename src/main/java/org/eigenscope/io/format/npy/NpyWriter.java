package org.eigenscope.io.format.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes arrays of doubles as numpy's {@code save} does, format version 1.0. */
public final class NpyWriter {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int BLOCK = 1 << 13;

    private NpyWriter() {}

    /**
     * Writes an array, row-major.
     *
     * @param shape its sizes, outermost first
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static void write(OutputStream out, double[] values, List<Integer> shape) throws IOException {
        long count = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (count != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill " + shape);
        }
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + sizes
                + (shape.size() == 1 ? ",)" : ")") + ", }";
        int head = MAGIC.length + Short.BYTES;
        int unpadded = head + dictionary.length() + 1;
        String padded = dictionary + " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT) + "\n";
        out.write(MAGIC);
        out.write(ByteBuffer.allocate(Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) padded.length())
                .array());
        out.write(padded.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += BLOCK) {
            int some = Math.min(BLOCK, values.length - from);
            block.clear().asDoubleBuffer().put(values, from, some);
            out.write(block.array(), 0, some * Double.BYTES);
        }
    }
}
