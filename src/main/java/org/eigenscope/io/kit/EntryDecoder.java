package org.eigenscope.io.kit;

import java.nio.ByteBuffer;
import org.eigenscope.matrix.ElementType;

/**
 * Turns stored numbers into doubles: exactly, except that 64-bit integers beyond 2⁵³ round to the nearest double.
 */
public final class EntryDecoder {
    private EntryDecoder() {}

    /**
     * Decodes {@code count} entries from the buffer's position, in the buffer's byte order, into
     * {@code out[offset…]}, both counted in entries: a complex one takes two doubles. The buffer's position is left where it was.
     */
    public static void decode(ElementType type, ByteBuffer in, double[] out, int offset, int count) {
        switch (type) {
            case F64 -> in.asDoubleBuffer().get(out, offset, count);
            case F32 -> decodeFloats(in, out, offset, count);
            case F16, BF16 -> decodeHalves(type, in, out, offset, count);
            case I64, U64 -> decodeLongs(type, in, out, offset, count);
            case I32, U32 -> decodeInts(type, in, out, offset, count);
            case I16, U16 -> decodeShorts(type, in, out, offset, count);
            case I8, U8, BOOL -> decodeBytes(type, in, out, offset, count);
            case C64, C128 -> decode(type.component(), in, out, 2 * offset, 2 * count);
            case F8_E4M3, F8_E5M2, F8_E4M3FNUZ, F8_E5M2FNUZ, F8_E8M0 -> decodeMinifloats(type, in, out, offset, count);
        }
    }

    private static void decodeFloats(ByteBuffer in, double[] out, int offset, int count) {
        int at = in.position();
        for (int i = 0; i < count; i++) {
            out[offset + i] = in.getFloat(at + Float.BYTES * i);
        }
    }

    private static void decodeHalves(ElementType type, ByteBuffer in, double[] out, int offset, int count) {
        int at = in.position();
        for (int i = 0; i < count; i++) {
            short bits = in.getShort(at + Short.BYTES * i);
            out[offset + i] = type == ElementType.F16 ? ofHalf(bits) : ofBrainFloat(bits);
        }
    }

    private static void decodeLongs(ElementType type, ByteBuffer in, double[] out, int offset, int count) {
        int at = in.position();
        for (int i = 0; i < count; i++) {
            long bits = in.getLong(at + Long.BYTES * i);
            out[offset + i] = type == ElementType.I64 || bits >= 0 ? bits : ofUnsigned(bits);
        }
    }

    private static void decodeInts(ElementType type, ByteBuffer in, double[] out, int offset, int count) {
        int at = in.position();
        for (int i = 0; i < count; i++) {
            int bits = in.getInt(at + Integer.BYTES * i);
            out[offset + i] = type == ElementType.I32 ? bits : Integer.toUnsignedLong(bits);
        }
    }

    private static void decodeShorts(ElementType type, ByteBuffer in, double[] out, int offset, int count) {
        int at = in.position();
        for (int i = 0; i < count; i++) {
            short bits = in.getShort(at + Short.BYTES * i);
            out[offset + i] = type == ElementType.I16 ? bits : Short.toUnsignedInt(bits);
        }
    }

    private static void decodeBytes(ElementType type, ByteBuffer in, double[] out, int offset, int count) {
        int at = in.position();
        for (int i = 0; i < count; i++) {
            byte bits = in.get(at + i);
            out[offset + i] = switch (type) {
                case I8 -> bits;
                case BOOL -> bits == 0 ? 0 : 1;
                default -> Byte.toUnsignedInt(bits);
            };
        }
    }

    private static void decodeMinifloats(ElementType type, ByteBuffer in, double[] out, int offset, int count) {
        Minifloat format = Minifloat.of(type);
        int at = in.position();
        for (int i = 0; i < count; i++) {
            out[offset + i] = format.value(Byte.toUnsignedInt(in.get(at + i)));
        }
    }

    /** IEEE 754 binary16: 1 sign bit, 5 exponent bits with bias 15, 10 fraction bits. */
    public static double ofHalf(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude;
        if (exponent == 0x1f) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = fraction * 0x1p-24;
        } else {
            magnitude = Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        }
        return bits < 0 ? -magnitude : magnitude;
    }

    /** bfloat16: the upper half of a binary32. */
    static double ofBrainFloat(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /** A 64-bit pattern with the top bit set, read as unsigned; the lowest bit is kept sticky so that halving rounds right. */
    private static double ofUnsigned(long bits) {
        return 2.0 * ((bits >>> 1) | (bits & 1));
    }
}
