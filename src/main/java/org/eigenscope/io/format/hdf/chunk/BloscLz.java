package org.eigenscope.io.format.hdf.chunk;

import java.io.IOException;

/** BloscLZ, Blosc's own codec: runs of literal bytes, and matches up to 8,191 bytes back or, with two bytes more, up to 73,726. */
final class BloscLz {
    private static final int LITERAL = 32;
    private static final int LEAST_MATCH = 3;
    private static final int LONG_MATCH = 7;
    private static final int FAR = 31 << 8;
    private static final int FARTHEST_NEAR = 8191;

    private BloscLz() {}

    /**
     * Unpacks a block, which fills {@code length} bytes of the output.
     *
     * @throws IOException if it does not, or points before them
     */
    static void block(byte[] in, int from, int stored, byte[] out, int start, int length) throws IOException {
        int at = from;
        int end = from + stored;
        int to = start;
        int stop = start + length;
        boolean first = true;
        while (at < end) {
            int control = Byte.toUnsignedInt(in[at++]);
            if (first) {
                control &= LITERAL - 1;
                first = false;
            }
            if (control < LITERAL) {
                int count = control + 1;
                if (count > end - at || count > stop - to) {
                    throw damaged();
                }
                System.arraycopy(in, at, out, to, count);
                at += count;
                to += count;
                continue;
            }
            int match = control >>> 5;
            int distance = (control & LITERAL - 1) << Byte.SIZE;
            if (match == LONG_MATCH) {
                int more;
                do {
                    more = next(in, at++, end);
                    match += more;
                } while (more == 255 && match <= length);
            }
            int low = next(in, at++, end);
            if (low == 255 && distance == FAR) {
                distance = FARTHEST_NEAR + (next(in, at, end) << Byte.SIZE | next(in, at + 1, end));
                at += 2;
            } else {
                distance += low;
            }
            to = Lz4.repeat(out, start, to, distance + 1, match - 1 + LEAST_MATCH, stop);
        }
        if (to != stop) {
            throw damaged();
        }
    }

    private static int next(byte[] in, int at, int end) throws IOException {
        if (at >= end) {
            throw damaged();
        }
        return Byte.toUnsignedInt(in[at]);
    }

    private static IOException damaged() {
        return new IOException("a block packed with blosclz is damaged");
    }
}
