package org.eigenscope.io.format.hdf.chunk;

import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.LzfFilter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One step in unpacking a chunk. None gives more bytes than the chunk is declared to have, however much its data claim.
 *
 * @param kind what the step does
 * @param parameters the numbers that the file gives for it
 */
public record ChunkFilter(Kind kind, List<Integer> parameters) {
    /** What deflate and LZF can pack at the very most, as bytes unpacked to a byte packed. */
    public static final int MOST_EXPANSION = 1032;

    private static final int CHECKSUM_BYTES = 4;
    private static final int BLOSC_ID = 32001;
    private static final int BLOSC_CODEC_AT = 6;
    private static final Map<Integer, Kind> KINDS = Map.of(
            1, Kind.DEFLATE,
            2, Kind.SHUFFLE,
            3, Kind.FLETCHER32,
            6, Kind.SCALE_OFFSET,
            32000, Kind.LZF,
            32001, Kind.BLOSC,
            32004, Kind.LZ4);
    private static final Map<Integer, String> OTHERS = Map.of(
            4, "szip",
            5, "n-bit packing",
            6, "floats by scale and offset in another way than decimals",
            305, "lzo",
            307, "bzip2",
            32001, "blosc",
            32008, "bitshuffle",
            32013, "zfp",
            32015, "zstandard",
            32026, "blosc2");

    /** What a filter does to the bytes of a chunk. */
    public enum Kind {
        DEFLATE,
        SHUFFLE,
        FLETCHER32,
        LZF,
        SCALE_OFFSET,
        BLOSC,
        LZ4
    }

    public ChunkFilter {
        parameters = List.copyOf(parameters);
    }

    /** The filter with a registered number, if it is one that we can undo. */
    public static Optional<ChunkFilter> of(int id, int[] parameters) {
        Kind kind = KINDS.get(id);
        List<Integer> numbers = Arrays.stream(parameters).boxed().toList();
        boolean known = kind != null
                && switch (kind) {
                    case SHUFFLE -> numbers.isEmpty() || numbers.get(0) > 0;
                    case SCALE_OFFSET -> ScaleOffset.isKnown(numbers);
                    case BLOSC -> numbers.size() <= BLOSC_CODEC_AT || Blosc.isKnown(numbers.get(BLOSC_CODEC_AT));
                    default -> true;
                };
        return known ? Optional.of(new ChunkFilter(kind, numbers)) : Optional.empty();
    }

    /** Why a dataset with such a filter is not read. */
    public static String unknown(int id, int[] parameters) {
        String name = OTHERS.getOrDefault(id, "the filter " + id);
        String codec = id == BLOSC_ID && parameters.length > BLOSC_CODEC_AT
                ? " by its codec " + Blosc.codec(parameters[BLOSC_CODEC_AT])
                : "";
        return "packed with " + name + codec + ", which is not read; write it anew with 'h5repack -f NONE'";
    }

    /** Whether the step makes data longer. */
    public boolean unpacks() {
        return kind == Kind.DEFLATE || kind == Kind.LZF || kind == Kind.BLOSC || kind == Kind.LZ4;
    }

    /** Whether a few bytes may stand for any number of entries, all of them equal. */
    public boolean mayBeConstant() {
        return kind == Kind.SCALE_OFFSET;
    }

    /** How many bytes the packed chunk may be longer than the chunk itself. */
    public int extraBytes() {
        return switch (kind) {
            case FLETCHER32 -> CHECKSUM_BYTES;
            case SCALE_OFFSET -> ScaleOffset.headerBytes();
            default -> 0;
        };
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
                case SHUFFLE ->
                    new ByteShuffleFilter().decode(packed, new int[] {parameters.isEmpty() ? 1 : parameters.get(0)});
                case FLETCHER32 -> checked(packed);
                case LZF -> new LzfFilter().decode(packed, new int[] {0, 0, most});
                case SCALE_OFFSET -> ScaleOffset.unpack(packed, parameters, most);
                case BLOSC -> Blosc.unpack(packed, most);
                case LZ4 -> Lz4.frame(packed, most);
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
