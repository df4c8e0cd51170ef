package org.eigenscope.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which axes of a tensor count the matrices of a stack, which are their rows and which their columns. An axis is named by its
 * place in the shape, from 0. The axes that are neither of a stack nor of rows are columns, in their order.
 *
 * @param stack the axes that count matrices, in order; empty for a single matrix
 * @param rows the axes that together are the rows, in order
 * @param meaning what the axes stand for, as a sentence fragment, such as {@code experts}; may be empty
 */
public record TensorAxes(List<Integer> stack, List<Integer> rows, String meaning) {
    /** @throws IllegalArgumentException if there are no rows or an axis stands twice */
    public TensorAxes {
        stack = List.copyOf(stack);
        rows = List.copyOf(rows);
        Objects.requireNonNull(meaning, "meaning");
        Set<Integer> all = new LinkedHashSet<>(stack);
        all.addAll(rows);
        if (rows.isEmpty()
                || all.size() < stack.size() + rows.size()
                || all.stream().anyMatch(axis -> axis < 0)) {
            throw new IllegalArgumentException("stack " + stack + " and rows " + rows + " are no axes of a matrix");
        }
    }

    /** A single matrix with these axes as rows. */
    public static TensorAxes ofRows(List<Integer> rows, String meaning) {
        return new TensorAxes(List.of(), rows, meaning);
    }

    /** A stack along the first axis, of matrices with the second as rows. */
    public static TensorAxes stackOfFirst(String meaning) {
        return new TensorAxes(List.of(0), List.of(1), meaning);
    }

    /**
     * What the shape alone tells: axes of size 1 in front count nothing, two axes are rows and columns, and four or more are those
     * of a convolution's kernel, out × in × k₁ × …. Of three nothing can be said without knowing what they are: empty.
     */
    public static Optional<TensorAxes> ofShape(List<Long> shape) {
        int lead = TensorShape.leadingOnes(shape);
        long proper = shape.stream().skip(lead).filter(size -> size > 1).count();
        boolean asked = proper > 2 && shape.size() - lead == 3;
        return shape.isEmpty() || asked ? Optional.empty() : Optional.of(ofRows(List.of(lead), ""));
    }

    /** Every axis but the last two as a stack; empty for fewer than three axes. */
    public static Optional<TensorAxes> stackOfLastTwo(List<Long> shape) {
        int axes = shape.size();
        return axes < 3
                ? Optional.empty()
                : Optional.of(new TensorAxes(
                        IntStream.range(0, axes - 2).boxed().toList(), List.of(axes - 2), "a stack, as said"));
    }

    /** Whether all of these are axes of the shape. */
    public boolean fits(List<Long> shape) {
        return IntStream.concat(
                        stack.stream().mapToInt(Integer::intValue),
                        rows.stream().mapToInt(Integer::intValue))
                .allMatch(axis -> axis < shape.size());
    }

    /** Whether there are stack axes, so that the tensor holds several matrices. */
    public boolean isStack() {
        return !stack.isEmpty();
    }

    /** The axes that are columns, in order. */
    public List<Integer> columns(List<Long> shape) {
        return IntStream.range(0, shape.size())
                .boxed()
                .filter(axis -> !stack.contains(axis) && !rows.contains(axis))
                .toList();
    }

    /** How many matrices there are: 1 unless it is a stack. */
    public long members(List<Long> shape) {
        return product(shape, stack);
    }

    /** Rows of the matrix, or of each of a stack. */
    public long rowCount(List<Long> shape) {
        return product(shape, rows);
    }

    /** Columns of the matrix, or of each of a stack. */
    public long columnCount(List<Long> shape) {
        return product(shape, columns(shape));
    }

    /** Whether the entries of each member follow each other, row by row, so that a member is a run of the tensor's entries. */
    public boolean inOrder(List<Long> shape) {
        List<Integer> order = new ArrayList<>(stack);
        order.addAll(rows);
        order.addAll(columns(shape));
        order.removeIf(axis -> shape.get(axis) == 1);
        return IntStream.range(1, order.size()).allMatch(i -> order.get(i - 1) < order.get(i));
    }

    /**
     * One member's entries, row by row.
     *
     * @param entries the tensor's, the last index fastest; two doubles each if they are complex
     * @param member which, counted with the last axis of the stack fastest
     */
    public double[] gather(double[] entries, List<Long> shape, long member) {
        int[] rowPlaces = places(shape, rows);
        int[] columnPlaces = places(shape, columns(shape));
        int start = places(shape, stack)[(int) member];
        int size = (int) (entries.length / TensorShape.countEntries(shape));
        double[] values = new double[rowPlaces.length * columnPlaces.length * size];
        int at = 0;
        for (int row : rowPlaces) {
            for (int column : columnPlaces) {
                for (int part = 0; part < size; part++) {
                    values[at++] = entries[(start + row + column) * size + part];
                }
            }
        }
        return values;
    }

    /** How far from the first entry each combination of indices along some axes lies, the last of them fastest. */
    private static int[] places(List<Long> shape, List<Integer> axes) {
        int[] places = new int[(int) product(shape, axes)];
        int block = places.length;
        for (int axis : axes) {
            int size = shape.get(axis).intValue();
            int stride = (int) product(
                    shape, IntStream.range(axis + 1, shape.size()).boxed().toList());
            block /= size;
            for (int i = 0; i < places.length; i++) {
                places[i] += i / block % size * stride;
            }
        }
        return places;
    }

    private static long product(List<Long> shape, List<Integer> axes) {
        return axes.stream().mapToLong(shape::get).reduce(1, Math::multiplyExact);
    }
}
