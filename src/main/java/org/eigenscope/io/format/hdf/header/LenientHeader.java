package org.eigenscope.io.format.hdf.header;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/**
 * A header that jHDF refuses as a whole for one of its messages. What says how a dataset or a group is stored is needed; of the rest, such as
 * an attribute that is a reference to a region, what jHDF cannot read is left out.
 */
public final class LenientHeader extends ObjectHeader {
    private static final int DATA_TYPE = 3;
    private static final int LAYOUT = 8;
    private static final int NIL = 0;

    /** Dataspace, link info, data type, fill value, link, layout, filters, symbol table. */
    private static final Set<Integer> NEEDED = Set.of(1, 2, 3, 5, 6, 8, 0xB, 0x11);

    private static final int MESSAGE_HEAD = 8;

    private Optional<String> typeReason = Optional.empty();

    private LenientHeader(long address) {
        super(address);
    }

    /**
     * The header at an address; an unchecked exception if a message that is needed cannot be read.
     */
    public static LenientHeader of(HdfBackingStorage storage, long address) {
        LenientHeader header = new LenientHeader(address);
        for (HeaderMessages.Raw raw : HeaderMessages.of(storage, address)) {
            header.add(raw, storage);
        }
        return header;
    }

    /** What its entries are, where jHDF cannot read their type; empty if it can. */
    public Optional<String> typeReason() {
        return typeReason;
    }

    private void add(HeaderMessages.Raw raw, HdfBackingStorage storage) {
        if (raw.type() == LAYOUT && VirtualLayout.isOne(raw.data())) {
            messages.add(VirtualLayout.of(raw.data(), storage.getSizeOfOffsets()));
        } else if (raw.type() != NIL) {
            try {
                messages.add(Message.readObjectHeaderV1Message(asVersion1(raw), storage));
            } catch (RuntimeException unreadable) {
                if (raw.type() == DATA_TYPE && raw.data().limit() > 0) {
                    typeReason = Optional.of(kind(raw.data().get(0) & 0xF));
                } else if (NEEDED.contains(raw.type())) {
                    throw unreadable;
                }
            }
        }
    }

    private static String kind(int dataClass) {
        return switch (dataClass) {
            case 6 -> "structured records";
            case 7 -> "references to regions of other datasets, which are not followed";
            case 9 -> "strings or lists of varying length";
            case 10 -> "entries that are arrays";
            default -> "of a type that cannot be read (class " + dataClass + " of HDF5)";
        };
    }

    /** Only the heads of messages differ between versions. */
    private static ByteBuffer asVersion1(HeaderMessages.Raw raw) {
        ByteBuffer data = raw.data();
        ByteBuffer message = ByteBuffer.allocate(MESSAGE_HEAD + data.limit()).order(ByteOrder.LITTLE_ENDIAN);
        message.putShort((short) raw.type());
        message.putShort((short) data.limit());
        message.put((byte) raw.flags());
        message.position(MESSAGE_HEAD);
        message.put(data.duplicate());
        return message.flip();
    }

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public boolean isAttributeCreationOrderTracked() {
        return false;
    }

    @Override
    public boolean isAttributeCreationOrderIndexed() {
        return false;
    }
}
