package org.eigenscope.io.kit;

import java.util.List;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.io.TensorAxes;

/**
 * A tensor shown with its axes in another order than the file stores them.
 *
 * @param storedAxes for each axis shown, the stored axis that it is
 */
public record AxisPermutation(List<Integer> storedAxes) {
    public AxisPermutation {
        storedAxes = List.copyOf(storedAxes);
    }

    /** The sizes as shown. */
    public List<Long> shown(List<Long> stored) {
        return storedAxes.stream().map(stored::get).toList();
    }

    /** Whether nothing changes its place, as axes of size 1 do not. */
    public boolean keepsOrder(List<Long> stored) {
        return TensorAxes.ofRows(storedAxes, "").inOrder(stored);
    }

    /**
     * The entries in the order shown, the last index fastest.
     *
     * @param entries in the order stored; one number each
     * @throws InsufficientMemoryException if a second copy does not fit
     */
    public double[] apply(double[] entries, List<Long> stored, String label) throws InsufficientMemoryException {
        if (keepsOrder(stored)) {
            return entries;
        }
        int axes = stored.size();
        int[] strides = new int[axes];
        int stride = 1;
        for (int axis = axes - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= stored.get(axis).intValue();
        }
        double[] shown = MemoryBudget.allocate(entries.length, label);
        int[] index = new int[axes];
        int from = 0;
        for (int to = 0; to < shown.length; to++) {
            shown[to] = entries[from];
            for (int axis = axes - 1; axis >= 0; axis--) {
                int step = strides[storedAxes.get(axis)];
                int size = stored.get(storedAxes.get(axis)).intValue();
                from += step;
                if (++index[axis] < size) {
                    break;
                }
                from -= size * step;
                index[axis] = 0;
            }
        }
        return shown;
    }
}
