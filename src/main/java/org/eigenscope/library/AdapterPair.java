package org.eigenscope.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;

/**
 * The two factors of a low-rank adapter, whose product is what is added to a layer's weights.
 *
 * @param name what the product is called: the factors' name with {@code lora_BA} in it
 * @param right A, r×n ({@code lora_A}, {@code lora_down})
 * @param left B, m×r ({@code lora_B}, {@code lora_up})
 * @param alpha the numerator of the product's factor alpha/r, if the file's own description tells it
 */
record AdapterPair(String name, TensorInfo right, TensorInfo left, OptionalDouble alpha) {
    private static final Map<String, String> LEFT_OF_RIGHT = Map.of("lora_A", "lora_B", "lora_down", "lora_up");
    private static final List<String> ALPHA_KEYS = List.of("lora_alpha", "ss_network_alpha");
    private static final String PRODUCT = "lora_BA";

    /** The pairs in a file. */
    static List<AdapterPair> in(MatrixFile file) {
        Map<String, TensorInfo> byName = new HashMap<>();
        file.tensors().forEach(info -> byName.put(info.name(), info));
        OptionalDouble alpha = alpha(file.metadata());
        List<AdapterPair> pairs = new ArrayList<>();
        for (TensorInfo right : file.tensors()) {
            for (Map.Entry<String, String> words : LEFT_OF_RIGHT.entrySet()) {
                if (right.name().contains(words.getKey())) {
                    TensorInfo left = byName.get(right.name().replace(words.getKey(), words.getValue()));
                    String name = right.name().replace(words.getKey(), PRODUCT);
                    if (left != null && fit(left, right) && !byName.containsKey(name)) {
                        pairs.add(new AdapterPair(name, right, left, alpha));
                    }
                }
            }
        }
        return List.copyOf(pairs);
    }

    private static boolean fit(TensorInfo left, TensorInfo right) {
        return left.isReadable() && right.isReadable() && left.columns() == right.rows();
    }

    private static OptionalDouble alpha(Map<String, String> metadata) {
        for (String key : ALPHA_KEYS) {
            String text = metadata.getOrDefault(key, "");
            if (text.matches("\\d{1,6}(\\.\\d{1,6})?") && Double.parseDouble(text) > 0) {
                return OptionalDouble.of(Double.parseDouble(text));
            }
        }
        return OptionalDouble.empty();
    }

    /** The rank r of the product: the side that the factors share. */
    long rank() {
        return right.rows();
    }

    /** The product's factor: alpha/r, or 1 when alpha is not told. */
    double scale() {
        return alpha.isPresent() ? alpha.getAsDouble() / rank() : 1;
    }

    private String note() {
        return "product B·A of rank at most " + rank() + ", "
                + (alpha.isPresent() ? "times alpha/r = " + scale() : "scaling 1, since the file tells no alpha");
    }

    /** The product as a tensor of the file. */
    TensorInfo info() {
        return new TensorInfo(name, left.elementType(), List.of(left.rows(), right.columns()), Optional.empty())
                .withNote(note());
    }
}
