package org.eigenscope.io.format.torch;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.torch.PickledTensor.Inline;
import org.eigenscope.io.format.torch.PickledTensor.Unusable;
import org.eigenscope.io.format.torch.PickledTensor.View;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.matrix.ElementType;

/** Turns the tensors that a pickle describes into listed ones, believing none of their offsets and sizes. */
final class TorchListing {
    /**
     * A view may name an entry many times, so that a file of a kilobyte can ask for all memory there is. Up to this many
     * entries it may, beyond it must not name more than are stored.
     */
    private static final long MAX_REPEATED_ENTRIES = 1L << 20;

    private final String label;
    private final ByteOrder order;
    private final TorchStorages storages;
    private final PickledArrays arrays;

    /**
     * A listing of one file.
     *
     * @param label the file, as messages name it
     * @param order that of the storages' entries
     */
    TorchListing(String label, ByteOrder order, TorchStorages storages, PickledArrays arrays) {
        this.label = label;
        this.order = order;
        this.storages = storages;
        this.arrays = arrays;
    }

    List<ListedTensor> list(List<PickledTensor> pickled) throws BadInputException {
        List<ListedTensor> listed = new ArrayList<>();
        for (PickledTensor tensor : pickled) {
            TensorShape.countBytes(tensor.shape(), Long.BYTES, label + "#" + tensor.name());
            listed.add(listed(tensor));
        }
        return listed;
    }

    private ListedTensor listed(PickledTensor tensor) {
        if (tensor.content() instanceof View view) {
            return listed(tensor, view);
        }
        if (tensor.content() instanceof Inline inline) {
            return arrays.listed(tensor, inline);
        }
        return skipped(tensor, ((Unusable) tensor.content()).reason());
    }

    private ListedTensor listed(PickledTensor tensor, View view) {
        ElementType type = view.dtype().elementType().orElseThrow();
        TensorInfo info = TensorInfo.of(tensor.name(), type, tensor.shape());
        if (!info.isReadable()) {
            return ListedTensor.unreadable(info);
        }
        StridedLayout layout = new StridedLayout(type, order, tensor.shape(), view.strides());
        Optional<String> fault = fault(view, layout);
        if (fault.isPresent()) {
            return skipped(tensor, fault.get());
        }
        long firstByte = (view.storage().partOffset() + view.offset()) * type.bytes();
        return new ListedTensor(
                info,
                storages.source(view.storage(), layout, firstByte),
                layout.dense().map(dense -> storages.rows(view.storage(), dense, firstByte)));
    }

    private static ListedTensor skipped(PickledTensor tensor, String reason) {
        return ListedTensor.unreadable(TensorInfo.skipped(tensor.name(), tensor.shape(), reason));
    }

    private Optional<String> fault(View view, StridedLayout layout) {
        String key = view.storage().key();
        long available = storages.bytes(view.storage());
        if (available < 0) {
            return Optional.of("its storage '" + key + "' is missing from the file");
        }
        long stored = available / layout.type().bytes();
        if (!isWithin(view, layout, stored)) {
            return Optional.of("it reaches beyond the " + stored + " entries of its storage '" + key + "'");
        }
        long entries = TensorShape.countEntries(layout.shape());
        return entries > Math.max(stored, MAX_REPEATED_ENTRIES)
                ? Optional.of("a view that spreads " + stored + " stored entries over " + entries)
                : Optional.empty();
    }

    private static boolean isWithin(View view, StridedLayout layout, long stored) {
        boolean negative = view.offset() < 0
                || view.storage().partOffset() < 0
                || layout.strides().stream().anyMatch(stride -> stride < 0);
        if (negative) {
            return false;
        }
        try {
            long first = Math.addExact(view.storage().partOffset(), view.offset());
            return Math.addExact(first, layout.span()) <= stored;
        } catch (ArithmeticException overflow) {
            return false;
        }
    }
}
