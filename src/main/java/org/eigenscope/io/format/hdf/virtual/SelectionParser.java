package org.eigenscope.io.format.hdf.virtual;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Selections as they are stored, by the HDF5 file format specification 3.0, IV.A.2. HDF5 makes no virtual datasets of single points. What is
 * damaged ends in an unchecked exception, as in a buffer.
 */
final class SelectionParser {
    private static final int MOST_DIMENSIONS = 32;
    private static final int NONE = 0;
    private static final int BLOCKS = 2;
    private static final int ALL = 3;

    private final ByteBuffer bytes;
    private int width = Integer.BYTES;

    private SelectionParser(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The selection at the buffer's position, which moves behind it. */
    static Selection parse(ByteBuffer bytes) {
        SelectionParser parser = new SelectionParser(bytes);
        int kind = bytes.getInt();
        int version = bytes.getInt();
        return switch (kind) {
            case NONE -> parser.without(new Selection.None());
            case ALL -> parser.without(new Selection.All());
            case BLOCKS -> parser.blocks(version);
            default -> throw new IllegalArgumentException("a selection of kind " + kind);
        };
    }

    private Selection without(Selection selection) {
        bytes.getLong();
        return selection;
    }

    private Selection blocks(int version) {
        boolean regular = false;
        if (version == 1) {
            bytes.getLong();
        } else {
            regular = (bytes.get() & 1) != 0;
            if (version == 2) {
                bytes.getInt();
                width(Long.BYTES);
            } else {
                width(bytes.get());
            }
        }
        int rank = rank();
        return regular ? regular(rank) : irregular(rank);
    }

    private Selection regular(int rank) {
        List<Slab> axes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            axes.add(new Slab(number(), number(), number(), number()));
        }
        return Regular.of(axes);
    }

    private Selection irregular(int rank) {
        long count = number();
        List<Blocks.Block> blocks = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            blocks.add(new Blocks.Block(listed(rank), listed(rank)));
        }
        return new Blocks(blocks);
    }

    private int rank() {
        int rank = bytes.getInt();
        if (rank < 1 || rank > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("a selection of " + rank + " dimensions");
        }
        return rank;
    }

    private void width(int value) {
        if (value != Short.BYTES && value != Integer.BYTES && value != Long.BYTES) {
            throw new IllegalArgumentException("numbers of " + value + " bytes");
        }
        width = value;
    }

    /** All bits set means that there is no limit. */
    private long number() {
        return switch (width) {
            case Short.BYTES -> unlimited(Short.toUnsignedLong(bytes.getShort()), 0xFFFFL);
            case Integer.BYTES -> unlimited(Integer.toUnsignedLong(bytes.getInt()), 0xFFFF_FFFFL);
            default -> bytes.getLong();
        };
    }

    private static long unlimited(long value, long all) {
        return value == all ? Slab.UNLIMITED : value;
    }

    private List<Long> listed(int count) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(number());
        }
        return numbers;
    }
}
