package org.eigenscope.io.format.hdf.matlab;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.AttributeMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What MATLAB notes beside its variables.
 *
 * @param kind its class, empty if it is not noted
 * @param empty whether it is empty and its sizes are stored in its place
 * @param sparseRows the rows of a sparse matrix, otherwise negative
 */
record MatlabAttributes(String kind, boolean empty, long sparseRows) {
    static MatlabAttributes of(ObjectHeader header) {
        String kind = find(header, "MATLAB_class").map(MatlabAttributes::text).orElse("");
        boolean empty =
                find(header, "MATLAB_empty").map(MatlabAttributes::number).orElse(0L) != 0;
        long rows = find(header, "MATLAB_sparse").map(MatlabAttributes::number).orElse(-1L);
        return new MatlabAttributes(kind, empty, rows);
    }

    private static Optional<ByteBuffer> find(ObjectHeader header, String name) {
        return header.getMessagesOfType(AttributeMessage.class).stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .map(AttributeMessage::getDataBuffer);
    }

    private static String text(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return new String(copy, StandardCharsets.US_ASCII).split("\0", 2)[0];
    }

    private static long number(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        long value = 0;
        for (int i = Math.min(bytes.remaining(), Long.BYTES) - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(bytes.get(i));
        }
        return value;
    }
}
