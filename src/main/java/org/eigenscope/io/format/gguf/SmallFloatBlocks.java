package org.eigenscope.io.format.gguf;

import java.nio.ByteBuffer;

/**
 * Blocks of weights in few levels: three of them (ternary), or the sixteen of a four-bit float with two exponent bits (E2M1). After the
 * public definitions in ggml.
 */
final class SmallFloatBlocks {
    private static final int HALF_BLOCK = 16;
    private static final int TERNARY_BLOCK = 256;
    private static final int FIVES = 240;

    /** Twice the values of E2M1, so that they are whole; the scales have a factor 1/2 instead. */
    private static final int[] DOUBLED = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

    private SmallFloatBlocks() {}

    /**
     * Ternary in base 3: 48 bytes with five digits each (the first 32 of them, then 16), 4 bytes with four, d. A digit is the first one
     * of 3ᵏ·byte mod 256, read as a fraction of 256.
     */
    static void ternary3(ByteBuffer in, int at, double[] out, int to) {
        double scale = BlockBits.half(in, at + 52);
        for (int i = 0; i < TERNARY_BLOCK; i++) {
            int group = i < 160 ? 32 : i < FIVES ? 16 : 4;
            int first = i < 160 ? 0 : i < FIVES ? 32 : 48;
            int inGroup = i < 160 ? i : i < FIVES ? i - 160 : i - FIVES;
            int digits = BlockBits.unsigned(in, at + first + inGroup % group);
            for (int power = 0; power < inGroup / group; power++) {
                digits = digits * 3 & 0xFF;
            }
            out[to + i] = scale * ((digits * 3 >> Byte.SIZE) - 1);
        }
    }

    /** Ternary in two bits: twice 32 bytes of four each, d. */
    static void ternary2(ByteBuffer in, int at, double[] out, int to) {
        double scale = BlockBits.half(in, at + 64);
        for (int i = 0; i < TERNARY_BLOCK; i++) {
            int bits = BlockBits.unsigned(in, at + i / 128 * 32 + i % 32) >> 2 * (i % 128 / 32);
            out[to + i] = scale * ((bits & 3) - 1);
        }
    }

    /** MXFP4: the exponent e of a scale 2^(e−127), 16 bytes of two E2M1 each, lower halves first. */
    static void mxfp4(ByteBuffer in, int at, double[] out, int to) {
        double scale = Math.scalb(0.5, BlockBits.unsigned(in, at) - 127);
        levels(in, at + 1, HALF_BLOCK, scale, out, to);
    }

    /** NVFP4: four scales as E4M3 without a sign, then for each of them 8 bytes of two E2M1. */
    static void nvfp4(ByteBuffer in, int at, double[] out, int to) {
        for (int part = 0; part < 4; part++) {
            double scale = unsignedE4m3(BlockBits.unsigned(in, at + part)) / 2;
            levels(in, at + 4 + 8 * part, 8, scale, out, to + HALF_BLOCK * part);
        }
    }

    private static void levels(ByteBuffer in, int at, int bytes, double scale, double[] out, int to) {
        for (int j = 0; j < bytes; j++) {
            out[to + j] = scale * DOUBLED[BlockBits.low(in, at + j)];
            out[to + j + bytes] = scale * DOUBLED[BlockBits.high(in, at + j)];
        }
    }

    /** 127 is no number, and taken as 0. */
    private static double unsignedE4m3(int bits) {
        if (bits == 0x7F) {
            return 0;
        }
        int exponent = bits >> 3 & 0xF;
        int mantissa = bits & 7;
        return exponent == 0 ? Math.scalb(mantissa, -9) : Math.scalb(8 + mantissa, exponent - 10);
    }
}
