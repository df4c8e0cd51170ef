package org.eigenscope.io.kit;

import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.InsufficientMemoryException;

/** Refuses a matrix that cannot fit before anything is allocated for it. */
public final class MemoryBudget {
    /** The largest array that every JVM grants. */
    private static final long MAX_ARRAY = Integer.MAX_VALUE - 8L;

    private static final int SPARSEST = 16;
    private static final int LEAST_SPARSE = 64;

    private MemoryBudget() {}

    /**
     * Room for a matrix in double precision.
     *
     * @param entries how many
     * @param label the tensor, as the message names it
     * @throws InsufficientMemoryException if they do not fit into one array or into the heap
     */
    public static double[] allocate(long entries, String label) throws InsufficientMemoryException {
        long limit = Runtime.getRuntime().maxMemory();
        if (entries > MAX_ARRAY || entries > limit / Double.BYTES) {
            throw refusal(entries, label, limit);
        }
        try {
            return new double[(int) entries];
        } catch (OutOfMemoryError full) {
            // the heap's free part shrinks and grows with garbage, so only the attempt tells; nothing was built yet
            throw refusal(entries, label, limit);
        }
    }

    /**
     * Room for all entries of a sparse matrix. Few entries can be declared to lie in a matrix of any size; one that has
     * not even an entry for every sixteenth row and column is refused, for nearly all of it is zero.
     *
     * @param components doubles an entry
     * @throws BadInputException if the declared size is out of proportion
     */
    public static double[] allocateSparse(long rows, long columns, int components, long entries, String label)
            throws InsufficientMemoryException, BadInputException {
        if (Math.max(rows, columns) / SPARSEST > entries + LEAST_SPARSE) {
            throw new BadInputException(label + " declares a matrix of " + rows + "×" + columns + " with only "
                    + entries + " entries: nearly all its rows or columns are zero, or it is damaged.");
        }
        return allocate(Math.multiplyExact(Math.multiplyExact(rows, columns), (long) components), label);
    }

    private static InsufficientMemoryException refusal(long entries, String label, long limit) {
        String advice = entries > MAX_ARRAY
                ? "; matrices of more than 2³¹ entries cannot be read."
                : "; start it with a larger heap (-Xmx) or close other files.";
        return new InsufficientMemoryException(label + " has " + entries
                + " entries and needs " + gigabytes((double) entries * Double.BYTES)
                + " as doubles, but this program may use " + gigabytes(limit) + advice);
    }

    private static String gigabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
