package org.eigenscope.io.format.hdf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.BlockSource;

/** The bytes of an HDF5 file, wherever they lie: in a file of their own or inside another. */
public interface HdfSource extends Closeable {
    /** How many bytes there are. */
    long size() throws IOException;

    /**
     * Some of them.
     *
     * @param position the first, with {@code position + length} at most {@link #size}
     * @throws java.io.EOFException if the bytes have gone meanwhile
     */
    ByteBuffer read(long position, int length) throws IOException;

    /** A long stretch of them, in blocks; closing the blocks leaves this open. */
    BlockSource blocks(long position, long length) throws IOException;

    /** The same for one of many walks, independent of this, which may be closed meanwhile. */
    BlockSource walk(long position, long length) throws IOException;

    /** Opens the bytes anew for each piece of work. */
    @FunctionalInterface
    interface Opener {
        HdfSource open() throws IOException, EigenscopeException;
    }
}
