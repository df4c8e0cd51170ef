package org.eigenscope.io.format.torch;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.torch.PickledTensor.Inline;
import org.eigenscope.io.format.torch.PickledTensor.Quantized;
import org.eigenscope.io.format.torch.PickledTensor.Sparse;
import org.eigenscope.io.format.torch.PickledTensor.Unusable;
import org.eigenscope.io.format.torch.PickledTensor.View;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ListedTensor.RunSource;
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
        if (tensor.content() instanceof Quantized quantized) {
            return quantized(tensor, quantized);
        }
        if (tensor.content() instanceof Sparse sparse) {
            return sparse(tensor, sparse);
        }
        return skipped(tensor, ((Unusable) tensor.content()).reason());
    }

    private ListedTensor quantized(PickledTensor tensor, Quantized quantized) {
        ListedTensor stored = listed(tensor, quantized.view());
        if (!stored.info().hasEntries()) {
            return stored;
        }
        return new QuantizedTensor(
                        stored,
                        quantized.scale(),
                        quantized.zeroPoint(),
                        quantized.scales().map(this::listed),
                        quantized.zeroPoints().map(this::listed),
                        quantized.axis())
                .listed(quantized.view().dtype().name());
    }

    private ListedTensor sparse(PickledTensor tensor, Sparse sparse) {
        Map<String, ListedTensor> parts = new HashMap<>();
        for (Map.Entry<String, PickledTensor> part : sparse.parts().entrySet()) {
            ListedTensor listed = listed(part.getValue());
            boolean empty = TensorShape.countEntries(listed.info().shape()) == 0;
            if (!listed.info().hasEntries() && !empty) {
                return skipped(
                        tensor,
                        "sparse, its " + part.getKey() + ": "
                                + listed.info().skipReason().orElse(""));
            }
            parts.put(part.getKey(), listed);
        }
        Optional<ElementType> type = parts.get("data").info().elementType();
        if (type.isEmpty()) {
            return skipped(tensor, "sparse without entries");
        }
        TensorInfo info = TensorInfo.of(tensor.name(), type.get(), tensor.shape())
                .withStoredAs(type.get().displayName() + ", sparse " + sparse.format());
        return ListedTensor.sparse(info, new SparseParts(sparse.format(), tensor.shape(), parts)::read);
    }

    private ListedTensor listed(PickledTensor tensor, View view) {
        ElementType type = view.dtype().elementType().orElseThrow();
        TensorInfo info = TensorInfo.of(tensor.name(), type, tensor.shape());
        if (!info.hasEntries()) {
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
                layout.dense().map(dense -> storages.rows(view.storage(), dense, firstByte)),
                layout.isDense() ? Optional.of(runs(view, firstByte)) : Optional.empty());
    }

    private RunSource runs(View view, long firstByte) {
        ElementType type = view.dtype().elementType().orElseThrow();
        return (from, count, job) -> storages.source(
                        view.storage(),
                        new StridedLayout(type, order, List.of(count), List.of(1L)),
                        firstByte + from * type.bytes())
                .read(job);
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
