package org.eigenscope.spectrum.engine;

import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Matrix;

/** Refuses work that needs more memory than there is, before any of it is allocated. */
public final class MemoryBudget {
    private static final double MEBIBYTE = 1 << 20;

    private MemoryBudget() {}

    /**
     * Requires Java heap for a decomposition.
     *
     * @throws InsufficientMemoryException if the heap cannot grow enough to hold it
     */
    public static void requireHeap(long bytes, Matrix matrix) throws InsufficientMemoryException {
        if (bytes <= freeHeap()) {
            return;
        }
        // used memory may be garbage that has not been collected yet
        System.gc();
        require(bytes, freeHeap(), "Java heap (raise it with -Xmx)", matrix);
    }

    /**
     * Compares a need with what there is.
     *
     * @param where the kind of memory and what the user can do about it
     * @throws InsufficientMemoryException if the need is larger
     */
    public static void require(long bytes, long available, String where, Matrix matrix)
            throws InsufficientMemoryException {
        if (bytes > available) {
            throw new InsufficientMemoryException(String.format(
                    "The spectrum of %s (%d×%d) needs about %.0f MiB more %s, of which %.0f MiB are free.",
                    matrix.provenance().label(),
                    matrix.rows(),
                    matrix.columns(),
                    bytes / MEBIBYTE,
                    where,
                    Math.max(0, available) / MEBIBYTE));
        }
    }

    /** Bytes that the heap can still give, garbage not yet collected left out. */
    public static long freeHeap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
