package org.eigenscope.io.format.onnx;

import java.util.Optional;
import org.eigenscope.matrix.ElementType;

/** The number formats of ONNX by their number in the file. */
final class OnnxTypes {
    private OnnxTypes() {}

    /** The same format as ours, empty if no spectrum can be taken of it. */
    static Optional<ElementType> elementType(int type) {
        return Optional.ofNullable(
                switch (type) {
                    case 1 -> ElementType.F32;
                    case 2 -> ElementType.U8;
                    case 3 -> ElementType.I8;
                    case 4 -> ElementType.U16;
                    case 5 -> ElementType.I16;
                    case 6 -> ElementType.I32;
                    case 7 -> ElementType.I64;
                    case 9 -> ElementType.BOOL;
                    case 10 -> ElementType.F16;
                    case 11 -> ElementType.F64;
                    case 12 -> ElementType.U32;
                    case 13 -> ElementType.U64;
                    case 14 -> ElementType.C64;
                    case 15 -> ElementType.C128;
                    case 16 -> ElementType.BF16;
                    case 17 -> ElementType.F8_E4M3;
                    case 18 -> ElementType.F8_E4M3FNUZ;
                    case 19 -> ElementType.F8_E5M2;
                    case 20 -> ElementType.F8_E5M2FNUZ;
                    case 24 -> ElementType.F8_E8M0;
                    default -> null;
                });
    }

    static String skipReason(int type) {
        return switch (type) {
            case 8 -> "string";
            case 21, 22, 23 -> "numbers of four bits";
            default -> "numbers of the unknown type " + Integer.toUnsignedString(type);
        };
    }
}
