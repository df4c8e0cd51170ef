package org.eigenscope.io.format.hdf.header;

import io.jhdf.Constants;
import io.jhdf.GlobalHeap;
import io.jhdf.object.message.DataLayout;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import org.eigenscope.io.format.hdf.virtual.VirtualMapping;

/** The layout of a dataset that is put together from parts of others. jHDF does not know it. */
public final class VirtualLayout extends DataLayoutMessage {
    private static final int VERSION = 4;
    private static final int CLASS = 3;

    private final long heap;
    private final int object;

    private VirtualLayout(long heap, int object) {
        super(new BitSet());
        this.heap = heap;
        this.object = object;
    }

    static boolean isOne(ByteBuffer message) {
        return message.limit() > 2 && message.get(0) >= VERSION && message.get(1) == CLASS;
    }

    static VirtualLayout of(ByteBuffer message, int sizeOfOffsets) {
        return new VirtualLayout(HeaderMessages.number(message, 2, sizeOfOffsets), message.getInt(2 + sizeOfOffsets));
    }

    /** Of which datasets it is which part; an unchecked exception if the file is damaged there. */
    public List<VirtualMapping> mappings(HdfBackingStorage storage) {
        return heap == Constants.UNDEFINED_ADDRESS
                ? List.of()
                : VirtualMapping.parse(new GlobalHeap(storage, heap).getObjectData(object), storage.getSizeOfLengths());
    }

    @Override
    public DataLayout getDataLayout() {
        throw new UnsupportedOperationException("jHDF has no name for a virtual layout");
    }
}
