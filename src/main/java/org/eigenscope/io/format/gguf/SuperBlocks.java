package org.eigenscope.io.format.gguf;

import java.nio.ByteBuffer;

/**
 * Blocks of 256 integers q in groups of 16 or 32: a group's scale s and offset m are small integers themselves, with one
 * half d for all scales and another d′ for all offsets, w = d·s·q − d′·m. After the public definition of these formats in
 * ggml, where they are called k-quants.
 */
final class SuperBlocks {
    private static final int ENTRIES = 256;
    private static final int GROUP = 32;
    private static final int SIX_BITS = 63;
    private static final int NO_FIFTHS = -1;

    private SuperBlocks() {}

    /** 16 bytes of scales (lower four bits) and offsets (upper), 64 bytes of q in two bits, d, d′. */
    static void q2(ByteBuffer in, int at, double[] out, int to) {
        double scale = BlockBits.half(in, at + 80);
        double offset = BlockBits.half(in, at + 82);
        for (int i = 0; i < ENTRIES; i++) {
            int group = at + i / 16;
            int q = twoBits(in, at + 16, i);
            out[to + i] = scale * BlockBits.low(in, group) * q - offset * BlockBits.high(in, group);
        }
    }

    /** 32 bytes of third bits, 64 bytes of the lower two, 12 bytes of scales, d. */
    static void q3(ByteBuffer in, int at, double[] out, int to) {
        double scale = BlockBits.half(in, at + 108);
        for (int i = 0; i < ENTRIES; i++) {
            int third = (BlockBits.unsigned(in, at + i % GROUP) >> (i / GROUP)) & 1;
            int q = twoBits(in, at + GROUP, i) + 4 * third - 4;
            out[to + i] = scale * scaleOfQ3(in, at + 96, i / 16) * q;
        }
    }

    /** d, d′, 12 bytes of scales and offsets, 128 bytes of q in four bits. */
    static void q4(ByteBuffer in, int at, double[] out, int to) {
        decodeGroups(in, at, at + 16, NO_FIFTHS, out, to);
    }

    /** d, d′, 12 bytes of scales and offsets, 32 bytes of fifth bits, 128 bytes of the lower four. */
    static void q5(ByteBuffer in, int at, double[] out, int to) {
        decodeGroups(in, at, at + 48, at + 16, out, to);
    }

    /** 128 bytes of the lower four bits, 64 of the upper two, 16 signed scales, d. */
    static void q6(ByteBuffer in, int at, double[] out, int to) {
        double scale = BlockBits.half(in, at + 208);
        for (int i = 0; i < ENTRIES; i++) {
            int half = i / 128;
            int quarter = i % 128 / GROUP;
            int low = at + 64 * half + GROUP * (quarter % 2) + i % GROUP;
            int lower = quarter < 2 ? BlockBits.low(in, low) : BlockBits.high(in, low);
            int upper = (BlockBits.unsigned(in, at + 128 + GROUP * half + i % GROUP) >> (2 * quarter)) & 3;
            out[to + i] = scale * in.get(at + 192 + i / 16) * ((lower | upper << 4) - 32);
        }
    }

    /** Entry i of 256 in two bits: within each half, 32 bytes hold four runs of 32, lowest bits first. */
    private static int twoBits(ByteBuffer in, int at, int i) {
        int shift = 2 * (i % 128 / GROUP);
        return (BlockBits.unsigned(in, at + GROUP * (i / 128) + i % GROUP) >> shift) & 3;
    }

    /** Scale k of 16 in six bits, from −32 to 31: the lower four bits in the first 8 bytes, the upper two in the last 4. */
    private static int scaleOfQ3(ByteBuffer in, int at, int k) {
        int lower = k < 8 ? BlockBits.low(in, at + k) : BlockBits.high(in, at + k - 8);
        int upper = (BlockBits.unsigned(in, at + 8 + k % 4) >> (2 * (k / 4))) & 3;
        return (lower | upper << 4) - 32;
    }

    /** Eight groups of 32; two neighbours share 32 bytes, and fifth bits lie crosswise. */
    private static void decodeGroups(ByteBuffer in, int at, int quads, int fifths, double[] out, int to) {
        double scale = BlockBits.half(in, at);
        double offset = BlockBits.half(in, at + 2);
        for (int group = 0; group < 8; group++) {
            double groupScale = scale * groupScale(in, at + 4, group);
            double groupOffset = offset * groupOffset(in, at + 4, group);
            for (int j = 0; j < GROUP; j++) {
                int byteAt = quads + GROUP * (group / 2) + j;
                int q = group % 2 == 0 ? BlockBits.low(in, byteAt) : BlockBits.high(in, byteAt);
                int fifth = fifths == NO_FIFTHS ? 0 : (BlockBits.unsigned(in, fifths + j) >> group) & 1;
                out[to + GROUP * group + j] = groupScale * (q + 16 * fifth) - groupOffset;
            }
        }
    }

    /** Six bits: those of the first four groups lie in bytes 0 to 3, whose upper two bits belong to the last four. */
    private static int groupScale(ByteBuffer in, int at, int group) {
        return group < 4
                ? BlockBits.unsigned(in, at + group) & SIX_BITS
                : BlockBits.low(in, at + group + 4) | BlockBits.unsigned(in, at + group - 4) >> 6 << 4;
    }

    /** As the scales, but from bytes 4 to 7. */
    private static int groupOffset(ByteBuffer in, int at, int group) {
        return group < 4
                ? BlockBits.unsigned(in, at + group + 4) & SIX_BITS
                : BlockBits.high(in, at + group + 4) | BlockBits.unsigned(in, at + group) >> 6 << 4;
    }
}
