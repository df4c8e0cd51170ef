package org.eigenscope.io.format.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.format.pickle.PyValue.Call;
import org.eigenscope.io.format.pickle.PyValue.Global;
import org.eigenscope.io.format.pickle.PyValue.Int;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.torch.PickledTensor.Content;
import org.eigenscope.io.format.torch.PickledTensor.Unusable;
import org.eigenscope.io.format.torch.PickledTensor.View;

/**
 * The functions by which pickles ask for tensors: an allow-list. A call of any other is an object whose insides may hold
 * tensors, and no more.
 */
final class TensorCalls {
    /** Wrappers of wrappers of wrappers do not occur. */
    private static final int MAX_WRAPPERS = 8;

    private TensorCalls() {}

    /** The tensor that a value stands for, without a name; empty if it stands for none. */
    static Optional<PickledTensor> tensor(PyValue value) {
        return tensor(value, MAX_WRAPPERS);
    }

    private static Optional<PickledTensor> tensor(PyValue value, int wrappers) {
        if (!(value instanceof Call call) || wrappers == 0) {
            return Optional.empty();
        }
        Optional<PickledTensor> array = NumpyCalls.array(call).or(() -> SparseCalls.ofScipy(call));
        return array.isPresent() ? array : tensor(call.function(), call.arguments(), wrappers);
    }

    private static Optional<PickledTensor> tensor(String function, List<PyValue> arguments, int wrappers) {
        return switch (function) {
            case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" -> Optional.of(view(arguments));
            case "torch._utils._rebuild_tensor_v3" -> Optional.of(viewOfBytes(arguments));
            case "torch._utils._rebuild_parameter",
                    "torch._utils._rebuild_parameter_with_state",
                    "torch._utils._rebuild_device_tensor_from_numpy" ->
                arguments.isEmpty() ? Optional.empty() : tensor(arguments.get(0), wrappers - 1);
            case "torch._tensor._rebuild_from_type_v2", "torch._tensor._rebuild_from_type" ->
                subclass(arguments, wrappers);
            case "torch._utils._rebuild_sparse_tensor", "torch._utils._rebuild_sparse_csr_tensor" ->
                Optional.of(SparseCalls.ofTorch(arguments));
            case "torch._utils._rebuild_qtensor" -> Optional.of(QuantizedCalls.tensor(arguments));
            case "torch._utils._rebuild_nested_tensor" -> Optional.of(unusable(List.of(), "a nested tensor"));
            case "torch._utils._rebuild_meta_tensor_no_storage" ->
                Optional.of(unusable(sizes(arguments, 1), "saved without its entries"));
            case "torch._utils._rebuild_wrapper_subclass" ->
                Optional.of(unusable(sizes(arguments, 2), withoutEntries(argument(arguments, 0))));
            default -> Optional.empty();
        };
    }

    /** What a subclass of tensors is that has no storage; its class says it. */
    private static String withoutEntries(Optional<PyValue> type) {
        String name = type.filter(Global.class::isInstance)
                .map(value -> ((Global) value).name())
                .orElse("unknown class");
        return name.equals("DTensor")
                ? "a DTensor, of which each process saved its own part: save full_tensor() of it, or the whole model by"
                        + " get_model_state_dict with full_state_dict=True"
                : "a tensor subclass (" + name
                        + ") without entries of its own: convert it to a plain tensor before saving"
                        + " (dequantize() or to_dense(), where it has one)";
    }

    /** (function, class, its arguments, state): a subclass of tensors is one of them. */
    private static Optional<PickledTensor> subclass(List<PyValue> arguments, int wrappers) {
        return arguments.size() > 2
                        && arguments.get(0) instanceof Global function
                        && arguments.get(2) instanceof Sequence inner
                ? tensor(function.qualifiedName(), inner.items(), wrappers - 1)
                : Optional.empty();
    }

    /** (storage, offset, sizes, strides, …). */
    private static PickledTensor view(List<PyValue> arguments) {
        Optional<TorchStorage> storage = argument(arguments, 0).flatMap(TorchStorage::of);
        Optional<TorchDtype> dtype = storage.flatMap(TorchStorage::dtype);
        return view(arguments, storage, dtype, storage.map(TorchStorage::type).orElse("unknown"));
    }

    /** (storage of bytes, offset, sizes, strides, requires_grad, hooks, dtype, …). */
    private static PickledTensor viewOfBytes(List<PyValue> arguments) {
        Optional<String> name =
                argument(arguments, 6).filter(Global.class::isInstance).map(value -> ((Global) value).qualifiedName());
        Optional<TorchStorage> storage = argument(arguments, 0).flatMap(TorchStorage::of);
        return view(arguments, storage, name.flatMap(TorchDtype::ofDtype), name.orElse("unknown"));
    }

    private static PickledTensor view(
            List<PyValue> arguments, Optional<TorchStorage> storage, Optional<TorchDtype> dtype, String typeName) {
        List<Long> sizes = sizes(arguments, 2);
        if (dtype.isEmpty()) {
            return unusable(sizes, "numbers of type " + typeName);
        }
        if (dtype.get().elementType().isEmpty()) {
            return unusable(sizes, dtype.get().skipReason());
        }
        List<Long> strides = sizes(arguments, 3);
        boolean whole = storage.isPresent()
                && strides.size() == sizes.size()
                && argument(arguments, 1).filter(Int.class::isInstance).isPresent();
        if (!whole) {
            return unusable(sizes, "its description is damaged");
        }
        long offset = ((Int) arguments.get(1)).value();
        return new PickledTensor("", sizes, new View(storage.get(), dtype.get(), offset, strides));
    }

    private static PickledTensor unusable(List<Long> sizes, String reason) {
        Content content = new Unusable(reason);
        return new PickledTensor("", sizes, content);
    }

    private static Optional<PyValue> argument(List<PyValue> arguments, int index) {
        return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }

    /** The whole numbers in a tuple, a list or a {@code torch.Size}; none if one of them is anything else. */
    static List<Long> sizes(List<PyValue> arguments, int index) {
        PyValue value = argument(arguments, index).orElse(PyValue.Constant.NONE);
        if (value instanceof Call call && call.function().equals("torch.Size")) {
            return sizes(call.arguments(), 0);
        }
        if (!(value instanceof Sequence sequence)) {
            return List.of();
        }
        List<Long> sizes = new ArrayList<>();
        for (PyValue item : sequence.items()) {
            if (!(item instanceof Int size)) {
                return List.of();
            }
            sizes.add(size.value());
        }
        return sizes;
    }
}
