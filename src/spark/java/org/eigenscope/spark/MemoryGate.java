package org.eigenscope.spark;

import java.util.concurrent.Semaphore;

/**
 * Lets the tasks of one executor in as long as their matrices take no more than half of its heap together; the other half is Spark's and the
 * collector's. A matrix that takes more than that half by itself has it alone. One for each executor, which is one program.
 */
final class MemoryGate {
    private static final int MEBIBYTE = 1 << 20;
    private static final int PERMITS =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / MEBIBYTE / 2 + 1);
    private static final Semaphore MEMORY = new Semaphore(PERMITS, true);

    private MemoryGate() {}

    /** Leave to use memory, until it is closed. */
    record Pass(int permits) implements AutoCloseable {
        @Override
        public void close() {
            MEMORY.release(permits);
        }
    }

    /** Waits until so many bytes can be had. */
    static Pass enter(long bytes) {
        int permits = (int) Math.min(PERMITS, 1 + bytes / MEBIBYTE);
        MEMORY.acquireUninterruptibly(permits);
        return new Pass(permits);
    }

    /** The heap in MB. */
    static long heap() {
        return Runtime.getRuntime().maxMemory() / MEBIBYTE;
    }
}
