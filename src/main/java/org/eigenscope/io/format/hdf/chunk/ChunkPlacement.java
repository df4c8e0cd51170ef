package org.eigenscope.io.format.hdf.chunk;

import java.util.List;

/** Copies rectangular blocks of an array into place; a block may reach beyond the array's edge. */
public final class ChunkPlacement {
    private final long[] shape;
    private final int[] strides;
    private final int[] blockShape;
    private final int components;

    /** Decodes a run of a block's entries. */
    @FunctionalInterface
    public interface Decoder {
        void decode(int firstEntry, int count, double[] out);
    }

    /**
     * For the blocks of one array.
     *
     * @param shape of the array, as stored
     * @param strides how far neighbours along each stored axis lie apart in the target
     * @param blockShape of every block
     * @param components how many numbers an entry has, which follow each other
     */
    public ChunkPlacement(List<Long> shape, int[] strides, int[] blockShape, int components) {
        this.shape = shape.stream().mapToLong(Long::longValue).toArray();
        this.strides = strides.clone();
        this.blockShape = blockShape.clone();
        this.components = components;
    }

    /** Copies the part of a block that lies inside the array. */
    public void place(long[] at, Decoder decoder, double[] values) {
        int last = blockShape.length - 1;
        if (last < 0) {
            decoder.decode(0, 1, values);
            return;
        }
        int run = (int) Math.min(blockShape[last], shape[last] - at[last]);
        double[] row = new double[run * components];
        int[] index = new int[last];
        do {
            decoder.decode(firstEntry(index), run, row);
            int target = (int) at[last] * strides[last];
            for (int axis = 0; axis < last; axis++) {
                target += ((int) at[axis] + index[axis]) * strides[axis];
            }
            for (int i = 0; i < run; i++) {
                System.arraycopy(row, i * components, values, (target + i * strides[last]) * components, components);
            }
        } while (advance(index, at));
    }

    private int firstEntry(int[] index) {
        int entry = 0;
        for (int axis = 0; axis < index.length; axis++) {
            entry = (entry + index[axis]) * blockShape[axis + 1];
        }
        return entry;
    }

    /** The next row of the block that lies inside the array, if there is one. */
    private boolean advance(int[] index, long[] at) {
        for (int axis = index.length - 1; axis >= 0; axis--) {
            if (++index[axis] < Math.min(blockShape[axis], shape[axis] - at[axis])) {
                return true;
            }
            index[axis] = 0;
        }
        return false;
    }
}
