package org.eigenscope.io.format.torch;

import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.RowSource;
import org.eigenscope.io.kit.TensorSource;

/** Where a PyTorch file keeps the storages that its tensors are views of. */
interface TorchStorages {
    /** The bytes kept under a storage's key that the file really has, negative if it has none. */
    long bytes(TorchStorage storage);

    /**
     * A way to read a view.
     *
     * @param layout how it lies in the storage
     * @param firstByte where it starts there
     */
    TensorSource source(TorchStorage storage, StridedLayout layout, long firstByte);

    /**
     * A way to read a view whose entries follow each other again and again.
     *
     * @param dense how they do
     * @param firstByte where it starts in the storage
     */
    RowSource rows(TorchStorage storage, DenseLayout dense, long firstByte);
}
