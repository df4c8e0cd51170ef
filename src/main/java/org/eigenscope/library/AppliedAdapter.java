package org.eigenscope.library;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.model.PackedTensor;
import org.eigenscope.matrix.ElementType;

/**
 * The weights of a layer with its adapter, W + ΔW, where the same file has both. With DoRA's magnitudes m it is m ⊙ V/‖V‖ for V = W + ΔW: norms
 * of rows for PEFT's {@code lora_magnitude_vector}, and for {@code dora_scale} of rows or of all that belongs to an input, as its shape
 * tells. (LyCORIS adds the rounding unit to each norm; here it is not.)
 */
final class AppliedAdapter {
    private static final List<String> BASES = List.of("base_layer.weight", "weight");
    private static final Set<ElementType> FLOATS =
            EnumSet.of(ElementType.F64, ElementType.F32, ElementType.F16, ElementType.BF16);

    private final Map<String, TensorInfo> byName = new HashMap<>();
    private final Set<String> packed;

    private AppliedAdapter(MatrixFile file, Set<String> packed) {
        file.tensors().forEach(info -> byName.put(info.name(), info));
        this.packed = packed;
    }

    /**
     * The adapted layers of a file.
     *
     * @param deltas what is added
     * @param packed names of weights that are not stored as numbers
     */
    static List<PackedTensor> in(MatrixFile file, List<AdapterDelta.Delta> deltas, Set<String> packed) {
        AppliedAdapter applied = new AppliedAdapter(file, packed);
        List<PackedTensor> all = new ArrayList<>();
        deltas.forEach(delta -> applied.of(delta).ifPresent(all::add));
        return all;
    }

    private Optional<PackedTensor> of(AdapterDelta.Delta delta) {
        TensorInfo info = delta.tensor().info();
        String name = info.name().replaceFirst("(lora|hada|lokr)_(BA|delta)", "$1_applied");
        Optional<TensorInfo> base = BASES.stream()
                .map(word -> byName.get(delta.module() + word))
                .filter(found -> found != null && fits(found, info.shape()))
                .findFirst();
        if (base.isEmpty() || name.equals(info.name()) || byName.containsKey(name)) {
            return Optional.empty();
        }
        String weights = base.get().name();
        Optional<TensorInfo> magnitude = AdapterScale.magnitude(byName, delta.module(), info.name());
        if (magnitude.isEmpty()) {
            return Optional.of(new PackedTensor(
                    new TensorInfo(name, base.get().elementType(), info.shape(), Optional.empty())
                            .withNote(weights + " + " + info.name()),
                    stored -> sum(stored, weights, delta)));
        }
        int out = info.shape().get(0).intValue();
        long norms = TensorShape.countEntries(magnitude.get().shape());
        long in = info.shape().get(1) / delta.taps();
        boolean byInput = magnitude.get().name().contains("dora_scale")
                && magnitude.get().shape().size() > 1
                && magnitude.get().shape().get(0) == 1;
        if (norms != (byInput ? in : out)) {
            return Optional.empty();
        }
        String note = "DoRA: " + weights + " + " + info.name() + ", its " + (byInput ? "inputs" : "rows")
                + " with the norms of " + magnitude.get().name();
        return Optional.of(new PackedTensor(
                new TensorInfo(name, base.get().elementType(), info.shape(), Optional.empty()).withNote(note),
                stored -> FactorProducts.withNorms(
                        sum(stored, weights, delta),
                        stored.entries(magnitude.get().name()),
                        out,
                        delta.taps(),
                        byInput)));
    }

    private boolean fits(TensorInfo base, List<Long> shape) {
        return base.hasEntries()
                && !packed.contains(base.name())
                && base.elementType().filter(FLOATS::contains).isPresent()
                && base.shape().size() > 1
                && base.shape().get(0).equals(shape.get(0))
                && TensorShape.countEntries(base.shape()) == shape.get(0) * shape.get(1);
    }

    private static double[] sum(PackedTensor.Stored stored, String weights, AdapterDelta.Delta delta)
            throws EigenscopeException {
        double[] sum = delta.tensor().unpacking().unpack(stored);
        double[] base = stored.entries(weights);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += base[i];
        }
        return sum;
    }
}
