package org.eigenscope.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.model.PackedTensor;
import org.eigenscope.matrix.ElementType;

/**
 * What adapters other than a plain product add to a layer's weights, by the definitions of LyCORIS and PEFT, kernels flattened to out × in·taps
 * and s = alpha/r:
 *
 * <ul>
 *   <li>LoCon with a core ({@code lora_mid}): ΔW[o,i,k] = s Σ_ab up[o,a] mid[a,b,k] down[b,i]
 *   <li>LoHa: ΔW = s (w1_a·w1_b) ⊙ (w2_a·w2_b); with cores t1 and t2 each of the two is Σ_ab t[a,b,k] w_a[a,o] w_b[b,i]
 *   <li>LoKr: ΔW = s (w1 ⊗ w2), where w1 and w2 may be products of their own, w2 also with a core; where neither is a product, s = 1 unless
 *       the settings tell r
 * </ul>
 */
final class AdapterDelta {
    private static final Pattern ANCHOR =
            Pattern.compile("(.*?)(hada_w1_a|lokr_w1_a|lokr_w1|lora_mid)((?:\\.[^.]*)?(?:\\.weight)?)");

    private final Map<String, TensorInfo> byName = new HashMap<>();
    private final AdapterScale.Finder scales;
    private final List<Delta> found = new ArrayList<>();

    private AdapterDelta(MatrixFile file) {
        file.tensors().forEach(info -> byName.put(info.name(), info));
        scales = new AdapterScale.Finder(file, byName);
        file.tensors().forEach(info -> add(info.name()));
    }

    /**
     * An update of a layer.
     *
     * @param module the name of what is adapted, with its last dot
     * @param tensor the update
     * @param taps how many entries of a row belong to one input
     */
    record Delta(String module, PackedTensor tensor, int taps) {}

    /** The updates in a file. */
    static List<Delta> in(MatrixFile file) {
        return List.copyOf(new AdapterDelta(file).found);
    }

    private void add(String name) {
        Matcher anchor = ANCHOR.matcher(name);
        if (!anchor.matches()) {
            return;
        }
        Parts parts = new Parts(anchor.group(1), anchor.group(3));
        Optional<Update> update = switch (anchor.group(2)) {
            case "lora_mid" -> core(parts);
            case "hada_w1_a" -> hadamard(parts);
            default -> kronecker(parts);
        };
        String word = anchor.group(2).substring(0, 4);
        String called = parts.module() + word + "_delta" + parts.suffix();
        if (update.isEmpty()
                || byName.containsKey(called)
                || update.get().out() < 2
                || update.get().in() < 2) {
            return;
        }
        Update made = update.get();
        scales.find(parts.module(), name, made.rank()).ifPresent(scale -> {
            List<Long> shape = List.of((long) made.out(), (long) made.in());
            TensorInfo info = new TensorInfo(called, byName.get(name).elementType(), shape, Optional.empty())
                    .withNote(made.kind() + ", " + scale.note());
            PackedTensor tensor = new PackedTensor(
                    info, stored -> FactorProducts.scaled(made.recipe().unpack(stored), scale.value()));
            found.add(new Delta(parts.module(), tensor, made.taps()));
        });
    }

    /** The tensors of one adapter. */
    private final class Parts {
        private final String module;
        private final String suffix;

        Parts(String module, String suffix) {
            this.module = module;
            this.suffix = suffix;
        }

        String module() {
            return module;
        }

        String suffix() {
            return suffix;
        }

        /** A tensor that is there, of real numbers. */
        Optional<Factor> get(String word) {
            TensorInfo info = byName.get(module + word + suffix);
            boolean usable = info != null
                    && info.hasEntries()
                    && info.shape().size() >= 2
                    && info.elementType().filter(ElementType::isComplex).isEmpty()
                    && TensorShape.countEntries(info.shape()) <= Integer.MAX_VALUE;
            return usable ? Optional.of(new Factor(info)) : Optional.empty();
        }
    }

    /** A tensor as the matrix of its first size and the others. */
    private record Factor(TensorInfo info) {
        int rows() {
            return info.shape().get(0).intValue();
        }

        int columns() {
            return (int) (TensorShape.countEntries(info.shape()) / rows());
        }

        int second() {
            return info.shape().get(1).intValue();
        }

        /** How many entries belong to one pair of its first two indices. */
        int taps() {
            return columns() / second();
        }

        String name() {
            return info.name();
        }
    }

    /** How an update is made, without its scale: out × in entries, of which {@code taps} belong to one input. */
    private record Update(String kind, int out, int in, int taps, long rank, PackedTensor.Unpacking recipe) {}

    /** A matrix that may be a product, and the rank that it then has at most. */
    private record Piece(int rows, int columns, int taps, long rank, PackedTensor.Unpacking recipe) {
        static Piece whole(Factor factor) {
            return new Piece(
                    factor.rows(), factor.columns(), factor.taps(), 0, stored -> stored.entries(factor.name()));
        }
    }

    private Optional<Update> core(Parts parts) {
        Optional<Factor> up = parts.get("lora_up");
        Optional<Factor> mid = parts.get("lora_mid");
        Optional<Factor> down = parts.get("lora_down");
        if (up.isEmpty() || mid.isEmpty() || down.isEmpty()) {
            return Optional.empty();
        }
        return tucker(mid.get(), up.get(), true, down.get())
                .map(piece ->
                        update("product of up, core and down", piece, down.get().rows()));
    }

    private static Update update(String kind, Piece piece, long rank) {
        return new Update(kind, piece.rows(), piece.columns(), piece.taps(), rank, piece.recipe());
    }

    /** @param outFirst whether the left factor is out × r and not r × out */
    private static Optional<Piece> tucker(Factor core, Factor left, boolean outFirst, Factor right) {
        int out = outFirst ? left.rows() : left.columns();
        int rank = outFirst ? left.columns() : left.rows();
        int in = right.columns();
        boolean fits = core.rows() == rank
                && core.second() == right.rows()
                && isArray(out, (long) in * core.taps())
                && isArray(out, (long) core.columns());
        FactorProducts.Tucker sizes = new FactorProducts.Tucker(rank, right.rows(), core.taps(), out, in);
        return !fits
                ? Optional.empty()
                : Optional.of(new Piece(out, in * core.taps(), core.taps(), right.rows(), stored -> {
                    double[] first = stored.entries(left.name());
                    return FactorProducts.tucker(
                            stored.entries(core.name()),
                            outFirst ? FactorProducts.transposed(first, out, rank) : first,
                            stored.entries(right.name()),
                            sizes);
                }));
    }

    private static boolean isArray(long rows, long columns) {
        return rows > 0 && columns > 0 && columns <= (Integer.MAX_VALUE - 8L) / rows;
    }

    /** The piece a·b, or with a core. */
    private static Optional<Piece> product(Parts parts, String a, String b, String core) {
        Optional<Factor> left = parts.get(a);
        Optional<Factor> right = parts.get(b);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Optional<Factor> between = parts.get(core);
        if (between.isPresent()) {
            return tucker(between.get(), left.get(), false, right.get());
        }
        Factor l = left.get();
        Factor r = right.get();
        boolean fits = l.columns() == r.rows() && isArray(l.rows(), r.columns());
        return !fits
                ? Optional.empty()
                : Optional.of(new Piece(
                        l.rows(),
                        r.columns(),
                        r.taps(),
                        r.rows(),
                        stored -> FactorProducts.times(
                                stored.entries(l.name()), stored.entries(r.name()), l.rows(), r.rows(), r.columns())));
    }

    private Optional<Update> hadamard(Parts parts) {
        Optional<Piece> one = product(parts, "hada_w1_a", "hada_w1_b", "hada_t1");
        Optional<Piece> two = product(parts, "hada_w2_a", "hada_w2_b", "hada_t2");
        boolean fits = one.isPresent()
                && two.isPresent()
                && one.get().rows() == two.get().rows()
                && one.get().columns() == two.get().columns();
        if (!fits) {
            return Optional.empty();
        }
        Piece first = one.get();
        Piece second = two.get();
        return Optional.of(new Update(
                "LoHa, (w1a·w1b) ⊙ (w2a·w2b)",
                first.rows(),
                first.columns(),
                first.taps(),
                first.rank(),
                stored -> FactorProducts.hadamard(
                        first.recipe().unpack(stored), second.recipe().unpack(stored))));
    }

    private Optional<Update> kronecker(Parts parts) {
        Optional<Piece> one =
                parts.get("lokr_w1").map(Piece::whole).or(() -> product(parts, "lokr_w1_a", "lokr_w1_b", "lokr_t1"));
        Optional<Piece> two =
                parts.get("lokr_w2").map(Piece::whole).or(() -> product(parts, "lokr_w2_a", "lokr_w2_b", "lokr_t2"));
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        Piece first = one.get();
        Piece second = two.get();
        long out = (long) first.rows() * second.rows();
        long in = (long) first.columns() * second.columns();
        if (in > Integer.MAX_VALUE || !isArray(out, in)) {
            return Optional.empty();
        }
        return Optional.of(new Update(
                "LoKr, w1 ⊗ w2",
                (int) out,
                (int) in,
                second.taps(),
                Math.max(first.rank(), second.rank()),
                stored -> FactorProducts.kronecker(
                        first.recipe().unpack(stored),
                        second.recipe().unpack(stored),
                        first.rows(),
                        first.columns(),
                        second.rows(),
                        second.columns())));
    }
}
