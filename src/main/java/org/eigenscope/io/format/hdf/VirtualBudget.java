package org.eigenscope.io.format.hdf;

import org.eigenscope.error.BadInputException;

/** What may be done to list or to read one virtual dataset. Sources may be virtual, so a small file can ask for work without end. */
final class VirtualBudget {
    private static final int MOST_OPENINGS = 20_000;

    /** How many times over the sources of a dataset may be read, in its own entries. */
    private static final int READS_OF_THE_WHOLE = 64;

    private static final long SMALL = 1 << 20;

    private int openings = MOST_OPENINGS;
    private long entries;

    private VirtualBudget(long entries) {
        this.entries = entries;
    }

    /** For a look at what is declared. */
    static VirtualBudget ofListing() {
        return new VirtualBudget(0);
    }

    /** For reading a dataset of so many entries. */
    static VirtualBudget ofReading(long entries) {
        return new VirtualBudget(READS_OF_THE_WHOLE * (entries + SMALL));
    }

    void countOpening() throws BadInputException {
        if (--openings < 0) {
            throw new BadInputException("its sources have to be opened more than " + MOST_OPENINGS + " times");
        }
    }

    void countEntries(long read) throws BadInputException {
        entries -= read;
        if (entries < 0) {
            throw new BadInputException("its sources have to be read again and again");
        }
    }
}
