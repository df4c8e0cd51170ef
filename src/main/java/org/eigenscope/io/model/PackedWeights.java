package org.eigenscope.io.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The weights in a file that are kept as packed or scaled integers, found by the names that the libraries which write them use: GPTQ
 * and AWQ, bitsandbytes (LLM.int8, nf4, fp4), compressed-tensors and other files with a {@code weight_scale}, MXFP4. Those of which the
 * format says how are dequantised; what remains are whole numbers and not weights, and is skipped with the reason.
 */
public final class PackedWeights {
    private static final double LARGEST_INT8 = 127;
    private static final Set<ElementType> EIGHT_BITS = Set.of(
            ElementType.I8,
            ElementType.U8,
            ElementType.F8_E4M3,
            ElementType.F8_E5M2,
            ElementType.F8_E4M3FNUZ,
            ElementType.F8_E5M2FNUZ);

    private final MatrixFile file;
    private final Map<String, TensorInfo> byName = new LinkedHashMap<>();
    private final Map<String, PackedTensor> weights = new LinkedHashMap<>();
    private final Map<String, String> skipped = new HashMap<>();
    private Map<String, String> settings;

    private PackedWeights(MatrixFile file) {
        this.file = file;
        file.tensors().forEach(info -> byName.put(info.name(), info));
    }

    /** Those of a file. */
    public static PackedWeights in(MatrixFile file) {
        PackedWeights found = new PackedWeights(file);
        for (TensorInfo info : file.tensors()) {
            found.look(info);
        }
        return found;
    }

    /** The weights by name: in place of what is stored under it, or beside all that is stored. */
    public Map<String, PackedTensor> weights() {
        return weights;
    }

    /** The file's tensors, with weights in the place of what they are stored as and the parts of these skipped. */
    public List<TensorInfo> listed() {
        List<TensorInfo> listed = new ArrayList<>();
        for (TensorInfo info : byName.values()) {
            String reason = skipped.get(info.name());
            if (weights.containsKey(info.name())) {
                listed.add(weights.get(info.name()).info());
            } else {
                listed.add(reason == null || !info.isReadable() ? info : info.withSkipReason(reason));
            }
        }
        weights.values().stream()
                .map(PackedTensor::info)
                .filter(info -> !byName.containsKey(info.name()))
                .forEach(listed::add);
        return List.copyOf(listed);
    }

    private void look(TensorInfo info) {
        String name = info.name();
        if (name.endsWith(".qweight")) {
            integers(info, base(name, ".qweight"));
        } else if (name.endsWith(".weight_packed") || name.equals("weight_packed")) {
            packedRows(info, base(name, ".weight_packed"));
        } else if (name.endsWith("_blocks") && byName.containsKey(base(name, "_blocks") + "_scales")) {
            String base = base(name, "_blocks");
            MicroscaledBlocks.of(base, info, byName.get(base + "_scales"))
                    .ifPresent(found -> put(found, name, base + "_scales"));
        } else if (FourBitBlocks.state(name, byName).isPresent()) {
            fourBits(info);
        } else if (name.endsWith("weight")
                && info.elementType().filter(EIGHT_BITS::contains).isPresent()) {
            scaled(info, base(name, "weight"));
        } else if (name.endsWith(".W_q") && byName.containsKey(base(name, ".W_q") + ".scale")) {
            skipped.put(name, "integers packed by HQQ, which are not unpacked");
        } else if (name.endsWith(".B") && byName.containsKey(base(name, ".B") + ".s") && isOf(info, ElementType.I32)) {
            skipped.put(name, "integers packed for Marlin, which are not unpacked");
        }
    }

    private static boolean isOf(TensorInfo info, ElementType type) {
        return info.elementType().equals(Optional.of(type));
    }

    private static String base(String name, String suffix) {
        return name.substring(0, Math.max(0, name.length() - suffix.length()));
    }

    private Optional<TensorInfo> part(String name) {
        return Optional.ofNullable(byName.get(name)).filter(TensorInfo::hasEntries);
    }

    private void put(PackedTensor found, String... parts) {
        weights.put(found.info().name(), found);
        for (String part : parts) {
            skipped.put(part, "a part of " + found.info().name() + ", which is listed dequantised");
        }
    }

    private void integers(TensorInfo qweight, String base) {
        if (byName.containsKey(base + ".weight")) {
            return;
        }
        try {
            PackedTensor found = GroupedIntegers.of(base, byName, settings());
            put(found, qweight.name(), base + ".qzeros", base + ".scales");
        } catch (BadInputException reason) {
            skipped.put(qweight.name(), reason.getMessage());
            skipped.put(base + ".qzeros", "zero points of packed integers");
        }
    }

    private void packedRows(TensorInfo packed, String base) {
        try {
            Optional<TensorInfo> scale = part(base + ".weight_scale");
            Optional<TensorInfo> shape = part(base + ".weight_shape");
            if (scale.isEmpty() || shape.isEmpty() || packed.shape().size() != 2) {
                throw new BadInputException("packed integers without the scales and the shape that they need");
            }
            double[] sizes = entries(shape.get().name());
            boolean fits = sizes.length == 2 && sizes[0] == packed.shape().get(0) && sizes[1] > 0;
            if (!fits) {
                throw new BadInputException("packed integers that do not fit the shape beside them");
            }
            PackedRows.Parts parts = new PackedRows.Parts(
                    base, packed, scale.get(), part(base + ".weight_zero_point"), part(base + ".weight_g_idx"));
            put(PackedRows.of(parts, (int) sizes[1]), packed.name(), scale.get().name(), base + ".weight_zero_point");
        } catch (EigenscopeException reason) {
            skipped.put(packed.name(), withoutStop(reason.getMessage()));
        }
    }

    private void fourBits(TensorInfo weight) {
        try {
            TensorInfo state = FourBitBlocks.state(weight.name(), byName).orElseThrow();
            put(
                    FourBitBlocks.of(weight, byName, FourBitBlocks.settings(entries(state.name()))),
                    weight.name() + ".absmax");
        } catch (EigenscopeException reason) {
            skipped.put(weight.name(), withoutStop(reason.getMessage()));
        }
    }

    /**
     * Numbers of eight bits with scales.
     *
     * @param base the name without {@code weight}
     */
    private void scaled(TensorInfo weight, String base) {
        boolean isFloat = weight.elementType().orElseThrow().name().startsWith("F8");
        Optional<TensorInfo> largest = part(base + "SCB").filter(info -> isOf(weight, ElementType.I8));
        Optional<TensorInfo> scale = part(weight.name() + "_scale")
                .or(() -> part(weight.name() + "_scale_inv"))
                .or(() -> isFloat ? part(base + "scale") : Optional.empty());
        if (weight.shape().size() < 2 || largest.isEmpty() && scale.isEmpty()) {
            return;
        }
        try {
            if (largest.isEmpty() && isOf(weight, ElementType.U8)) {
                throw new BadInputException("numbers packed two to a byte, with scales, in a layout that is not told");
            }
            ScaledNumbers numbers = largest.isPresent()
                    ? new ScaledNumbers(weight, largest.get(), Optional.empty(), 1 / LARGEST_INT8, List.of())
                    : new ScaledNumbers(weight, scale.get(), part(weight.name() + "_zero_point"), 1, block());
            put(numbers.tensor(), largest.or(() -> scale).get().name());
        } catch (BadInputException reason) {
            skipped.put(weight.name(), reason.getMessage());
        }
    }

    private double[] entries(String name) throws EigenscopeException {
        long count = byName.get(name).shape().stream().reduce(1L, (a, b) -> a * b);
        return file.entries(name, 0, count, ProgressListener.NONE, CancelToken.NONE);
    }

    private List<Long> block() {
        String text = settings().getOrDefault("weight_block_size", "");
        return text.matches("[1-9]\\d{0,6},[1-9]\\d{0,6}")
                ? Arrays.stream(text.split(",")).map(Long::valueOf).toList()
                : List.of();
    }

    private Map<String, String> settings() {
        if (settings == null) {
            settings = ModelSettings.quantization(file.path());
        }
        return settings;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
