package org.eigenscope.io.format.gguf;

import java.util.Optional;
import org.eigenscope.matrix.ElementType;

/**
 * A number format of GGUF by its number in the file: plain numbers, or blocks of small integers with a scale.
 *
 * @param displayName as llama.cpp names it
 * @param blockEntries entries in a block; a tensor's rows are whole blocks
 * @param blockBytes bytes of a block
 * @param plain the same number format as ours, empty for blocks and for what is not read
 * @param blocks how a block is decoded, empty for plain numbers and for what is not read
 */
record GgufType(
        String displayName,
        int blockEntries,
        int blockBytes,
        Optional<ElementType> plain,
        Optional<BlockFormat> blocks) {

    /** The format of a number; one that is not read if it is unknown or only a name. */
    static GgufType of(int number) {
        return switch (number) {
            case 0 -> plain("F32", ElementType.F32);
            case 1 -> plain("F16", ElementType.F16);
            case 2 -> blocks("Q4_0", 32, 18, SimpleBlocks::q4WithoutOffset);
            case 3 -> blocks("Q4_1", 32, 20, SimpleBlocks::q4WithOffset);
            case 6 -> blocks("Q5_0", 32, 22, SimpleBlocks::q5WithoutOffset);
            case 7 -> blocks("Q5_1", 32, 24, SimpleBlocks::q5WithOffset);
            case 8 -> blocks("Q8_0", 32, 34, SimpleBlocks::q8);
            case 10 -> blocks("Q2_K", 256, 84, SuperBlocks::q2);
            case 11 -> blocks("Q3_K", 256, 110, SuperBlocks::q3);
            case 12 -> blocks("Q4_K", 256, 144, SuperBlocks::q4);
            case 13 -> blocks("Q5_K", 256, 176, SuperBlocks::q5);
            case 14 -> blocks("Q6_K", 256, 210, SuperBlocks::q6);
            case 20 -> blocks("IQ4_NL", 32, 18, NonlinearBlocks::iq4);
            case 23 -> blocks("IQ4_XS", 256, 136, NonlinearBlocks::iq4Super);
            case 24 -> plain("I8", ElementType.I8);
            case 25 -> plain("I16", ElementType.I16);
            case 26 -> plain("I32", ElementType.I32);
            case 27 -> plain("I64", ElementType.I64);
            case 28 -> plain("F64", ElementType.F64);
            case 30 -> plain("BF16", ElementType.BF16);
            case 34 -> blocks("TQ1_0", 256, 54, SmallFloatBlocks::ternary3);
            case 35 -> blocks("TQ2_0", 256, 66, SmallFloatBlocks::ternary2);
            case 39 -> blocks("MXFP4", 32, 17, SmallFloatBlocks::mxfp4);
            case 40 -> blocks("NVFP4", 64, 36, SmallFloatBlocks::nvfp4);
            default -> new GgufType(nameOnly(number), 1, 1, Optional.empty(), Optional.empty());
        };
    }

    boolean isReadable() {
        return plain.isPresent() || blocks.isPresent();
    }

    /** What a matrix of it counts as: a block's scale is a half, so its entries are exact in single precision. */
    ElementType elementType() {
        return plain.orElse(ElementType.F32);
    }

    private static GgufType plain(String name, ElementType type) {
        return new GgufType(name, 1, type.bytes(), Optional.of(type), Optional.empty());
    }

    private static GgufType blocks(String name, int entries, int bytes, BlockFormat format) {
        return new GgufType(name, entries, bytes, Optional.empty(), Optional.of(format));
    }

    private static String nameOnly(int number) {
        return switch (number) {
            case 9 -> "Q8_1";
            case 15 -> "Q8_K";
            case 16 -> "IQ2_XXS";
            case 17 -> "IQ2_XS";
            case 18 -> "IQ3_XXS";
            case 19 -> "IQ1_S";
            case 21 -> "IQ3_S";
            case 22 -> "IQ2_S";
            case 29 -> "IQ1_M";
            case 41 -> "Q1_0";
            default -> "number " + Integer.toUnsignedString(number);
        };
    }
}
