package org.eigenscope.spectrum.dense;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Divides a product among processors. The parts depend on its size alone and never on the load of the machine, so that
 * every sum is the same each time. OpenBLAS's own threads divide it by their number, and spin while they wait for each
 * other.
 */
final class PartitionedProduct {
    /** Multiplications below which handing over takes longer than the product. */
    private static final double WORTH_SHARING = 1e6;
    /** The least width of a stripe; narrower stripes lose more by short loops than they gain. */
    private static final int NARROWEST = 64;

    private static final int MOST = 16;

    private PartitionedProduct() {}

    /**
     * Into how many stripes to cut.
     *
     * @param length along which is cut
     * @param multiplications in all
     */
    static int count(int length, double multiplications) {
        return multiplications < WORTH_SHARING ? 1 : Math.max(1, Math.min(MOST, length / NARROWEST));
    }

    /** Where a stripe begins; the one after the last begins at the end. */
    static int start(int stripe, int count, int length) {
        return (int) ((long) length * stripe / count);
    }

    /** Runs jobs 0 … count − 1 on the processors that are free and returns when all are done. */
    static void each(int count, IntConsumer job) {
        if (count == 1) {
            job.accept(0);
        } else {
            IntStream.range(0, count).parallel().forEach(job);
        }
    }
}
