package org.eigenscope.io.format.hdf.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;

/** LZ4: its blocks, and the frame that HDF5's filter 32004 puts around them. */
final class Lz4 {
    private static final int LEAST_MATCH = 4;
    private static final int NIBBLE = 15;
    private static final int FRAME_HEADER = 12;

    private Lz4() {}

    /**
     * Unpacks a chunk of the filter: the size of all, the size of a block, and for each block its packed size and its data, all
     * numbers big-endian.
     */
    static byte[] frame(byte[] packed, int most) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(packed);
        if (packed.length < FRAME_HEADER) {
            throw new IOException("a chunk packed with lz4 ends early");
        }
        long size = in.getLong();
        int blockSize = in.getInt();
        if (size < 0 || size > most || blockSize < 1) {
            throw new IOException("a chunk packed with lz4 has impossible sizes");
        }
        byte[] out = new byte[(int) size];
        for (int done = 0; done < out.length; done += blockSize) {
            int length = Math.min(blockSize, out.length - done);
            int stored = in.remaining() < Integer.BYTES ? -1 : in.getInt();
            if (stored < 1 || stored > in.remaining()) {
                throw new IOException("a chunk packed with lz4 ends early");
            }
            if (stored == length) {
                in.get(out, done, length);
            } else {
                block(packed, in.position(), stored, out, done, length);
                in.position(in.position() + stored);
            }
        }
        return out;
    }

    /**
     * Unpacks one block, which fills {@code length} bytes of the output.
     *
     * @throws IOException if it does not, or points before them
     */
    static void block(byte[] in, int from, int stored, byte[] out, int start, int length) throws IOException {
        int at = from;
        int end = from + stored;
        int to = start;
        int stop = start + length;
        while (at < end) {
            int token = Byte.toUnsignedInt(in[at++]);
            int literals = token >>> 4;
            if (literals == NIBBLE) {
                int more;
                do {
                    more = at < end ? Byte.toUnsignedInt(in[at++]) : -1;
                    literals += more;
                } while (more == 255 && literals <= length);
            }
            if (literals < 0 || literals > end - at || literals > stop - to) {
                throw damaged();
            }
            System.arraycopy(in, at, out, to, literals);
            at += literals;
            to += literals;
            if (at == end) {
                break;
            }
            if (end - at < 2) {
                throw damaged();
            }
            int distance = Byte.toUnsignedInt(in[at]) | Byte.toUnsignedInt(in[at + 1]) << Byte.SIZE;
            at += 2;
            int match = token & NIBBLE;
            if (match == NIBBLE) {
                int more;
                do {
                    more = at < end ? Byte.toUnsignedInt(in[at++]) : -1;
                    match += more;
                } while (more == 255 && match <= length);
            }
            to = repeat(out, start, to, distance, match + LEAST_MATCH, stop);
        }
        if (to != stop) {
            throw damaged();
        }
    }

    /** Copies bytes that were written before; source and target may overlap. */
    static int repeat(byte[] out, int start, int to, int distance, int count, int stop) throws IOException {
        if (distance < 1 || distance > to - start || count < 0 || count > stop - to) {
            throw damaged();
        }
        for (int i = 0; i < count; i++) {
            out[to + i] = out[to + i - distance];
        }
        return to + count;
    }

    private static IOException damaged() {
        return new IOException("a packed block is damaged");
    }
}
