package org.eigenscope.io.format.gguf;

import java.nio.ByteBuffer;

/** How one block of quantized weights is turned into the numbers it stands for. */
@FunctionalInterface
interface BlockFormat {
    /**
     * Decodes a block.
     *
     * @param in holds the block, in the file's byte order
     * @param at the block's first byte, counted from 0 and not from the position
     * @param out where its entries go
     * @param to the place of the first
     */
    void decode(ByteBuffer in, int at, double[] out, int to);
}
