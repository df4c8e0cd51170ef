package org.eigenscope.io.format.hdf.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a virtual dataset, and of which dataset it is what part.
 *
 * @param file the name of the source's file, {@code .} for the same one
 * @param dataset the source's path in it
 * @param source what is taken of the source
 * @param target where it goes
 */
public record VirtualMapping(String file, String dataset, Selection source, Selection target) {
    /** The file of a source that is in the same file. */
    public static final String SAME_FILE = ".";

    private static final int MOST = 100_000;
    private static final int SAME_FILE_FLAG = 4;
    private static final int FILE_SHARED_FLAG = 1;
    private static final int DATASET_SHARED_FLAG = 2;

    /**
     * The mappings of a dataset, by the HDF5 file format specification 4.0, III.F.
     *
     * @param block the object in the global heap; if it is damaged, an unchecked exception is thrown as by a buffer
     * @param sizeOfLengths how many bytes a length has in the file
     */
    public static List<VirtualMapping> parse(ByteBuffer block, int sizeOfLengths) {
        ByteBuffer bytes = block.slice().order(ByteOrder.LITTLE_ENDIAN);
        int version = bytes.get();
        long count = number(bytes, sizeOfLengths);
        if (version < 0 || version > 1 || count < 0 || count > MOST) {
            throw new IllegalArgumentException(count + " mappings of version " + version);
        }
        List<VirtualMapping> mappings = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            int flags = version == 0 ? 0 : bytes.get();
            String file = (flags & SAME_FILE_FLAG) != 0
                    ? SAME_FILE
                    : (flags & FILE_SHARED_FLAG) != 0
                            ? earlier(mappings, number(bytes, sizeOfLengths)).file()
                            : text(bytes);
            String dataset = (flags & DATASET_SHARED_FLAG) != 0
                    ? earlier(mappings, number(bytes, sizeOfLengths)).dataset()
                    : text(bytes);
            Selection source = SelectionParser.parse(bytes);
            mappings.add(new VirtualMapping(file, dataset, source, SelectionParser.parse(bytes)));
        }
        return mappings;
    }

    /** Whether names count the blocks of the target, as in {@code part-%b.h5}. */
    public boolean isCounted() {
        return holdsCounter(file) || holdsCounter(dataset);
    }

    /** The mapping for a block, its names with the block's number. */
    public VirtualMapping numbered(long block) {
        Selection part = target instanceof Regular regular && regular.isUnlimited() ? regular.block(block) : target;
        return new VirtualMapping(name(file, block), name(dataset, block), source, part);
    }

    private static boolean holdsCounter(String name) {
        return name.replace("%%", "").contains("%b");
    }

    private static String name(String name, long block) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean pair = name.charAt(i) == '%' && i + 1 < name.length();
            if (pair && name.charAt(i + 1) == '%') {
                text.append('%');
                i++;
            } else if (pair && name.charAt(i + 1) == 'b') {
                text.append(block);
                i++;
            } else {
                text.append(name.charAt(i));
            }
        }
        return text.toString();
    }

    private static VirtualMapping earlier(List<VirtualMapping> mappings, long number) {
        return mappings.get(Math.toIntExact(number));
    }

    private static String text(ByteBuffer bytes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte next = bytes.get(); next != 0; next = bytes.get()) {
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static long number(ByteBuffer bytes, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= Byte.toUnsignedLong(bytes.get()) << Byte.SIZE * i;
        }
        return value;
    }
}
