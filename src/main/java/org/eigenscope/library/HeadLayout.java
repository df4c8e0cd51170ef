package org.eigenscope.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.matrix.MatrixPart;

/**
 * How queries, keys and values of several heads share one matrix, when the user says it: {@code stacked:H,KV,D} has H query heads
 * of D rows, then KV key heads, then KV value heads (Phi-3); {@code interleaved:H,KV,D} has KV groups, each of H/KV query heads, a key
 * and a value (Falcon, InternLM2; with KV = H, GPT-NeoX and BLOOM).
 *
 * @param interleaved whether by groups
 * @param heads H
 * @param groups KV, a divisor of H
 * @param size D
 */
record HeadLayout(boolean interleaved, int heads, int groups, int size) {
    private static final Pattern TEXT = Pattern.compile("(stacked|interleaved):(\\d{1,5}),(\\d{1,5}),(\\d{1,5})");

    /** Takes its text apart; empty if it is none, or one of heads that do not go into groups. */
    static Optional<HeadLayout> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int heads = Integer.parseInt(matcher.group(2));
        int groups = Integer.parseInt(matcher.group(3));
        int size = Integer.parseInt(matcher.group(4));
        boolean sound = heads > 0 && groups > 0 && size > 0 && heads % groups == 0;
        return sound
                ? Optional.of(new HeadLayout(matcher.group(1).equals("interleaved"), heads, groups, size))
                : Optional.empty();
    }

    /** How many rows all of them take. */
    long rows() {
        return (heads + 2L * groups) * size;
    }

    /** How many heads a part has: 0 for queries, 1 for keys, 2 for values. */
    int headsOf(int third) {
        return third == 0 ? heads : groups;
    }

    /** Where a part lies along the side that has {@link #rows} of them. */
    MatrixPart all(int third, boolean ofRows) {
        if (!interleaved) {
            return new MatrixPart(ofRows, start(third, 0), headsOf(third) * size);
        }
        int each = third == 0 ? perGroup() * size : size;
        return new MatrixPart(ofRows, start(third, 0), each, groups, period());
    }

    /** Where one head of a part lies. */
    MatrixPart one(int third, int head, boolean ofRows) {
        return new MatrixPart(ofRows, start(third, head), size);
    }

    private int start(int third, int head) {
        if (!interleaved) {
            return (head + (third == 0 ? 0 : heads + (third - 1) * groups)) * size;
        }
        int group = third == 0 ? head / perGroup() : head;
        int within = third == 0 ? head % perGroup() : perGroup() + third - 1;
        return group * period() + within * size;
    }

    private int perGroup() {
        return heads / groups;
    }

    private int period() {
        return (perGroup() + 2) * size;
    }
}
