package org.eigenscope.io.kit;

import org.eigenscope.error.BadInputException;

/**
 * How long the names in one file may be together. Names of nested values are put together from those around them, and a value may
 * be met on many ways; so a small file can ask for names without end. What files really hold takes far less than 16 characters
 * of name for each of their bytes.
 */
public final class NameBudget {
    private static final long ALWAYS = 1L << 22;
    private static final int PER_BYTE = 16;
    /** What a name costs besides its characters. */
    private static final int EACH = 16;

    private final String label;
    private long left;

    private NameBudget(String label, long left) {
        this.label = label;
        this.left = left;
    }

    /**
     * The budget of a file.
     *
     * @param label the file, as messages name it
     * @param bytes its length
     */
    public static NameBudget of(String label, long bytes) {
        return new NameBudget(label, ALWAYS + Math.min(bytes, Long.MAX_VALUE / PER_BYTE / 2) * PER_BYTE);
    }

    /**
     * Takes a name from it.
     *
     * @return the name
     * @throws BadInputException if nothing is left
     */
    public String take(String name) throws BadInputException {
        left -= name.length() + EACH;
        if (left < 0) {
            throw new BadInputException(label
                    + " repeats its values under more names than a file of its size can: it was made to deceive.");
        }
        return name;
    }
}
