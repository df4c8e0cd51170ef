package org.eigenscope.io.format.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.hdf.header.LenientHeader;

/** The structures of an HDF5 file, open for one listing or for reading one dataset. */
public final class HdfContainer implements Closeable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final int FIRST_USER_BLOCK = 512;
    private static final int LARGEST_SUPERBLOCK = 128;

    private final HdfSource source;
    private final GuardedStorage storage;
    private final String label;

    private HdfContainer(HdfSource source, GuardedStorage storage, String label) {
        this.source = source;
        this.storage = storage;
        this.label = label;
    }

    /**
     * Finds and reads the superblock.
     *
     * @param label the file, as messages name it
     * @throws BadInputException if there is none or it is damaged
     */
    public static HdfContainer open(HdfSource.Opener opener, String label) throws IOException, EigenscopeException {
        HdfSource source = opener.open();
        try {
            GuardedStorage storage =
                    HdfFailures.guarded(label, () -> new GuardedStorage(source, superblock(source, label)));
            return new HdfContainer(source, storage, label);
        } catch (IOException | EigenscopeException failure) {
            source.close();
            throw failure;
        }
    }

    /** Whether bytes of a file, from {@code offset} on, are the signature with which HDF5 begins. */
    public static boolean isSignature(byte[] head, int offset) {
        return head.length >= offset + SIGNATURE.length
                && Arrays.equals(head, offset, offset + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** The signature stands at 0, 512, 1024, 2048, … after a block that belongs to the user. */
    private static Superblock superblock(HdfSource source, String label) throws IOException, BadInputException {
        for (long at = 0; at <= source.size() - SIGNATURE.length; at = at == 0 ? FIRST_USER_BLOCK : 2 * at) {
            int length = (int) Math.min(LARGEST_SUPERBLOCK, source.size() - at);
            ByteBuffer bytes = source.read(at, length).order(ByteOrder.LITTLE_ENDIAN);
            byte[] start = new byte[SIGNATURE.length];
            bytes.get(0, start);
            if (isSignature(start, 0)) {
                return checked(Superblock.readSuperblock(bytes), at, label);
            }
        }
        throw new BadInputException(label + " is not an HDF5 file: it has no HDF5 signature.");
    }

    private static Superblock checked(Superblock superblock, long at, String label) throws BadInputException {
        boolean sizes = isWidth(superblock.getSizeOfOffsets()) && isWidth(superblock.getSizeOfLengths());
        if (!sizes || superblock.getBaseAddressByte() != at) {
            throw new BadInputException(label + " has a damaged HDF5 superblock.");
        }
        return superblock;
    }

    private static boolean isWidth(int bytes) {
        return bytes == Short.BYTES || bytes == Integer.BYTES || bytes == Long.BYTES;
    }

    /** The address of the root group's header. */
    public long rootAddress() throws IOException, EigenscopeException {
        return HdfFailures.guarded(label, () -> {
            if (storage.getSuperblock() instanceof SuperblockV0V1 old) {
                // jHDF counts from where its buffer began, which is the superblock itself
                return new SymbolTableEntry(storage, old.getRootGroupSymbolTableAddress()).getObjectHeaderAddress();
            }
            return ((SuperblockV2V3) storage.getSuperblock()).getRootGroupObjectHeaderAddress();
        });
    }

    /** The object header at an address; {@code what} names the object in messages. */
    public ObjectHeader header(long address, String what) throws IOException, EigenscopeException {
        return HdfFailures.guarded(what, () -> {
            try {
                return ObjectHeader.readObjectHeader(storage, address);
            } catch (GuardedStorage.ExhaustedException exhausted) {
                throw exhausted;
            } catch (RuntimeException unknown) {
                return LenientHeader.of(storage, address);
            }
        });
    }

    /** The storage through which structures are read. */
    public GuardedStorage storage() {
        return storage;
    }

    HdfSource source() {
        return source;
    }

    /** The name of the file for messages. */
    public String label() {
        return label;
    }

    /** The place in the source of an address in the file's own count. */
    long position(long address) {
        return storage.getUserBlockSize() + address;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
