package org.eigenscope.io.format.hdf.virtual;

/**
 * What a regular selection takes of one axis: {@code count} blocks of {@code block} indices, the first at {@code start}, each
 * {@code stride} after the one before.
 *
 * @param count {@link #UNLIMITED} for as many as there are
 * @param block {@link #UNLIMITED} for one block without an end
 */
record Slab(long start, long stride, long count, long block) {
    static final long UNLIMITED = -1;

    /** No index of an array in reach is above it, and sums and products of a few stay exact in checked arithmetic. */
    private static final long LARGEST = 1L << 40;

    Slab {
        if (count == 1 && block > 0) {
            // one block has no distance to a next one
            stride = block;
        }
        boolean sound = isIndex(start)
                && isIndex(stride)
                && stride > 0
                && (count == UNLIMITED || isIndex(count))
                && (block == UNLIMITED || isIndex(block))
                && !(count == UNLIMITED && block == UNLIMITED)
                && (block == UNLIMITED || block > 0 && (block <= stride || count == 1));
        if (!sound) {
            throw new IllegalArgumentException("start " + start + ", stride " + stride + ", count " + count + ", block "
                    + block + " select nothing");
        }
    }

    /** One block. */
    static Slab of(long start, long length) {
        return new Slab(start, Math.max(length, 1), 1, length);
    }

    boolean isUnlimited() {
        return count == UNLIMITED || block == UNLIMITED;
    }

    /** How many indices are selected below a size. */
    long indicesBelow(long size) {
        if (size <= start) {
            return 0;
        }
        if (isGapless()) {
            return Math.min(size - start, isUnlimited() ? Long.MAX_VALUE : Math.multiplyExact(count, block));
        }
        long begun = (size - start + stride - 1) / stride;
        if (count != UNLIMITED && begun > count) {
            return Math.multiplyExact(count, block);
        }
        long last = start + (begun - 1) * stride;
        return (begun - 1) * block + Math.min(block, size - last);
    }

    /** The size that has just so many selected indices. */
    long sizeOf(long indices) {
        return indices == 0 ? 0 : position(indices - 1) + 1;
    }

    /** Where the selected index of that number is. */
    long position(long number) {
        return isGapless() ? start + number : start + number / block * stride + number % block;
    }

    /** How many selected indices follow each other from that number on, if they have no other end. */
    long follow(long number) {
        return isGapless() ? Long.MAX_VALUE : block - number % block;
    }

    /** The block of that number alone. */
    Slab only(long number) {
        if (block == UNLIMITED) {
            throw new IllegalArgumentException("no block of an endless one");
        }
        return of(Math.addExact(start, Math.multiplyExact(number, stride)), block);
    }

    private boolean isGapless() {
        return block == UNLIMITED || block == stride;
    }

    private static boolean isIndex(long value) {
        return value >= 0 && value <= LARGEST;
    }
}
