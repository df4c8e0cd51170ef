package org.eigenscope.network.array;

import org.eigenscope.spectrum.dense.OpenBlasLibrary;

/**
 * What a network computes with.
 *
 * @param precision of the numbers
 * @param openBlas whether products are OpenBLAS's; otherwise they are loops in Java, some ten times slower on large matrices
 */
public record Arithmetic(Precision precision, boolean openBlas) {
    /** OpenBLAS where it loads on this machine. */
    public static Arithmetic of(Precision precision) {
        return new Arithmetic(precision, OpenBlasLibrary.failure().isEmpty());
    }

    /**
     * An array of zeros.
     *
     * @throws IllegalArgumentException if the length is negative
     */
    public NumberArray allocate(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("length = " + length + " is negative");
        }
        return precision == Precision.FLOAT32 ? new FloatArray(length, openBlas) : new DoubleArray(length, openBlas);
    }

    /** Bytes that so many numbers take: once in the heap, and once more outside for OpenBLAS. */
    public long bytes(long numbers) {
        return numbers * precision.bytes() * (openBlas ? 2 : 1);
    }
}
