package org.eigenscope.io.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;

/**
 * What the axes of a model's tensors are, as far as the names tell that frameworks give them.
 *
 * <ul>
 *   <li>Experts (Hugging Face's {@code …experts.gate_up_proj}, GGUF's {@code …_exps}): the first axis counts them.
 *   <li>Layers of Flax that are scanned ({@code …/layers/…/kernel} without a number): the first axis counts them, provided that all
 *       tensors of the layer agree on its size.
 *   <li>Attention of Flax: {@code query}, {@code key} and {@code value} are in × (heads·size), {@code out} is (heads·size) × out.
 *   <li>Kernels of Flax's and TensorFlow's convolutions, k₁×…×in×out; of PyTorch's with one position axis, out×in×k.
 * </ul>
 *
 * What has three axes, and none of these names, stays unknown.
 */
public final class NamedAxes {
    private static final Pattern EXPERTS =
            Pattern.compile("(?i)(^|[._/])(experts?|moe|mixture)([._/]|$)|_exps?\\b|block_sparse_moe");
    private static final Pattern CONVOLUTION = Pattern.compile("(?i)conv|downsample|upsample|patch_embed");
    private static final Pattern SCANNED = Pattern.compile(
            "(?i)scan|scan_.*|.*_scan|scanned.*|.*layers|.*blocks|(encoder|decoder)?_?block|.*layer_stack");
    private static final Pattern PROJECTION = Pattern.compile("(?i)(query|key|value|[qkv](_proj)?|qkv)(_dense)?");
    private static final Pattern OUTPUT = Pattern.compile("(?i)out|o|o_proj|out_proj|attention_output|output_dense");
    private static final Set<String> OF_FLAX = Set.of("kernel", "kernel:0", "bias", "scale", "embedding");
    private static final int LARGEST_KERNEL = 31;

    private static final long DIFFERENT = 0;

    /** For each layer that may stand for many, the first size of its tensors. */
    private final Map<String, Long> layers = new HashMap<>();

    /** The axes of the tensors of one file. */
    public NamedAxes(List<TensorInfo> tensors) {
        for (TensorInfo info : tensors) {
            layer(info.name())
                    .ifPresent(prefix -> layers.merge(
                            prefix, countedLayers(info), (one, other) -> one.equals(other) ? one : DIFFERENT));
        }
        layers.keySet()
                .removeIf(prefix -> tensors.stream()
                        .noneMatch(info -> last(info.name()).startsWith("kernel")
                                && layer(info.name()).filter(prefix::equals).isPresent()));
    }

    /** How many layers a tensor can hold: the first size, if an axis is left over for them. */
    private static long countedLayers(TensorInfo info) {
        String last = last(info.name());
        boolean vector = last.equals("bias") || last.equals("scale");
        int own = vector ? 1 : CONVOLUTION.matcher(info.name()).find() ? 3 : 2;
        return info.shape().size() > own ? info.shape().get(0) : DIFFERENT;
    }

    /** What the tensor's format, its name or its shape tells of its axes; empty if nothing does. */
    public Optional<TensorAxes> of(TensorInfo info) {
        return info.axes().isPresent() ? info.axes() : named(info).or(() -> shaped(info));
    }

    /** The same tensor with its axes, where it has any. */
    public TensorInfo told(TensorInfo info) {
        return info.axes().isPresent()
                        || info.elementType().isEmpty()
                        || info.shape().isEmpty()
                ? info
                : named(info).map(info::withAxes).orElse(info);
    }

    private Optional<TensorAxes> named(TensorInfo info) {
        List<Long> shape = info.shape();
        int lead = TensorShape.leadingOnes(shape);
        int axes = shape.size() - lead;
        if (layer(info.name())
                .map(layers::get)
                .filter(count -> count != DIFFERENT && count > 1)
                .isPresent()) {
            return Optional.of(scanned(info.name(), shape));
        }
        if (axes == 3 && EXPERTS.matcher(info.name()).find()) {
            return Optional.of(new TensorAxes(List.of(lead), List.of(lead + 1), "experts"));
        }
        return axes > 2 ? kernel(info.name(), shape, lead) : Optional.empty();
    }

    private static TensorAxes scanned(String name, List<Long> shape) {
        if (shape.size() < 2) {
            return TensorAxes.ofRows(List.of(0), "");
        }
        int next = shape.size() == 4 && EXPERTS.matcher(name).find() ? 2 : 1;
        List<Integer> stack = next == 2 ? List.of(0, 1) : List.of(0);
        boolean output = shape.size() == 4 && next == 1 && hasParent(name, OUTPUT);
        boolean convolution = shape.size() > 4 || CONVOLUTION.matcher(name).find() && shape.size() > 3;
        List<Integer> rows = convolution ? List.of(shape.size() - 1) : output ? List.of(1, 2) : List.of(next);
        return new TensorAxes(stack, rows, next == 2 ? "layers × experts" : "layers");
    }

    private static Optional<TensorAxes> kernel(String name, List<Long> shape, int lead) {
        String last = last(name);
        int axes = shape.size() - lead;
        boolean convolution = CONVOLUTION.matcher(name).find();
        if (last.startsWith("depthwise_kernel") || last.equals("depthwise_weights")) {
            int in = shape.size() - 2;
            return Optional.of(TensorAxes.ofRows(List.of(in, in + 1), "a depthwise kernel, k₁×…×in×multiplier"));
        }
        if (!last.equals("kernel") && !last.equals("kernel:0")) {
            return convolution && axes == 3
                    ? Optional.of(TensorAxes.ofRows(List.of(lead), "a convolution, out×(in·k)"))
                    : Optional.empty();
        }
        if (convolution) {
            return Optional.of(TensorAxes.ofRows(List.of(shape.size() - 1), "a convolution, k₁×…×in×out"));
        }
        if (axes == 3 && hasParent(name, PROJECTION)) {
            return Optional.of(TensorAxes.ofRows(List.of(lead), "attention, in×(heads·size)"));
        }
        return axes == 3 && hasParent(name, OUTPUT)
                ? Optional.of(TensorAxes.ofRows(List.of(lead, lead + 1), "attention, (heads·size)×out"))
                : Optional.empty();
    }

    /** A kernel of four axes without a telling name is one of Flax's convolutions if its positions are few. */
    private static Optional<TensorAxes> shaped(TensorInfo info) {
        List<Long> shape = info.shape();
        boolean flax = last(info.name()).equals("kernel") && shape.size() > 3;
        if (!flax) {
            return TensorAxes.ofShape(shape);
        }
        boolean few = shape.subList(0, shape.size() - 2).stream().allMatch(size -> size <= LARGEST_KERNEL);
        return few
                ? Optional.of(TensorAxes.ofRows(List.of(shape.size() - 1), "a convolution, k₁×…×in×out"))
                : Optional.empty();
    }

    private static boolean hasParent(String name, Pattern pattern) {
        List<String> segments = segments(name);
        return segments.size() > 1
                && pattern.matcher(segments.get(segments.size() - 2)).matches();
    }

    /** Up to the name of the layer that stands for many; empty if there is none. */
    private static Optional<String> layer(String name) {
        List<String> segments = segments(name);
        if (segments.size() < 2 || !OF_FLAX.contains(segments.get(segments.size() - 1))) {
            return Optional.empty();
        }
        for (int i = 0; i < segments.size() - 1; i++) {
            boolean numbered = segments.get(i + 1).matches(".*\\d+");
            if (SCANNED.matcher(segments.get(i)).matches() && !numbered) {
                return Optional.of(String.join("/", segments.subList(0, i + 1)));
            }
        }
        return Optional.empty();
    }

    private static String last(String name) {
        List<String> segments = segments(name);
        return segments.get(segments.size() - 1);
    }

    private static List<String> segments(String name) {
        return Arrays.asList(name.split("[./]", -1));
    }
}
