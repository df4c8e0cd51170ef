package org.eigenscope.io.format.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.DenseLayout;

/**
 * The header of a numpy array, format versions 1 to 3: the magic bytes, the version, the header's length, and a Python
 * dictionary literal with the keys {@code descr}, {@code fortran_order} and {@code shape}.
 *
 * @param dtype the number format
 * @param firstIndexFastest Fortran order
 * @param shape the sizes
 * @param dataOffset where the entries start, counted from the magic bytes
 */
public record NpyHeader(NpyDtype dtype, boolean firstIndexFastest, List<Long> shape, long dataOffset) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREFIX_BYTES = 8;
    /** A longer dictionary could only describe a structured type, which has no spectrum. */
    private static final int MAX_HEADER_BYTES = 1 << 20;

    public static boolean isMagic(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Reads the header and leaves the stream at the first entry.
     *
     * @param label the array, as messages name it
     */
    public static NpyHeader read(InputStream in, String label) throws IOException, BadInputException {
        byte[] prefix = in.readNBytes(PREFIX_BYTES);
        if (!isMagic(prefix)) {
            throw new BadInputException(
                    label + " is not a numpy array: its first bytes are not those of an .npy file.");
        }
        if (prefix.length < PREFIX_BYTES) {
            throw truncated(label);
        }
        int version = prefix[6];
        if (version < 1 || version > 3) {
            throw new BadInputException(label + " has numpy format version " + Byte.toUnsignedInt(prefix[6])
                    + "; versions 1 to 3 can be read.");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        long length = littleEndian(exactly(in, lengthBytes, label));
        if (length > MAX_HEADER_BYTES) {
            throw new BadInputException(label + " declares a header of " + length + " bytes, more than the "
                    + MAX_HEADER_BYTES + " that can make sense: the file is damaged.");
        }
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String dictionary = new String(exactly(in, (int) length, label), charset);
        return parse(dictionary, PREFIX_BYTES + lengthBytes + length, label);
    }

    /** The bytes that the entries take; only for dtypes that can be read. */
    public long dataBytes(String label) throws BadInputException {
        return TensorShape.countBytes(shape, dtype.elementType().orElseThrow().bytes(), label);
    }

    /** What a listing says of the array. */
    public TensorInfo info(String name) {
        return dtype.elementType()
                .map(type -> TensorInfo.of(name, type, shape))
                .orElseGet(() -> TensorInfo.skipped(name, shape, dtype.skipReason()));
    }

    public DenseLayout layout() {
        return new DenseLayout(dtype.elementType().orElseThrow(), dtype.order(), firstIndexFastest, shape);
    }

    private static NpyHeader parse(String dictionary, long dataOffset, String label) throws BadInputException {
        try {
            NpyDictionary parsed = NpyDictionary.parse(dictionary);
            NpyDtype dtype = NpyDtype.of(parsed.descr());
            TensorShape.countBytes(parsed.shape(), Long.BYTES, label);
            return new NpyHeader(dtype, parsed.fortranOrder(), parsed.shape(), dataOffset);
        } catch (IllegalArgumentException malformed) {
            throw new BadInputException(
                    label + " has a damaged numpy header: " + malformed.getMessage() + ".", malformed);
        }
    }

    private static byte[] exactly(InputStream in, int count, String label) throws IOException, BadInputException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw truncated(label);
        }
        return bytes;
    }

    private static BadInputException truncated(String label) {
        return new BadInputException(label + " is truncated: it ends inside its numpy header.");
    }

    private static long littleEndian(byte[] bytes) {
        long value = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = value << 8 | Byte.toUnsignedLong(bytes[i]);
        }
        return value;
    }

    /** Byte order only matters to types of more than one byte. */
    static ByteOrder byteOrder(char mark) {
        return switch (mark) {
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '=' -> ByteOrder.nativeOrder();
            default -> ByteOrder.LITTLE_ENDIAN;
        };
    }
}
