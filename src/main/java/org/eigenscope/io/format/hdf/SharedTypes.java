package org.eigenscope.io.format.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataTypeMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Named types: types that are objects of their own, to which datasets only refer. jHDF takes the reference for the type itself, so the
 * messages of the header are walked here once more, by the HDF5 file format specification 3.0, IV.A.1 and IV.A.2.
 */
final class SharedTypes {
    private static final int TYPE = 3;
    private static final int CONTINUATION = 0x10;
    private static final int SHARED_FLAG = 2;
    private static final int IN_HEAP = 1;
    private static final int MOST_CHUNKS = 1_000;
    private static final int VERSION_1_PREFIX = 16;
    private static final int VERSION_1_MESSAGE = 8;
    private static final int SIGNATURE = 4;

    private final GuardedStorage storage;
    private int chunks;
    private boolean version2;
    private boolean tracksOrder;

    private SharedTypes(GuardedStorage storage) {
        this.storage = storage;
    }

    /** The type to which a dataset's header refers; empty if the reference leads into a heap of shared messages. */
    static Optional<DataType> of(GuardedStorage storage, long header) {
        return new SharedTypes(storage)
                .reference(header)
                .map(address -> ObjectHeader.readObjectHeader(storage, address))
                .filter(named -> named.hasMessageOfType(DataTypeMessage.class))
                .map(named -> named.getMessageOfType(DataTypeMessage.class))
                .filter(message -> !message.isMessageShared())
                .map(DataTypeMessage::getDataType);
    }

    private Optional<Long> reference(long address) {
        ByteBuffer start = read(address, VERSION_1_PREFIX);
        version2 = start.get(0) == 'O';
        if (!version2) {
            long size = Integer.toUnsignedLong(start.getInt(8));
            return messages(address + VERSION_1_PREFIX, size);
        }
        int flags = start.get(5);
        tracksOrder = (flags & 4) != 0;
        int sizeAt = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        int width = 1 << (flags & 3);
        long size = number(read(address + sizeAt, width), 0, width);
        return messages(address + sizeAt + width, size);
    }

    /** The messages in one stretch of the header, and in those to which it goes on. */
    private Optional<Long> messages(long address, long size) {
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
            if (type == TYPE && (flags & SHARED_FLAG) != 0) {
                return address(bytes, data);
            }
            if (type == CONTINUATION) {
                Optional<Long> further = continued(bytes, data);
                if (further.isPresent()) {
                    return further;
                }
            }
            at = data + length;
        }
        return Optional.empty();
    }

    private Optional<Long> continued(ByteBuffer bytes, int at) {
        int offsets = storage.getSizeOfOffsets();
        long address = number(bytes, at, offsets);
        long length = number(bytes, at + offsets, storage.getSizeOfLengths());
        if (!version2) {
            return messages(address, length);
        }
        ByteBuffer signature = read(address, SIGNATURE);
        byte[] letters = new byte[SIGNATURE];
        signature.get(0, letters);
        boolean sound = new String(letters, StandardCharsets.US_ASCII).equals("OCHK") && length > 2 * SIGNATURE;
        return sound ? messages(address + SIGNATURE, length - 2 * SIGNATURE) : Optional.empty();
    }

    /** Version 1 has six more bytes before the address; version 3 may mean a heap instead. */
    private Optional<Long> address(ByteBuffer bytes, int at) {
        int version = bytes.get(at);
        boolean heap = version == 3 && bytes.get(at + 1) == IN_HEAP;
        int place = at + (version == 1 ? 8 : 2);
        return heap ? Optional.empty() : Optional.of(number(bytes, place, storage.getSizeOfOffsets()));
    }

    private ByteBuffer read(long address, int length) {
        return storage.readBufferFromAddress(address, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long number(ByteBuffer bytes, int at, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(bytes.get(at + i));
        }
        return value;
    }
}
