package org.eigenscope.io.format.hdf.chunk;

import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.LzfFilter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One step in unpacking a chunk. None gives more bytes than the chunk is declared to have, however much its data claim.
 *
 * @param kind what the step does
 * @param parameter the width of an entry, for the shuffle
 */
public record ChunkFilter(Kind kind, int parameter) {
    /** What deflate and LZF can pack at the very most, as bytes unpacked to a byte packed. */
    public static final int MOST_EXPANSION = 1032;

    private static final int CHECKSUM_BYTES = 4;
    private static final Map<Integer, Kind> KINDS =
            Map.of(1, Kind.DEFLATE, 2, Kind.SHUFFLE, 3, Kind.FLETCHER32, 32000, Kind.LZF);
    private static final Map<Integer, String> OTHERS = Map.of(
            4, "szip",
            5, "n-bit packing",
            6, "scale and offset",
            307, "bzip2",
            32001, "blosc",
            32004, "lz4",
            32008, "bitshuffle",
            32013, "zfp",
            32015, "zstandard");

    /** What a filter does to the bytes of a chunk. */
    public enum Kind {
        DEFLATE,
        SHUFFLE,
        FLETCHER32,
        LZF
    }

    /** The filter with a registered number, if it is one that we can undo. */
    public static Optional<ChunkFilter> of(int id, int[] parameters) {
        Kind kind = KINDS.get(id);
        int width = kind == Kind.SHUFFLE && parameters.length > 0 ? parameters[0] : 1;
        return kind == null || width < 1 ? Optional.empty() : Optional.of(new ChunkFilter(kind, width));
    }

    /** Why a dataset with such a filter is not read. */
    public static String unknown(int id) {
        return "packed with " + OTHERS.getOrDefault(id, "the filter " + id) + ", which cannot be unpacked";
    }

    /** Whether the step makes data longer. */
    public boolean unpacks() {
        return kind == Kind.DEFLATE || kind == Kind.LZF;
    }

    /**
     * Undoes the filter.
     *
     * @param most how many bytes may come out
     */
    public byte[] undo(byte[] packed, int most) throws IOException {
        try {
            return switch (kind) {
                case DEFLATE -> inflate(packed, most);
                case SHUFFLE -> new ByteShuffleFilter().decode(packed, new int[] {parameter});
                case FLETCHER32 -> checked(packed);
                case LZF -> new LzfFilter().decode(packed, new int[] {0, 0, most});
            };
        } catch (DataFormatException | RuntimeException damaged) {
            throw new IOException("a packed chunk is damaged", damaged);
        }
    }

    private static byte[] inflate(byte[] packed, int most) throws DataFormatException, IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[most];
            int length = 0;
            while (!inflater.finished() && length < most) {
                int count = inflater.inflate(bytes, length, most - length);
                if (count == 0) {
                    throw new IOException("a deflated chunk ends early");
                }
                length += count;
            }
            refuseMore(inflater);
            return length == most ? bytes : Arrays.copyOf(bytes, length);
        } finally {
            inflater.end();
        }
    }

    /** Asks for one byte more, which also makes the inflater compare its checksum. */
    private static void refuseMore(Inflater inflater) throws DataFormatException, IOException {
        if (!inflater.finished() && (inflater.inflate(new byte[1]) > 0 || !inflater.finished())) {
            throw new IOException("a deflated chunk does not end where it should");
        }
    }

    /** Compares Fletcher's checksum, which follows the data, and takes it off. */
    private static byte[] checked(byte[] bytes) throws IOException {
        int length = bytes.length - CHECKSUM_BYTES;
        if (length < 0) {
            throw new IOException("a chunk is shorter than its checksum");
        }
        int declared = 0;
        for (int i = CHECKSUM_BYTES - 1; i >= 0; i--) {
            declared = declared << Byte.SIZE | Byte.toUnsignedInt(bytes[length + i]);
        }
        if (declared != Fletcher32.of(bytes, length)) {
            throw new IOException("the checksum of a chunk is wrong, so its data are damaged");
        }
        return Arrays.copyOf(bytes, length);
    }
}
