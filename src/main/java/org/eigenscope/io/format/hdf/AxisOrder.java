package org.eigenscope.io.format.hdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the axes of a stored array become those of the tensor that is shown.
 *
 * @param storedAxes for each axis shown, the stored axis that it is
 * @param note what the user is told of it, empty when nothing was changed
 */
public record AxisOrder(List<Integer> storedAxes, String note) {
    public AxisOrder {
        storedAxes = List.copyOf(storedAxes);
    }

    /** The axes in the order in which the file stores them. */
    public static AxisOrder stored(int dimensions) {
        return new AxisOrder(IntStream.range(0, dimensions).boxed().toList(), "");
    }

    /** Last axis first, as a column-major program stores its arrays. */
    public static AxisOrder reversed(int dimensions) {
        return new AxisOrder(
                IntStream.range(0, dimensions)
                        .map(axis -> dimensions - 1 - axis)
                        .boxed()
                        .toList(),
                "");
    }

    /** The sizes as shown. */
    List<Long> shown(List<Long> stored) {
        return storedAxes.stream().map(stored::get).toList();
    }

    /** How far apart, in the row-major array shown, neighbours along each stored axis come to lie. */
    int[] strides(List<Long> stored) {
        int[] strides = new int[storedAxes.size()];
        long stride = 1;
        List<Integer> axes = new ArrayList<>(storedAxes);
        for (int i = axes.size() - 1; i >= 0; i--) {
            strides[axes.get(i)] = (int) stride;
            stride *= stored.get(axes.get(i));
        }
        return strides;
    }
}
