package org.eigenscope.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.eigenscope.matrix.LowRankProduct;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The two factors of a low-rank adapter, whose product is what is added to a layer's weights.
 *
 * @param name what the product is called: the factors' name with {@code lora_BA} in it
 * @param left m×r: B ({@code lora_B}, {@code lora_up}), or A of those who multiply from the left ({@code lora_a} of MLX)
 * @param right r×n: A ({@code lora_A}, {@code lora_down}), or B ({@code lora_b} of MLX)
 * @param scale what the product is multiplied by
 */
record AdapterPair(String name, TensorInfo left, TensorInfo right, AdapterScale scale) {
    /**
     * How a library calls the factors.
     *
     * @param right the word in the name of the right factor
     * @param left the word in its place in the name of the left one
     * @param product the word in its place in the product's
     */
    private record Words(String right, String left, String product) {
        private static final List<Words> ALL = List.of(
                new Words("lora_A", "lora_B", "lora_BA"),
                new Words("lora_down", "lora_up", "lora_BA"),
                new Words("lora_embedding_A", "lora_embedding_B", "lora_embedding_BA"),
                new Words("_lora.down", "_lora.up", "_lora.lora_BA"),
                new Words("lora_linear_layer.down", "lora_linear_layer.up", "lora_linear_layer.lora_BA"),
                new Words("lora.down", "lora.up", "lora.lora_BA"),
                // MLX: W + scale·a·b with a in×r and b r×out
                new Words("lora_b", "lora_a", "lora_BA"));
    }

    /** The pairs in a file. */
    static List<AdapterPair> in(MatrixFile file) {
        Map<String, TensorInfo> byName = new HashMap<>();
        file.tensors().forEach(info -> byName.put(info.name(), info));
        AdapterScale.Finder scales = new AdapterScale.Finder(file, byName);
        List<AdapterPair> pairs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TensorInfo right : file.tensors()) {
            for (Words words : Words.ALL) {
                pair(right, words, byName, scales)
                        .filter(pair -> names.add(pair.name()))
                        .ifPresent(pairs::add);
            }
        }
        return List.copyOf(pairs);
    }

    private static Optional<AdapterPair> pair(
            TensorInfo right, Words words, Map<String, TensorInfo> byName, AdapterScale.Finder scales) {
        int at = right.name().indexOf(words.right());
        if (at < 0) {
            return Optional.empty();
        }
        TensorInfo left = byName.get(right.name().replace(words.right(), words.left()));
        String name = right.name().replace(words.right(), words.product());
        String module = right.name().substring(0, at);
        // with a core between the factors their product is not what is added: see AdapterDelta
        boolean between = byName.containsKey(right.name().replace(words.right(), "lora_mid"));
        if (left == null || !fit(left, right) || between || byName.containsKey(name)) {
            return Optional.empty();
        }
        return scales.find(module, right.name(), TensorShape.rows(right.shape()))
                .map(scale -> new AdapterPair(name, left, right, scale));
    }

    private static boolean fit(TensorInfo left, TensorInfo right) {
        return left.hasEntries()
                && right.hasEntries()
                && !isComplex(left)
                && !isComplex(right)
                && left.shape().size() > 1
                && right.shape().size() > 1
                && left.shape().get(0) > 1
                && inner(right) > 1
                && inner(left) == right.shape().get(0);
    }

    private static boolean isComplex(TensorInfo info) {
        return info.elementType().filter(ElementType::isComplex).isPresent();
    }

    /** The product of all sizes but the first: kernels of convolutions are flattened. */
    private static long inner(TensorInfo info) {
        return TensorShape.countEntries(info.shape()) / info.shape().get(0);
    }

    /** The product as a tensor of the file. */
    TensorInfo info() {
        List<Long> shape = List.of(left.shape().get(0), inner(right));
        return new TensorInfo(name, left.elementType(), shape, Optional.empty())
                .withNote("product B·A of rank at most " + right.shape().get(0) + ", " + scale.note());
    }

    /** What is added, for those who multiply from the right and have a layer of that shape; empty for others. */
    Optional<AdapterDelta.Delta> delta() {
        boolean known = left.name().matches(".*(lora_B|lora_up|lora\\.up|lora_linear_layer\\.up).*");
        int at = name.indexOf("lora");
        int rows = left.shape().get(0).intValue();
        int rank = right.shape().get(0).intValue();
        long columns = inner(right);
        if (!known || columns * rows > Integer.MAX_VALUE - 8L) {
            return Optional.empty();
        }
        int taps = right.shape().size() > 2 ? (int) (columns / right.shape().get(1)) : 1;
        PackedTensor.Unpacking formed = stored -> FactorProducts.scaled(
                FactorProducts.times(
                        stored.entries(left.name()), stored.entries(right.name()), rows, rank, (int) columns),
                scale.value());
        return Optional.of(new AdapterDelta.Delta(name.substring(0, at), new PackedTensor(info(), formed), taps));
    }

    /**
     * The product, not formed.
     *
     * @throws EigenscopeException if a factor cannot be read
     */
    LowRankProduct product(MatrixFile file, Provenance called, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        Matrix b = factor(file, left, progress, cancel);
        Matrix a = factor(file, right, progress, cancel);
        return new LowRankProduct(b, a, scale.value(), called);
    }

    private static Matrix factor(MatrixFile file, TensorInfo info, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        double[] values = file.entries(info.name(), 0, TensorShape.countEntries(info.shape()), progress, cancel);
        int rows = info.shape().get(0).intValue();
        Provenance provenance = new Provenance(file.path(), info.name(), file.metadata());
        return Matrix.ofRowMajor(
                values, rows, values.length / rows, info.elementType().orElseThrow(), provenance);
    }
}
