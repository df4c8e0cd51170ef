package org.eigenscope.io.format.hdf.virtual;

import java.util.Arrays;
import java.util.List;

/** Walks over the indices of every axis, the last one fastest. */
final class RegularRuns implements Runs {
    private final List<Slab> axes;
    private final long[] counts;
    private final long[] shape;
    private final long[] at;
    private final int last;
    private boolean ended;
    private boolean begun;
    private long start;
    private long length;

    RegularRuns(List<Slab> axes, long[] counts, long[] shape) {
        this.axes = List.copyOf(axes);
        this.counts = counts.clone();
        this.shape = shape.clone();
        this.at = new long[counts.length];
        this.last = counts.length - 1;
        this.ended = last < 0 || Arrays.stream(counts).anyMatch(count -> count == 0);
    }

    @Override
    public boolean next() {
        if (begun) {
            advance();
        }
        begun = true;
        if (ended) {
            return false;
        }
        length = Math.min(counts[last] - at[last], axes.get(last).follow(at[last]));
        start = 0;
        for (int axis = 0; axis <= last; axis++) {
            start = start * shape[axis] + axes.get(axis).position(at[axis]);
        }
        return true;
    }

    private void advance() {
        at[last] += length;
        for (int axis = last; axis >= 0; axis--) {
            if (at[axis] < counts[axis]) {
                return;
            }
            at[axis] = 0;
            if (axis == 0) {
                ended = true;
            } else {
                at[axis - 1]++;
            }
        }
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long length() {
        return length;
    }
}
