package org.eigenscope.io.format.hdf.chunk;

import java.io.IOException;
import java.util.List;

/**
 * HDF5's scale-offset filter (6): whole numbers, or floats times a power of ten rounded to such, less their least and packed into as
 * few bits as the largest needs. By the parameters and the header of the filter in the HDF5 library.
 */
final class ScaleOffset {
    private static final int FLOAT_BY_DECIMALS = 0;
    private static final int WHOLE_NUMBERS = 2;
    private static final int DATA_AT = 21;
    private static final int LEAST_PARAMETERS = 8;

    private final int scaleType;
    private final int decimals;
    private final int entries;
    private final int width;
    private final boolean bigEndian;
    private final boolean hasFill;
    private final long fill;

    private ScaleOffset(List<Integer> parameters) {
        this.scaleType = parameters.get(0);
        this.decimals = parameters.get(1);
        this.entries = parameters.get(2);
        this.width = parameters.get(4);
        this.bigEndian = parameters.get(6) == 1;
        this.hasFill = parameters.get(7) == 1 && parameters.size() > LEAST_PARAMETERS;
        long low = hasFill ? Integer.toUnsignedLong(parameters.get(8)) : 0;
        long high = parameters.size() > 9 ? Integer.toUnsignedLong(parameters.get(9)) : 0;
        this.fill = width > Integer.BYTES ? low | high << Integer.SIZE : low;
    }

    /** Whether a filter with such parameters can be undone: whole numbers, or floats by decimals, of up to eight bytes. */
    static boolean isKnown(List<Integer> parameters) {
        if (parameters.size() < LEAST_PARAMETERS || parameters.get(2) < 0) {
            return false;
        }
        int width = parameters.get(4);
        boolean whole =
                parameters.get(0) == WHOLE_NUMBERS && List.of(1, 2, 4, 8).contains(width);
        return whole || parameters.get(0) == FLOAT_BY_DECIMALS && List.of(4, 8).contains(width);
    }

    /** The bytes that the longest chunk takes more than its entries. */
    static int headerBytes() {
        return DATA_AT;
    }

    /** Unpacks a chunk into entries in the file's byte order. */
    static byte[] unpack(byte[] packed, List<Integer> parameters, int most) throws IOException {
        ScaleOffset filter = new ScaleOffset(parameters);
        if ((long) filter.entries * filter.width > most || packed.length < DATA_AT) {
            throw damaged();
        }
        return filter.unpack(packed);
    }

    private byte[] unpack(byte[] packed) throws IOException {
        int bits = (int) number(packed, 0, Integer.BYTES);
        int leastBytes = Math.min(Long.BYTES, Byte.toUnsignedInt(packed[4]));
        long least = number(packed, 5, leastBytes);
        byte[] out = new byte[entries * width];
        if (bits == Byte.SIZE * width) {
            if (packed.length - DATA_AT < out.length) {
                throw damaged();
            }
            for (int i = 0; i < entries; i++) {
                put(out, i, number(packed, DATA_AT + i * width, width));
            }
            return out;
        }
        boolean sound = bits >= 0 && bits < Byte.SIZE * width;
        if (!sound || (long) bits * entries > Byte.SIZE * (long) (packed.length - DATA_AT)) {
            throw damaged();
        }
        long bit = Byte.SIZE * (long) DATA_AT;
        for (int i = 0; i < entries; i++, bit += bits) {
            long value = bits(packed, bit, bits);
            boolean isFill = hasFill && value == (1L << bits) - 1 && bits > 0;
            put(out, i, isFill ? fill : shifted(value, least));
        }
        return out;
    }

    /** The bits of the entry that a packed number stands for. */
    private long shifted(long value, long least) {
        if (scaleType == WHOLE_NUMBERS) {
            return value + least;
        }
        // as the library computes it: in the precision of the entries
        return width == Float.BYTES
                ? Float.floatToRawIntBits(
                        (float) value / (float) Math.pow(10, decimals) + Float.intBitsToFloat((int) least))
                : Double.doubleToRawLongBits(value / Math.pow(10, decimals) + Double.longBitsToDouble(least));
    }

    /** Packed numbers follow each other from the highest bit of each byte on. */
    private static long bits(byte[] packed, long from, int count) {
        long value = 0;
        for (long bit = from; bit < from + count; bit++) {
            int one = packed[(int) (bit / Byte.SIZE)] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
            value = value << 1 | one;
        }
        return value;
    }

    private static long number(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(bytes[at + i]);
        }
        return value;
    }

    private void put(byte[] out, int entry, long bits) {
        for (int i = 0; i < width; i++) {
            int place = bigEndian ? width - 1 - i : i;
            out[entry * width + place] = (byte) (bits >>> Byte.SIZE * i);
        }
    }

    private static IOException damaged() {
        return new IOException("a chunk packed by scale and offset is damaged");
    }
}
