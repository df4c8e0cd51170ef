package org.eigenscope.io.format.hdf.chunk;

/**
 * Fletcher's checksum as HDF5 computes it: two sums modulo 2¹⁶ − 1 over big-endian pairs of bytes, a last odd byte
 * standing for a pair with zero.
 */
final class Fletcher32 {
    private static final int FOLD = 0xFFFF;

    private Fletcher32() {}

    static int of(byte[] bytes, int length) {
        int low = 0;
        int high = 0;
        for (int i = 0; i < length; i += 2) {
            int second = i + 1 < length ? Byte.toUnsignedInt(bytes[i + 1]) : 0;
            low = fold(low + (Byte.toUnsignedInt(bytes[i]) << Byte.SIZE | second));
            high = fold(high + low);
        }
        return high << Short.SIZE | low;
    }

    /** Carries go round to the lowest bit, so that a non-zero sum never folds to 0. */
    private static int fold(int sum) {
        return (sum & FOLD) + (sum >>> Short.SIZE);
    }
}
