package org.eigenscope.io.format.hdf.chunk;

/** Walks a stored array from front to back and writes each entry where its stride says. */
public final class Scatter {
    private final int[] sizes;
    private final int[] strides;
    private final int[] index;
    private final int components;
    private int target;

    /**
     * A walk from the first entry.
     *
     * @param sizes of the stored array, outermost first
     * @param strides how far neighbours along each of its axes lie apart in the target
     * @param components how many numbers an entry has, which follow each other
     */
    public Scatter(int[] sizes, int[] strides, int components) {
        this.sizes = sizes.clone();
        this.strides = strides.clone();
        this.components = components;
        this.index = new int[sizes.length];
    }

    /** Writes the next entries. */
    public void put(double[] block, int count, double[] values) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(block, i * components, values, target * components, components);
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
