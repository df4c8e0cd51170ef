package org.eigenscope.io.format.gguf;

import java.nio.ByteBuffer;

/**
 * Blocks of 32 integers q with a scale d, a half: w = d·q, or w = d·q + m with an offset m, another half. Entry j and entry
 * j + 16 share byte j, the first in its lower four bits; formats of five bits keep the fifths in a word of their own. After
 * the public definition of these formats in ggml.
 */
final class SimpleBlocks {
    private static final int HALF_BLOCK = 16;

    private SimpleBlocks() {}

    /** d, 16 bytes; q from −8 to 7. */
    static void q4WithoutOffset(ByteBuffer in, int at, double[] out, int to) {
        fourBits(in, at + 2, BlockBits.half(in, at), -8 * BlockBits.half(in, at), out, to);
    }

    /** d, m, 16 bytes; q from 0 to 15. */
    static void q4WithOffset(ByteBuffer in, int at, double[] out, int to) {
        fourBits(in, at + 4, BlockBits.half(in, at), BlockBits.half(in, at + 2), out, to);
    }

    /** d, the fifth bits, 16 bytes; q from −16 to 15. */
    static void q5WithoutOffset(ByteBuffer in, int at, double[] out, int to) {
        fiveBits(in, at + 2, BlockBits.half(in, at), -16 * BlockBits.half(in, at), out, to);
    }

    /** d, m, the fifth bits, 16 bytes; q from 0 to 31. */
    static void q5WithOffset(ByteBuffer in, int at, double[] out, int to) {
        fiveBits(in, at + 4, BlockBits.half(in, at), BlockBits.half(in, at + 2), out, to);
    }

    /** d, 32 signed bytes. */
    static void q8(ByteBuffer in, int at, double[] out, int to) {
        double scale = BlockBits.half(in, at);
        for (int j = 0; j < 2 * HALF_BLOCK; j++) {
            out[to + j] = scale * in.get(at + 2 + j);
        }
    }

    private static void fourBits(ByteBuffer in, int at, double scale, double offset, double[] out, int to) {
        for (int j = 0; j < HALF_BLOCK; j++) {
            out[to + j] = scale * BlockBits.low(in, at + j) + offset;
            out[to + j + HALF_BLOCK] = scale * BlockBits.high(in, at + j) + offset;
        }
    }

    private static void fiveBits(ByteBuffer in, int at, double scale, double offset, double[] out, int to) {
        int fifths = in.getInt(at);
        for (int j = 0; j < HALF_BLOCK; j++) {
            int first = BlockBits.low(in, at + 4 + j) | ((fifths >>> j) & 1) << 4;
            int second = BlockBits.high(in, at + 4 + j) | ((fifths >>> (j + HALF_BLOCK)) & 1) << 4;
            out[to + j] = scale * first + offset;
            out[to + j + HALF_BLOCK] = scale * second + offset;
        }
    }
}
