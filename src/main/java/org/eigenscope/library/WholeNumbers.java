package org.eigenscope.library;

import java.util.Set;
import java.util.regex.Pattern;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;

/** Weights that are stored as whole numbers without a word of what they stand for. */
final class WholeNumbers {
    private static final Set<ElementType> INTEGERS = Set.of(
            ElementType.I8,
            ElementType.U8,
            ElementType.I16,
            ElementType.U16,
            ElementType.I32,
            ElementType.U32,
            ElementType.I64,
            ElementType.U64);
    private static final Pattern WEIGHT = Pattern.compile("(?i)weight|kernel|quant|pack|(^|[._/])w(_?q)?$");

    private WholeNumbers() {}

    /** What the user is told of a tensor that is called like weights and is none of floats; empty for all others. */
    static String note(TensorInfo info) {
        boolean weights = info.isReadable()
                && info.elementType().filter(INTEGERS::contains).isPresent()
                && WEIGHT.matcher(info.name()).find();
        return weights ? "whole numbers, taken as they are stored: no scale is known" : "";
    }
}
