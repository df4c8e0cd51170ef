package org.eigenscope.io.torch;

import org.eigenscope.io.TensorSource;

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
}
