package org.eigenscope.io.format.gguf;

import java.nio.ByteBuffer;

/**
 * Blocks whose four-bit integers are places in a table of 16 unequally spaced levels, w = d·level. After the public
 * definition of these formats in ggml.
 */
final class NonlinearBlocks {
    private static final int HALF_BLOCK = 16;
    private static final int GROUPS = 8;
    private static final int[] LEVELS = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

    private NonlinearBlocks() {}

    /** A block of 32 weights: the scale d, then 16 bytes of 4-bit indices. */
    static void iq4(ByteBuffer in, int at, double[] out, int to) {
        decode(in, at + 2, BlockBits.half(in, at), out, to);
    }

    /** d, the upper two bits of eight scales, their lower four, 128 bytes; scales from −32 to 31. */
    static void iq4Super(ByteBuffer in, int at, double[] out, int to) {
        double scale = BlockBits.half(in, at);
        int uppers = Short.toUnsignedInt(in.getShort(at + 2));
        for (int group = 0; group < GROUPS; group++) {
            int lowerAt = at + 4 + group / 2;
            int lower = group % 2 == 0 ? BlockBits.low(in, lowerAt) : BlockBits.high(in, lowerAt);
            int groupScale = (lower | ((uppers >> (2 * group)) & 3) << 4) - 32;
            int entry = 2 * HALF_BLOCK * group;
            decode(in, at + 8 + HALF_BLOCK * group, scale * groupScale, out, to + entry);
        }
    }

    private static void decode(ByteBuffer in, int at, double scale, double[] out, int to) {
        for (int j = 0; j < HALF_BLOCK; j++) {
            out[to + j] = scale * LEVELS[BlockBits.low(in, at + j)];
            out[to + j + HALF_BLOCK] = scale * LEVELS[BlockBits.high(in, at + j)];
        }
    }
}
