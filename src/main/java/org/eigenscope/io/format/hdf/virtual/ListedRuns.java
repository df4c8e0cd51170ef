package org.eigenscope.io.format.hdf.virtual;

import java.util.Iterator;
import java.util.List;

/** Stretches that are known one by one. */
final class ListedRuns implements Runs {
    private final Iterator<long[]> rest;
    private long[] run = {0, 0};

    /** Of pairs of first entry and length. */
    ListedRuns(List<long[]> runs) {
        this.rest = runs.iterator();
    }

    @Override
    public boolean next() {
        if (!rest.hasNext()) {
            return false;
        }
        run = rest.next();
        return true;
    }

    @Override
    public long start() {
        return run[0];
    }

    @Override
    public long length() {
        return run[1];
    }
}
