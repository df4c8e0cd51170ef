package org.eigenscope.io;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;

/** Arithmetic on the sizes that files declare, which may be absurd. */
public final class TensorShape {
    /** More dimensions than any tensor library stores. */
    private static final int MAX_DIMENSIONS = 64;

    private TensorShape() {}

    /**
     * The number of entries.
     *
     * @throws IllegalArgumentException if a size is negative or the product of the non-zero ones overflows
     */
    public static long countEntries(List<Long> shape) {
        long product = 1;
        boolean empty = false;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("shape " + shape + " has a negative size");
            }
            empty |= size == 0;
            product = multiply(product, Math.max(size, 1), shape);
        }
        return empty ? 0 : product;
    }

    /**
     * The number of bytes that a declared shape takes.
     *
     * @param label the tensor, as the message names it
     * @throws BadInputException if the shape is absurd
     */
    public static long countBytes(List<Long> shape, int bytesPerEntry, String label) throws BadInputException {
        if (shape.size() > MAX_DIMENSIONS) {
            throw new BadInputException(label + " declares " + shape.size() + " dimensions, more than the "
                    + MAX_DIMENSIONS + " that can make sense: the file is damaged.");
        }
        try {
            return Math.multiplyExact(countEntries(shape), (long) bytesPerEntry);
        } catch (ArithmeticException | IllegalArgumentException absurd) {
            throw new BadInputException(
                    label + " declares the impossible shape " + text(shape) + ": the file is damaged.", absurd);
        }
    }

    /** How many axes of size 1 stand before the axis of the rows; they count nothing, so that 1×50×32 is a matrix of 50×32. */
    public static int leadingOnes(List<Long> shape) {
        int ones = 0;
        while (ones < shape.size() - 2 && shape.get(ones) == 1) {
            ones++;
        }
        return ones;
    }

    /** The size of the first axis, those of size 1 in front of a matrix left out. */
    public static long rows(List<Long> shape) {
        return shape.isEmpty() ? 1 : shape.get(leadingOnes(shape));
    }

    /** The product of the sizes of the axes after that of the rows. */
    public static long columns(List<Long> shape) {
        return shape.isEmpty() ? 1 : countEntries(shape.subList(leadingOnes(shape) + 1, shape.size()));
    }

    /** Why no spectrum can be taken of a tensor of this shape, if none can. */
    public static Optional<String> skipReason(List<Long> shape) {
        if (shape.isEmpty()) {
            return Optional.of("a single number");
        }
        if (countEntries(shape) == 0) {
            return Optional.of("empty");
        }
        if (shape.size() == 1) {
            return Optional.of("1-D");
        }
        if (rows(shape) < 2) {
            return Optional.of("fewer than 2 rows");
        }
        return columns(shape) < 2 ? Optional.of("fewer than 2 columns") : Optional.empty();
    }

    /** A shape as people read it, such as 64×3×3×3. */
    public static String text(List<Long> shape) {
        return shape.isEmpty() ? "scalar" : shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }

    private static long multiply(long product, long size, List<Long> shape) {
        try {
            return Math.multiplyExact(product, size);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("shape " + shape + " has more entries than can be counted", overflow);
        }
    }
}
