package org.eigenscope.io.format.torch;

import java.util.List;
import java.util.Optional;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.format.pickle.PyValue.Int;
import org.eigenscope.io.format.pickle.PyValue.Real;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.torch.PickledTensor.Content;
import org.eigenscope.io.format.torch.PickledTensor.Quantized;
import org.eigenscope.io.format.torch.PickledTensor.Unusable;
import org.eigenscope.io.format.torch.PickledTensor.View;
import org.eigenscope.matrix.ElementType;

/** How quantized tensors of PyTorch appear in pickles: (storage, offset, sizes, strides, (scheme, scale, zero point, axis?), …). */
final class QuantizedCalls {
    private static final int PARAMETERS_AT = 4;
    private static final int SCHEME_PARTS = 3;

    private QuantizedCalls() {}

    static PickledTensor tensor(List<PyValue> arguments) {
        List<Long> sizes = TensorCalls.sizes(arguments, 2);
        List<Long> strides = TensorCalls.sizes(arguments, 3);
        Optional<TorchStorage> storage = arguments.isEmpty() ? Optional.empty() : TorchStorage.of(arguments.get(0));
        Optional<TorchDtype> dtype = storage.flatMap(TorchStorage::dtype).flatMap(QuantizedCalls::whole);
        boolean sound = dtype.isPresent()
                && arguments.size() > PARAMETERS_AT
                && arguments.get(1) instanceof Int
                && strides.size() == sizes.size()
                && arguments.get(PARAMETERS_AT) instanceof Sequence parameters
                && parameters.items().size() >= SCHEME_PARTS;
        if (!sound) {
            return new PickledTensor("", sizes, new Unusable("quantized in a way that is not read"));
        }
        View view = new View(storage.get(), dtype.get(), ((Int) arguments.get(1)).value(), strides);
        return new PickledTensor("", sizes, content(view, ((Sequence) arguments.get(PARAMETERS_AT)).items()));
    }

    /** The whole numbers in which a quantized format is stored; empty for those of less than eight bits. */
    private static Optional<TorchDtype> whole(TorchDtype dtype) {
        ElementType type = switch (dtype.name()) {
            case "qint8" -> ElementType.I8;
            case "quint8" -> ElementType.U8;
            case "qint32" -> ElementType.I32;
            default -> null;
        };
        return Optional.ofNullable(type).map(known -> new TorchDtype(dtype.name(), dtype.bytes(), Optional.of(known)));
    }

    private static Content content(View view, List<PyValue> parameters) {
        Optional<Double> scale = number(parameters.get(1));
        Optional<Double> zeroPoint = number(parameters.get(2));
        if (scale.isPresent() && zeroPoint.isPresent()) {
            return new Quantized(view, scale.get(), zeroPoint.get(), Optional.empty(), Optional.empty(), 0);
        }
        Optional<PickledTensor> scales = TensorCalls.tensor(parameters.get(1));
        Optional<PickledTensor> zeroPoints = TensorCalls.tensor(parameters.get(2));
        boolean byAxis = parameters.size() > SCHEME_PARTS
                && parameters.get(SCHEME_PARTS) instanceof Int
                && scales.isPresent()
                && zeroPoints.isPresent();
        return byAxis
                ? new Quantized(view, 0, 0, scales, zeroPoints, (int) ((Int) parameters.get(SCHEME_PARTS)).value())
                : new Unusable("quantized in a way that is not read");
    }

    private static Optional<Double> number(PyValue value) {
        if (value instanceof Real real) {
            return Optional.of(real.value());
        }
        return value instanceof Int whole ? Optional.of((double) whole.value()) : Optional.empty();
    }
}
