package org.eigenscope.io.format.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.FillValueMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.eigenscope.io.kit.EntryDecoder;
import org.eigenscope.matrix.ElementType;

/** What entries are that were never written. */
final class FillValue {
    private FillValue() {}

    /** The declared value, 0 if there is none. */
    static double of(ObjectHeader header, HdfNumbers numbers) {
        List<FillValueMessage> messages = header.getMessagesOfType(FillValueMessage.class);
        if (messages.isEmpty() || numbers.type().isEmpty() || !messages.get(0).isFillValueDefined()) {
            return 0;
        }
        ElementType type = numbers.type().get();
        ByteBuffer bytes = messages.get(0).getFillValue();
        if (bytes.remaining() != type.bytes()) {
            return 0;
        }
        double[] value = new double[type.components()];
        EntryDecoder.decode(type, bytes.order(numbers.order()), value, 0, 1);
        return value[0];
    }

    /** Whether the declared value has an imaginary part, which is not kept. */
    static boolean isComplex(ObjectHeader header, HdfNumbers numbers) {
        List<FillValueMessage> messages = header.getMessagesOfType(FillValueMessage.class);
        if (messages.isEmpty() || !numbers.isComplex() || !messages.get(0).isFillValueDefined()) {
            return false;
        }
        ByteBuffer bytes = messages.get(0).getFillValue();
        return IntStream.range(0, bytes.remaining()).anyMatch(i -> bytes.get(bytes.position() + i) != 0);
    }
}
