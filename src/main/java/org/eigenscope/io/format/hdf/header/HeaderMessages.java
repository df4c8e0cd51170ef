package org.eigenscope.io.format.hdf.header;

import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The messages of an object header as they are stored, by the HDF5 file format specification 3.0, IV.A.1 and IV.A.2. */
final class HeaderMessages {
    private static final int CONTINUATION = 0x10;
    private static final int MOST_CHUNKS = 1_000;
    private static final int VERSION_1_PREFIX = 16;
    private static final int VERSION_1_MESSAGE = 8;
    private static final int SIGNATURE = 4;

    private final HdfBackingStorage storage;
    private final List<Raw> found = new ArrayList<>();
    private int chunks;
    private boolean version2;
    private boolean tracksOrder;

    private HeaderMessages(HdfBackingStorage storage) {
        this.storage = storage;
    }

    /**
     * A message.
     *
     * @param type its number in the specification
     * @param flags what is said of it; bit 1 that it is shared, so that its data are a reference
     * @param data its contents, little endian
     */
    record Raw(int type, int flags, ByteBuffer data) {
        private static final int SHARED = 2;

        boolean isShared() {
            return (flags & SHARED) != 0;
        }
    }

    /**
     * All messages of a header, in order.
     *
     * @throws HdfException if there is no header at the address
     */
    static List<Raw> of(HdfBackingStorage storage, long address) {
        HeaderMessages messages = new HeaderMessages(storage);
        messages.header(address);
        return messages.found;
    }

    private void header(long address) {
        ByteBuffer start = read(address, VERSION_1_PREFIX);
        version2 = start.get(0) == 'O';
        if (!version2) {
            if (start.get(0) != 1) {
                throw new HdfException("no object header");
            }
            messages(address + VERSION_1_PREFIX, Integer.toUnsignedLong(start.getInt(8)));
            return;
        }
        int flags = start.get(5);
        tracksOrder = (flags & 4) != 0;
        int sizeAt = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        int width = 1 << (flags & 3);
        long size = number(read(address + sizeAt, width), 0, width);
        checksum(address, Math.addExact(sizeAt + width + SIGNATURE, size));
        messages(address + sizeAt + width, size);
    }

    /** The messages in one stretch of the header, and in those to which it goes on. */
    private void messages(long address, long size) {
        if (++chunks > MOST_CHUNKS || size < 0 || size > Integer.MAX_VALUE) {
            throw new HdfException("an object header has an impossible size");
        }
        ByteBuffer bytes = read(address, (int) size);
        int head = version2 ? 4 + (tracksOrder ? 2 : 0) : VERSION_1_MESSAGE;
        int at = 0;
        while (at + head <= bytes.limit()) {
            int type = version2 ? Byte.toUnsignedInt(bytes.get(at)) : Short.toUnsignedInt(bytes.getShort(at));
            int length = Short.toUnsignedInt(bytes.getShort(at + (version2 ? 1 : 2)));
            int flags = bytes.get(at + (version2 ? 3 : 4));
            int data = at + head;
            if (data + length > bytes.limit()) {
                break;
            }
            if (type == CONTINUATION) {
                continued(bytes, data);
            } else {
                found.add(new Raw(type, flags, bytes.slice(data, length).order(ByteOrder.LITTLE_ENDIAN)));
            }
            at = data + length;
        }
    }

    private void continued(ByteBuffer bytes, int at) {
        int offsets = storage.getSizeOfOffsets();
        long address = number(bytes, at, offsets);
        long length = number(bytes, at + offsets, storage.getSizeOfLengths());
        if (!version2) {
            messages(address, length);
            return;
        }
        byte[] letters = new byte[SIGNATURE];
        read(address, SIGNATURE).get(0, letters);
        if (new String(letters, StandardCharsets.US_ASCII).equals("OCHK") && length > 2 * SIGNATURE) {
            checksum(address, length);
            messages(address + SIGNATURE, length - 2 * SIGNATURE);
        }
    }

    /** The last four bytes are those of all others. */
    private void checksum(long address, long length) {
        ChecksumUtils.validateChecksum(read(address, Math.toIntExact(length)));
    }

    private ByteBuffer read(long address, int length) {
        return storage.readBufferFromAddress(address, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static long number(ByteBuffer bytes, int at, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(bytes.get(at + i));
        }
        return value;
    }
}
