package org.eigenscope.io.format.hdf;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * What jHDF reads structures through. jHDF believes what a file says of itself; here no read reaches beyond the file, all
 * reads together stay below a budget, so that trees with cycles end, and counts from which jHDF sizes lists are compared
 * with what the file could hold.
 */
public final class GuardedStorage implements HdfBackingStorage {
    /** Structures may be read several times over, but not for ever. */
    private static final int READS_OF_THE_WHOLE = 8;

    private static final long LEAST_BUDGET = 16L << 20;
    private static final int LARGEST_READ = 1 << 28;
    private static final int LEAST_CHARGE = 64;

    private final HdfSource source;
    private final Superblock superblock;
    private final long size;
    private long budget;

    GuardedStorage(HdfSource source, Superblock superblock) throws IOException {
        this.source = source;
        this.superblock = superblock;
        this.size = source.size() - superblock.getBaseAddressByte();
        long wanted = LEAST_BUDGET + READS_OF_THE_WHOLE * Math.min(size, 1L << 40);
        this.budget =
                Math.min(wanted, Math.max(LEAST_BUDGET, Runtime.getRuntime().maxMemory() / 4));
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        if (length < 0 || length > LARGEST_READ || address < 0 || address > size - length) {
            throw new HdfException("a structure of " + length + " bytes at " + address + " lies outside the file");
        }
        budget -= Math.max(length, LEAST_CHARGE);
        if (budget < 0) {
            throw new ExhaustedException();
        }
        try {
            ByteBuffer bytes = source.read(superblock.getBaseAddressByte() + address, length)
                    .order(ByteOrder.LITTLE_ENDIAN);
            DeclaredCounts.check(bytes, getSizeOfOffsets(), getSizeOfLengths(), size);
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public ByteBuffer map(long address, long length) {
        return readBufferFromAddress(address, Math.toIntExact(length));
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        return map(address - superblock.getBaseAddressByte(), length);
    }

    @Override
    public long getUserBlockSize() {
        return superblock.getBaseAddressByte();
    }

    @Override
    public Superblock getSuperblock() {
        return superblock;
    }

    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedOperationException("jHDF reads through the guard only");
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    @Override
    public void close() {
        // whoever opened the source closes it
    }

    /** Bytes from the base address to the end. */
    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    /** More was read than a sound file can make anyone read. */
    static final class ExhaustedException extends HdfException {
        private static final long serialVersionUID = 1;

        ExhaustedException() {
            super("its structures lead in circles");
        }
    }
}
