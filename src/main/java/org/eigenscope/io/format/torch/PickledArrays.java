package org.eigenscope.io.format.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.npy.NpyDtype;
import org.eigenscope.io.format.pickle.PyValue.Bytes;
import org.eigenscope.io.format.torch.PickledTensor.Inline;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MappedBlocks;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;

/** Numpy arrays whose bytes lie inside a pickle. */
final class PickledArrays {
    private final Path path;
    private final Optional<OffsetFinder> pickleStart;

    /** Finds the byte of the file at which the pickle starts. */
    @FunctionalInterface
    interface OffsetFinder {
        long find() throws IOException;
    }

    /**
     * Arrays in a pickle.
     *
     * @param pickleStart where the pickle lies as it is in the file; empty if it is compressed there
     */
    PickledArrays(Path path, Optional<OffsetFinder> pickleStart) {
        this.path = path;
        this.pickleStart = pickleStart;
    }

    ListedTensor listed(PickledTensor tensor, Inline inline) {
        NpyDtype dtype;
        try {
            dtype = NpyDtype.of(inline.descr());
        } catch (IllegalArgumentException unknown) {
            return skipped(tensor, "numbers of an unknown type");
        }
        if (dtype.elementType().isEmpty()) {
            return skipped(tensor, dtype.skipReason());
        }
        ElementType type = dtype.elementType().get();
        TensorInfo info = TensorInfo.of(tensor.name(), type, tensor.shape());
        if (!info.hasEntries()) {
            return ListedTensor.unreadable(info);
        }
        DenseLayout layout = new DenseLayout(type, dtype.order(), inline.firstIndexFastest(), tensor.shape());
        return fault(layout, inline.bytes())
                .map(fault -> skipped(tensor, fault))
                .orElseGet(() -> new ListedTensor(info, job -> read(layout, inline.bytes(), job)));
    }

    private static ListedTensor skipped(PickledTensor tensor, String reason) {
        return ListedTensor.unreadable(TensorInfo.skipped(tensor.name(), tensor.shape(), reason));
    }

    /** A Latin-1 text takes one or two bytes of UTF-8 for each of the array's. */
    private Optional<String> fault(DenseLayout layout, Bytes bytes) {
        if (pickleStart.isEmpty()) {
            return Optional.of("an array inside a compressed pickle");
        }
        long needed = TensorShape.countEntries(layout.shape()) * layout.type().bytes();
        boolean fits =
                bytes.utf8() ? needed <= bytes.length() && bytes.length() <= 2 * needed : needed == bytes.length();
        return fits
                ? Optional.empty()
                : Optional.of("its " + needed + " bytes are not the " + bytes.length() + " in the file");
    }

    private double[] read(DenseLayout layout, Bytes bytes, ReadJob job) throws IOException, EigenscopeException {
        long start = pickleStart.orElseThrow().find() + bytes.offset();
        BlockSource stored = MappedBlocks.open(path, start, bytes.length());
        try (BlockSource blocks = bytes.utf8() ? new Latin1Blocks(stored, bytes.length()) : stored) {
            return layout.read(blocks, job);
        }
    }
}
