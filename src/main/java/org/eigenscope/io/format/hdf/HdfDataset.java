package org.eigenscope.io.format.hdf;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.Message;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.hdf.chunk.ChunkFilter;
import org.eigenscope.io.format.hdf.header.LenientHeader;
import org.eigenscope.io.format.hdf.header.SharedTypes;
import org.eigenscope.io.format.hdf.header.VirtualLayout;
import org.eigenscope.matrix.ElementType;

/**
 * What the header of a dataset declares.
 *
 * @param label the dataset, as messages name it
 * @param numbers its number format
 * @param shape its sizes as stored
 * @param layout where its bytes lie
 * @param filters how its chunks are packed, in the order of packing; empty if they are not
 * @param fill what entries are that were never written
 * @param skipReason why it cannot be read, besides its number format and shape; empty if it can
 */
public record HdfDataset(
        String label,
        HdfNumbers numbers,
        List<Long> shape,
        DataLayoutMessage layout,
        List<ChunkFilter> filters,
        double fill,
        Optional<String> skipReason) {
    private static final int EMPTY_SPACE = 2;

    public HdfDataset {
        shape = List.copyOf(shape);
        filters = List.copyOf(filters);
    }

    /** Whether the object is a dataset at all. */
    public static boolean isDataset(ObjectHeader header) {
        return header.hasMessageOfType(DataSpaceMessage.class)
                && (header.hasMessageOfType(DataTypeMessage.class)
                        || typeReason(header).isPresent());
    }

    /**
     * What a header says.
     *
     * @param storage where the header and what it refers to are
     *
     * @throws BadInputException if the declared shape is absurd
     */
    public static HdfDataset of(GuardedStorage storage, ObjectHeader header, String label) throws BadInputException {
        Message spaceMessage = header.getMessageOfType(DataSpaceMessage.class);
        List<Long> shape = shape(((DataSpaceMessage) spaceMessage).getDataSpace());
        TensorShape.countBytes(shape, Long.BYTES, label);
        Optional<HdfNumbers> type = numbers(storage, header);
        HdfNumbers numbers = type.orElseGet(() -> HdfNumbers.skipped("of a type that is elsewhere"));
        DataLayoutMessage layout = header.getMessageOfType(DataLayoutMessage.class);
        FilterList filters = filters(header);
        Optional<String> reason = filters.unknown().or(() -> nothingStored(layout));
        if (type.isEmpty() || spaceMessage.isMessageShared()) {
            reason = Optional.of("of a type or size kept in a heap of shared messages, which cannot be read");
        }
        if (FillValue.isComplex(header, numbers)) {
            reason = Optional.of("complex with a fill value other than 0, which is not read");
        }
        double fill = FillValue.of(header, numbers);
        return new HdfDataset(label, numbers, shape, layout, filters.known(), fill, reason);
    }

    private static Optional<HdfNumbers> numbers(GuardedStorage storage, ObjectHeader header) {
        Optional<String> reason = typeReason(header);
        if (reason.isPresent()) {
            return Optional.of(HdfNumbers.skipped(reason.get()));
        }
        DataTypeMessage message = header.getMessageOfType(DataTypeMessage.class);
        Optional<DataType> type = message.isMessageShared()
                ? SharedTypes.of(storage, header.getAddress())
                : Optional.of(message.getDataType());
        return type.map(HdfNumbers::of);
    }

    private static Optional<String> typeReason(ObjectHeader header) {
        return header instanceof LenientHeader lenient ? lenient.typeReason() : Optional.empty();
    }

    /** A virtual dataset whose sources were found, with the sizes that they give it. */
    HdfDataset found(List<Long> sizes) {
        return new HdfDataset(label, numbers, sizes, layout, filters, fill, Optional.empty());
    }

    /** The same, which cannot be read after all. */
    HdfDataset without(String reason) {
        return new HdfDataset(label, numbers, shape, layout, filters, fill, Optional.of(reason));
    }

    /** References as the addresses they lead to. */
    public HdfDataset asAddresses() {
        HdfNumbers addresses = new HdfNumbers(Optional.of(ElementType.U64), ByteOrder.LITTLE_ENDIAN, "");
        return new HdfDataset(label, addresses, shape, layout, filters, 0, skipReason);
    }

    /** Whether its numbers are unsigned bytes. */
    public boolean isOfBytes() {
        return numbers.type().equals(Optional.of(ElementType.U8));
    }

    /** Bytes as what they are the truth values of. */
    public HdfDataset asTruth() {
        HdfNumbers truth = new HdfNumbers(Optional.of(ElementType.BOOL), numbers.order(), "");
        return new HdfDataset(label, truth, shape, layout, filters, fill, skipReason);
    }

    /** How many entries there are. */
    public long entries() {
        return TensorShape.countEntries(shape);
    }

    /** How many bytes they take unpacked; only for a known number format. */
    long bytes() {
        return entries() * numbers.type().orElseThrow().bytes();
    }

    private static List<Long> shape(DataSpace space) {
        List<Long> shape = new ArrayList<>();
        for (long size : space.getDimensionsAsLong()) {
            shape.add(size);
        }
        return space.getType() == EMPTY_SPACE ? List.of(0L) : shape;
    }

    private record FilterList(List<ChunkFilter> known, Optional<String> unknown) {}

    private static FilterList filters(ObjectHeader header) {
        List<ChunkFilter> known = new ArrayList<>();
        for (FilterPipelineMessage message : header.getMessagesOfType(FilterPipelineMessage.class)) {
            for (FilterPipelineMessage.FilterInfo filter : message.getFilters()) {
                Optional<ChunkFilter> one = ChunkFilter.of(filter.getId(), filter.getData());
                if (one.isEmpty()) {
                    return new FilterList(
                            List.of(), Optional.of(ChunkFilter.unknown(filter.getId(), filter.getData())));
                }
                known.add(one.get());
            }
        }
        return new FilterList(known, Optional.empty());
    }

    private static Optional<String> nothingStored(DataLayoutMessage layout) {
        long address = 0;
        if (layout instanceof ContiguousDataLayoutMessage contiguous) {
            address = contiguous.getAddress();
        } else if (layout instanceof ChunkedDataLayoutMessage chunked) {
            address = chunked.getBTreeAddress();
        } else if (layout instanceof ChunkedDataLayoutMessageV4 chunked) {
            address = chunked.getAddress();
        } else if (layout instanceof VirtualLayout) {
            return Optional.of("virtual, and its sources are not looked for here");
        } else if (!(layout instanceof CompactDataLayoutMessage)) {
            return Optional.of("stored in a way that cannot be read");
        }
        return address == Constants.UNDEFINED_ADDRESS
                ? Optional.of("declared, but nothing of it is stored")
                : Optional.empty();
    }
}
