package org.eigenscope.io.format.gguf;

import java.nio.ByteBuffer;
import org.eigenscope.io.kit.EntryDecoder;

/** Reads the bit fields of quantized blocks: half floats, nibbles, packed scales. */
final class BlockBits {
    private BlockBits() {}

    static double half(ByteBuffer in, int at) {
        return EntryDecoder.ofHalf(in.getShort(at));
    }

    static int unsigned(ByteBuffer in, int at) {
        return Byte.toUnsignedInt(in.get(at));
    }

    static int low(ByteBuffer in, int at) {
        return in.get(at) & 0xF;
    }

    static int high(ByteBuffer in, int at) {
        return (in.get(at) >> 4) & 0xF;
    }
}
