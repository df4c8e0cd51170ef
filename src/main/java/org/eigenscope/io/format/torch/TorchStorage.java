package org.eigenscope.io.format.torch;

import java.util.List;
import java.util.Optional;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.format.pickle.PyValue.Global;
import org.eigenscope.io.format.pickle.PyValue.Int;
import org.eigenscope.io.format.pickle.PyValue.Persistent;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.pickle.PyValue.Text;

/**
 * A block of entries that tensors are views of, as a pickle refers to it.
 *
 * @param key its name in the file
 * @param type the class of the storage
 * @param dtype its number format, empty if it is untyped or unknown
 * @param elements how many entries, or bytes of an untyped one
 * @param partOffset the entry at which this storage starts within the one kept under the key: 0 but in files of PyTorch
 *     before 0.4
 */
record TorchStorage(String key, String type, Optional<TorchDtype> dtype, long elements, long partOffset) {
    /** The storage that a persistent id names: ('storage', type, key, device, elements[, part]). */
    static Optional<TorchStorage> of(PyValue value) {
        if (value instanceof Persistent persistent
                && persistent.id() instanceof Sequence id
                && id.items().size() >= 5
                && id.items().get(0) instanceof Text kind
                && kind.value().equals("storage")
                && id.items().get(1) instanceof Global type
                && id.items().get(2) instanceof Text key
                && id.items().get(4) instanceof Int elements
                && elements.value() >= 0) {
            String name = type.qualifiedName();
            Optional<TorchDtype> dtype = TorchDtype.ofStorageClass(name);
            return Optional.of(new TorchStorage(key.value(), name, dtype, elements.value(), partOffset(id.items())));
        }
        return Optional.empty();
    }

    /** From the part's (key, offset, elements). */
    private static long partOffset(List<PyValue> id) {
        if (id.size() > 5
                && id.get(5) instanceof Sequence part
                && part.items().size() == 3
                && part.items().get(1) instanceof Int offset) {
            return offset.value();
        }
        return 0;
    }
}
