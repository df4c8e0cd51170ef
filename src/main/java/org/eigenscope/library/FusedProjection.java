package org.eigenscope.library;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.MatrixPart;

/**
 * Queries, keys and values stacked in one matrix, one after the other: 3d rows in PyTorch's order (out × in), or 3d columns in
 * that of GPT-2's Conv1D (in × out). A part is named {@code NAME[q]}, one of its heads {@code NAME[q:3/12]}, counted from 0.
 *
 * <p>Layers that interleave the three by head (GPT-NeoX, BLOOM and Falcon, named {@code query_key_value}) or have fewer keys
 * than queries are not offered for splitting, because thirds of them mean nothing; they are split when the {@link HeadLayout}
 * is said, {@code NAME[q|interleaved:32,8,128]}.
 */
final class FusedProjection {
    private static final List<String> PARTS = List.of("q", "k", "v");

    private static final Pattern FUSED_NAME =
            Pattern.compile("in_proj_weight|in_proj\\.weight|c_attn|qkv(_proj)?\\b|Wqkv|attn_qkv");

    private static final Pattern PART_NAME =
            Pattern.compile("(.*)\\[([qkv])(?::(\\d{1,5})/(\\d{1,5}))?(?:\\|([^|\\]]+))?]");

    private FusedProjection() {}

    /**
     * A name with a part in it.
     *
     * @param base the tensor that is split
     * @param third 0, 1 or 2
     * @param head which, of {@code heads}
     * @param heads 1 for the whole part
     * @param layout how heads lie, as the user says it; empty for three equal parts one after the other
     */
    record PartName(String base, int third, int head, int heads, String layout) {}

    /** The parts that a tensor is made of, by its name and shape; empty if it is none of these. */
    static List<String> parts(TensorInfo info) {
        boolean named = FUSED_NAME.matcher(info.name()).find();
        return info.isReadable() && named && splitsRows(info).isPresent() ? PARTS : List.of();
    }

    /** The name of a part. */
    static String name(String base, String part) {
        return base + "[" + part + "]";
    }

    /** Takes a part's name apart; empty if it names none. */
    static Optional<PartName> parse(String name) {
        Matcher matcher = PART_NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int heads = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        int head = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        String layout = matcher.group(5) == null ? "" : matcher.group(5);
        return Optional.of(new PartName(matcher.group(1), PARTS.indexOf(matcher.group(2)), head, heads, layout));
    }

    /** Where a part lies in the tensor; empty if that cannot be split so. */
    static Optional<MatrixPart> locate(TensorInfo whole, PartName part) {
        if (!part.layout().isEmpty()) {
            return HeadLayout.parse(part.layout()).flatMap(layout -> locate(whole, part, layout));
        }
        Optional<Boolean> ofRows = splitsRows(whole);
        if (ofRows.isEmpty() || part.heads() < 1 || part.head() >= part.heads()) {
            return Optional.empty();
        }
        long third = (ofRows.get() ? whole.rows() : whole.columns()) / PARTS.size();
        long head = third / part.heads();
        if (head < 2 || third % part.heads() != 0) {
            return Optional.empty();
        }
        return Optional.of(new MatrixPart(ofRows.get(), (int) (part.third() * third + part.head() * head), (int) head));
    }

    private static Optional<MatrixPart> locate(TensorInfo whole, PartName part, HeadLayout layout) {
        boolean isMatrix = whole.isReadable() && whole.shape().size() == 2 && layout.rows() <= Integer.MAX_VALUE;
        boolean ofRows = whole.rows() == layout.rows();
        if (!isMatrix || !(ofRows || whole.columns() == layout.rows())) {
            return Optional.empty();
        }
        int heads = layout.headsOf(part.third());
        boolean one = part.heads() > 1 || part.head() > 0;
        if (one && (part.heads() != heads || part.head() >= heads)) {
            return Optional.empty();
        }
        MatrixPart place = one ? layout.one(part.third(), part.head(), ofRows) : layout.all(part.third(), ofRows);
        return Optional.of(place).filter(found -> found.total() > 1);
    }

    /** Whether the three are stacked as rows; empty if neither side is three times the other. */
    private static Optional<Boolean> splitsRows(TensorInfo info) {
        if (!info.isReadable() || info.shape().size() != 2) {
            return Optional.empty();
        }
        if (info.rows() == PARTS.size() * info.columns()) {
            return Optional.of(true);
        }
        return info.columns() == PARTS.size() * info.rows() ? Optional.of(false) : Optional.empty();
    }
}
