package org.eigenscope.io.model;

/** Small whole numbers that are packed into 32-bit words, the lowest bits first. */
final class BitFields {
    private static final int WORD = 32;

    private BitFields() {}

    /**
     * Unpacks a run of words that are {@code stride} apart: number i takes the bits from {@code i·bits} on, and may reach into the
     * next word.
     *
     * @param words the words as numbers, signed or not
     * @param first the first word of the run
     * @param count how many numbers
     */
    static int[] unpack(double[] words, int first, int stride, int bits, int count) {
        int[] numbers = new int[count];
        long mask = (1L << bits) - 1;
        for (int i = 0; i < count; i++) {
            long bit = (long) i * bits;
            int word = (int) (bit / WORD);
            int shift = (int) (bit % WORD);
            long low = bitsOf(words[first + word * stride]) >>> shift;
            boolean split = shift + bits > WORD;
            long high = split ? bitsOf(words[first + (word + 1) * stride]) << (WORD - shift) : 0;
            numbers[i] = (int) ((low | high) & mask);
        }
        return numbers;
    }

    private static long bitsOf(double word) {
        return (long) word & 0xFFFF_FFFFL;
    }
}
