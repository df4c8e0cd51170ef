package org.eigenscope.study.naming;

import java.util.Comparator;

/**
 * A place in the order in which a network uses its matrices: embeddings, encoder, decoder, heads; within these block by block, and
 * within a block in the order of the table of roles.
 *
 * @param section 0 for what embeds, 1 for blocks and what is between, 2 for heads
 * @param part 0 for an encoder or the only sequence of blocks, 1 for a decoder
 * @param stage the number of the stage, 0 if there are none; −1 before all blocks
 * @param block the number of the block; −1 before all blocks
 * @param role the line of the role in the table
 * @param expert the number of the expert, 0 if there is none
 */
public record ForwardOrder(int section, int part, int stage, int block, int role, int expert)
        implements Comparable<ForwardOrder> {
    private static final Comparator<ForwardOrder> ORDER = Comparator.comparingInt(ForwardOrder::section)
            .thenComparingInt(ForwardOrder::part)
            .thenComparingInt(ForwardOrder::stage)
            .thenComparingInt(ForwardOrder::block)
            .thenComparingInt(ForwardOrder::expert)
            .thenComparingInt(ForwardOrder::role);

    @Override
    public int compareTo(ForwardOrder other) {
        return ORDER.compare(this, other);
    }
}
