package org.eigenscope.io.format.torch;

import java.util.List;
import java.util.Optional;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.format.pickle.PyValue.Bytes;
import org.eigenscope.io.format.pickle.PyValue.Call;
import org.eigenscope.io.format.pickle.PyValue.Constant;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.pickle.PyValue.Text;
import org.eigenscope.io.format.torch.PickledTensor.Inline;
import org.eigenscope.io.format.torch.PickledTensor.Unusable;

/** How numpy's arrays appear in pickles: an empty array is asked for, and its state holds shape, dtype and bytes. */
final class NumpyCalls {
    private NumpyCalls() {}

    /** The array that a call stands for, without a name; empty if it stands for none. */
    static Optional<PickledTensor> array(Call call) {
        return switch (call.function()) {
            case "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct" -> reconstructed(call);
            case "numpy.core.numeric._frombuffer", "numpy._core.numeric._frombuffer" -> Optional.of(fromBuffer(call));
            default -> Optional.empty();
        };
    }

    /** State: (version, shape, dtype, whether in Fortran order, bytes). */
    private static Optional<PickledTensor> reconstructed(Call call) {
        if (!(call.state() instanceof Sequence state) || state.items().size() != 5) {
            return Optional.empty();
        }
        List<PyValue> items = state.items();
        return Optional.of(array(items, 1, items.get(2), items.get(4), items.get(3) == Constant.TRUE));
    }

    /** Arguments: (bytes, dtype, shape, order). */
    private static PickledTensor fromBuffer(Call call) {
        List<PyValue> arguments = call.arguments();
        if (arguments.size() < 4) {
            return new PickledTensor("", List.of(), new Unusable("its description is damaged"));
        }
        boolean fortran =
                arguments.get(3) instanceof Text order && order.value().equals("F");
        return array(arguments, 2, arguments.get(1), arguments.get(0), fortran);
    }

    private static PickledTensor array(
            List<PyValue> values, int shapeAt, PyValue dtype, PyValue content, boolean firstIndexFastest) {
        List<Long> sizes = TensorCalls.sizes(values, shapeAt);
        Optional<String> descr = descr(dtype);
        if (descr.isEmpty() || descr.get().endsWith("O8")) {
            return new PickledTensor("", sizes, new Unusable("Python objects, which are never unpickled"));
        }
        Optional<Bytes> bytes = bytes(content);
        return bytes.isPresent()
                ? new PickledTensor("", sizes, new Inline(bytes.get(), descr.get(), firstIndexFastest))
                : new PickledTensor("", sizes, new Unusable("its entries are kept in a way that is not read"));
    }

    /** Bytes as they are, or in Python 2's protocol as a Latin-1 text that is encoded again. */
    private static Optional<Bytes> bytes(PyValue content) {
        PyValue value = content;
        if (content instanceof Call call && call.function().equals("_codecs.encode")) {
            value = call.argument(0).orElse(Constant.NONE);
        }
        if (value instanceof Text text) {
            return text.source();
        }
        return value instanceof Bytes bytes ? Optional.of(bytes) : Optional.empty();
    }

    /** numpy.dtype('f8', …) with the state (version, byte order, …). */
    private static Optional<String> descr(PyValue dtype) {
        if (dtype instanceof Call call
                && call.function().equals("numpy.dtype")
                && call.argument(0).orElse(Constant.NONE) instanceof Text code) {
            boolean ordered = call.state() instanceof Sequence state
                    && state.items().size() > 1
                    && state.items().get(1) instanceof Text;
            String order = ordered ? ((Text) ((Sequence) call.state()).items().get(1)).value() : "|";
            return Optional.of(order + code.value());
        }
        return Optional.empty();
    }
}
