package org.eigenscope.io.format.hdf.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A chunk packed with Blosc 1 (filter 32001), as PyTables and hdf5plugin write it: blocks, each shuffled by bytes and cut into streams
 * that blosclz, lz4 or zlib packed. By the header format in the documentation of c-blosc.
 */
final class Blosc {
    private static final int HEADER = 16;
    private static final int SHUFFLED = 1;
    private static final int PLAIN = 2;
    private static final int BIT_SHUFFLED = 4;
    private static final int NOT_SPLIT = 0x10;
    private static final int MOST_STREAMS = 16;
    private static final int LEAST_STREAM = 128;
    /** As the header of a chunk numbers them, which knows nothing of lz4hc: its streams are those of lz4. */
    private static final String[] FORMATS = {"blosclz", "lz4", "snappy", "zlib", "zstd"};

    /** As the parameters of the filter number them. */
    private static final String[] CODECS = {"blosclz", "lz4", "lz4hc", "snappy", "zlib", "zstd"};

    private final byte[] packed;
    private final ByteBuffer in;
    private final int flags;
    private final int width;
    private final int blockSize;
    private final byte[] out;

    private Blosc(byte[] packed, int most) throws IOException {
        this.packed = packed;
        this.in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        if (packed.length < HEADER) {
            throw damaged();
        }
        this.flags = Byte.toUnsignedInt(packed[2]);
        this.width = Byte.toUnsignedInt(packed[3]);
        int size = in.getInt(4);
        this.blockSize = in.getInt(8);
        if (size < 0 || size > most || width < 1 || size > 0 && blockSize < 1) {
            throw damaged();
        }
        this.out = new byte[size];
    }

    /**
     * Unpacks a chunk.
     *
     * @param most how many bytes may come out
     * @throws IOException if it is damaged or uses a codec that is not read, which the message names
     */
    static byte[] unpack(byte[] packed, int most) throws IOException {
        Blosc chunk = new Blosc(packed, most);
        chunk.blocks();
        return chunk.out;
    }

    /** Which codec the parameters of the filter name. */
    static String codec(int number) {
        return number >= 0 && number < CODECS.length ? CODECS[number] : "number " + number;
    }

    /** Whether chunks of that codec can be unpacked. */
    static boolean isKnown(int number) {
        return List.of("blosclz", "lz4", "lz4hc", "zlib").contains(codec(number));
    }

    private void blocks() throws IOException {
        if ((flags & PLAIN) != 0) {
            if (packed.length - HEADER < out.length) {
                throw damaged();
            }
            System.arraycopy(packed, HEADER, out, 0, out.length);
            return;
        }
        if ((flags & BIT_SHUFFLED) != 0) {
            throw new IOException("it is shuffled by bits, which is not read; write it anew with h5repack -f NONE");
        }
        for (int start = 0, i = 0; start < out.length; start += blockSize, i++) {
            int length = Math.min(blockSize, out.length - start);
            if (HEADER + (i + 1) * Integer.BYTES > packed.length) {
                throw damaged();
            }
            byte[] block = block(in.getInt(HEADER + i * Integer.BYTES), length);
            System.arraycopy((flags & SHUFFLED) != 0 ? unshuffled(block) : block, 0, out, start, length);
        }
    }

    private byte[] block(int from, int length) throws IOException {
        boolean split = (flags & NOT_SPLIT) == 0
                && length == blockSize
                && width <= MOST_STREAMS
                && blockSize / width >= LEAST_STREAM;
        int streams = split ? width : 1;
        byte[] block = new byte[length];
        int each = length / streams;
        int at = from;
        for (int stream = 0; stream < streams; stream++) {
            if (at < HEADER || at > packed.length - Integer.BYTES) {
                throw damaged();
            }
            int stored = in.getInt(at);
            at += Integer.BYTES;
            if (stored < 0 || stored > packed.length - at) {
                throw damaged();
            }
            if (stored == each) {
                System.arraycopy(packed, at, block, stream * each, each);
            } else {
                stream(at, stored, block, stream * each, each);
            }
            at += stored;
        }
        return block;
    }

    private void stream(int at, int stored, byte[] block, int start, int length) throws IOException {
        int codec = flags >>> 5;
        switch (codec) {
            case 0 -> BloscLz.block(packed, at, stored, block, start, length);
            case 1 -> Lz4.block(packed, at, stored, block, start, length);
            case 3 -> inflate(at, stored, block, start, length);
            default ->
                throw new IOException(
                        "it is packed with " + (codec < FORMATS.length ? FORMATS[codec] : "an unknown codec")
                                + " inside Blosc, which is not read; write it anew"
                                + " with h5repack -f NONE");
        }
    }

    private void inflate(int at, int stored, byte[] block, int start, int length) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, at, stored);
            int done = 0;
            while (done < length) {
                int count = inflater.inflate(block, start + done, length - done);
                if (count == 0) {
                    throw damaged();
                }
                done += count;
            }
        } catch (DataFormatException malformed) {
            throw new IOException("a deflated stream is damaged", malformed);
        } finally {
            inflater.end();
        }
    }

    /** First bytes of all entries, then second ones; what is left over at the end is as it was. */
    private byte[] unshuffled(byte[] block) {
        int entries = block.length / width;
        byte[] plain = block.clone();
        for (int entry = 0; entry < entries; entry++) {
            for (int part = 0; part < width; part++) {
                plain[entry * width + part] = block[part * entries + entry];
            }
        }
        return plain;
    }

    private static IOException damaged() {
        return new IOException("a chunk packed with Blosc is damaged");
    }
}
