package org.eigenscope.io.format.hdf.header;

import io.jhdf.ObjectHeader;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Named types: types that are objects of their own, to which datasets only refer. jHDF takes the reference for the type itself, so the
 * messages of the header are walked here once more.
 */
public final class SharedTypes {
    private static final int TYPE = 3;
    private static final int IN_HEAP = 1;

    private SharedTypes() {}

    /** The type to which a dataset's header refers; empty if the reference leads into a heap of shared messages. */
    public static Optional<DataType> of(HdfBackingStorage storage, long header) {
        return HeaderMessages.of(storage, header).stream()
                .filter(message -> message.type() == TYPE && message.isShared())
                .findFirst()
                .flatMap(message -> address(message.data(), storage.getSizeOfOffsets()))
                .map(address -> ObjectHeader.readObjectHeader(storage, address))
                .filter(named -> named.hasMessageOfType(DataTypeMessage.class))
                .map(named -> named.getMessageOfType(DataTypeMessage.class))
                .filter(message -> !message.isMessageShared())
                .map(DataTypeMessage::getDataType);
    }

    /** Version 1 has six more bytes before the address; version 3 may mean a heap instead. */
    private static Optional<Long> address(ByteBuffer reference, int sizeOfOffsets) {
        int version = reference.get(0);
        boolean heap = version == 3 && reference.get(1) == IN_HEAP;
        int place = version == 1 ? 8 : 2;
        return heap ? Optional.empty() : Optional.of(HeaderMessages.number(reference, place, sizeOfOffsets));
    }
}
