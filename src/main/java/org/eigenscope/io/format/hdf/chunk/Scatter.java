package org.eigenscope.io.format.hdf.chunk;

/** Walks a stored array from front to back and writes each entry where its stride says. */
public final class Scatter {
    private final int[] sizes;
    private final int[] strides;
    private final int[] index;
    private int target;

    /**
     * A walk from the first entry.
     *
     * @param sizes of the stored array, outermost first
     * @param strides how far neighbours along each of its axes lie apart in the target
     */
    public Scatter(int[] sizes, int[] strides) {
        this.sizes = sizes.clone();
        this.strides = strides.clone();
        this.index = new int[sizes.length];
    }

    /** Writes the next entries. */
    public void put(double[] block, int count, double[] values) {
        for (int i = 0; i < count; i++) {
            values[target] = block[i];
            advance();
        }
    }

    private void advance() {
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            target += strides[axis];
            if (++index[axis] < sizes[axis]) {
                return;
            }
            target -= sizes[axis] * strides[axis];
            index[axis] = 0;
        }
    }
}
