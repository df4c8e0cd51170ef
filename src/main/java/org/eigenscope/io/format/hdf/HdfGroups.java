package org.eigenscope.io.format.hdf;

import io.jhdf.Constants;
import io.jhdf.FractalHeap;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The names in a group, in any of the three ways in which HDF5 stores them. */
public final class HdfGroups {
    private static final int SOFT_LINK = 2;

    private HdfGroups() {}

    /** Whether the object is a group at all. */
    public static boolean isGroup(ObjectHeader header) {
        return header.hasMessageOfType(SymbolTableMessage.class) || header.hasMessageOfType(LinkInfoMessage.class);
    }

    /** The links of a group, in the order of the file. */
    public static List<HdfLink> links(HdfBackingStorage storage, ObjectHeader header) {
        if (header.hasMessageOfType(SymbolTableMessage.class)) {
            return symbolTable(storage, header.getMessageOfType(SymbolTableMessage.class));
        }
        LinkInfoMessage info = header.getMessageOfType(LinkInfoMessage.class);
        List<HdfLink> links = new ArrayList<>();
        if (info.getBTreeNameIndexAddress() == Constants.UNDEFINED_ADDRESS) {
            header.getMessagesOfType(LinkMessage.class).forEach(message -> links.add(link(message)));
            return links;
        }
        BTreeV2<LinkNameForIndexedGroupRecord> names = new BTreeV2<>(storage, info.getBTreeNameIndexAddress());
        FractalHeap heap = new FractalHeap(storage, info.getFractalHeapAddress());
        for (LinkNameForIndexedGroupRecord name : names.getRecords()) {
            ByteBuffer message = heap.getId(name.getId());
            links.add(link(LinkMessage.fromBuffer(message, storage.getSuperblock())));
        }
        return links;
    }

    private static HdfLink link(LinkMessage message) {
        return switch (message.getLinkType()) {
            case HARD -> HdfLink.hard(message.getLinkName(), message.getHardLinkAddress());
            case SOFT -> HdfLink.soft(message.getLinkName(), message.getSoftLink());
            case EXTERNAL -> HdfLink.external(message.getLinkName(), message.getExternalFile());
        };
    }

    private static List<HdfLink> symbolTable(HdfBackingStorage storage, SymbolTableMessage table) {
        ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        List<HdfLink> links = new ArrayList<>();
        for (long address :
                BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, address).getSymbolTableEntries()) {
                String name = text(names, entry.getLinkNameOffset());
                links.add(
                        entry.getCacheType() == SOFT_LINK
                                ? HdfLink.soft(name, text(names, entry.getLinkValueOffset()))
                                : HdfLink.hard(name, entry.getObjectHeaderAddress()));
            }
        }
        return links;
    }

    private static String text(ByteBuffer names, int offset) {
        names.position(offset);
        return Utils.readUntilNull(names);
    }
}
