package org.eigenscope.network.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.kit.IoFailures;
import org.eigenscope.io.kit.ReadableFile;
import org.eigenscope.io.kit.archive.Gzip;

/**
 * An array of unsigned bytes as MNIST's files hold it (Y. LeCun, IDX): two zero bytes, 8 for bytes, the number of dimensions, their sizes
 * as 32-bit integers with the highest byte first, and the entries.
 *
 * @param shape its sizes, outermost first
 * @param values its entries, row-major
 */
record IdxFile(List<Integer> shape, byte[] values) {
    private static final int UNSIGNED_BYTES = 8;
    private static final int MOST_DIMENSIONS = 3;

    /**
     * Reads a file, plain or packed by gzip.
     *
     * @throws BadInputException if it is no such file, damaged, or shorter or longer than it says
     */
    static IdxFile read(Path path) throws BadInputException {
        ReadableFile.require(path);
        try (InputStream in = Gzip.open(path)) {
            return read(in, path.getFileName().toString(), Gzip.mostBytes(path));
        } catch (IOException failure) {
            throw unreadable(path.getFileName().toString(), failure);
        }
    }

    private static BadInputException unreadable(String label, IOException failure) {
        boolean damaged = failure instanceof EOFException || failure instanceof ZipException;
        String reason = damaged ? "the file is truncated or damaged" : IoFailures.reason(failure);
        return new BadInputException(label + " could not be read: " + reason + ".", failure);
    }

    /**
     * Reads a stream to its end.
     *
     * @param most the bytes that there can be, so that a false size allocates nothing
     */
    static IdxFile read(InputStream in, String label, long most) throws IOException, BadInputException {
        byte[] head = in.readNBytes(4);
        if (head.length < 4 || head[0] != 0 || head[1] != 0) {
            throw new BadInputException(label + " is no IDX file: it does not start with two zero bytes.");
        }
        if (head[2] != UNSIGNED_BYTES || head[3] < 1 || head[3] > MOST_DIMENSIONS) {
            throw new BadInputException(label + " is an IDX file of type " + head[2] + " with " + head[3]
                    + " dimensions; bytes (type 8) with 1 to 3 dimensions can be read.");
        }
        byte[] sizes = in.readNBytes(4 * head[3]);
        if (sizes.length < 4 * head[3]) {
            throw new BadInputException(label + " is truncated within its sizes.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sizes);
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        while (buffer.hasRemaining()) {
            int size = buffer.getInt();
            count = size < 1 || count > Integer.MAX_VALUE ? -1 : count * size;
            shape.add(size);
        }
        if (count < 1 || count > Math.min(most, Integer.MAX_VALUE - 8)) {
            throw new BadInputException(
                    label + " says that it holds " + shape + " bytes, which it cannot: it is damaged.");
        }
        byte[] values = in.readNBytes((int) count);
        if (values.length < count || in.read() >= 0) {
            throw new BadInputException(label + " says that it holds " + count + " bytes, but holds "
                    + (values.length < count ? "only " + values.length : "more") + ": it is damaged.");
        }
        return new IdxFile(shape, values);
    }
}
