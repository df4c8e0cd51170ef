package org.eigenscope.io.format.npy;

import java.nio.ByteOrder;
import java.util.Optional;
import org.eigenscope.matrix.ElementType;

/**
 * A numpy dtype.
 *
 * @param elementType the number format, empty if it is none that we read
 * @param order the byte order
 * @param skipReason why it is not read, empty if it is
 */
public record NpyDtype(Optional<ElementType> elementType, ByteOrder order, String skipReason) {
    /**
     * The dtype of an array-protocol string such as {@code <f8}; a structured type comes as {@code [}.
     *
     * @throws IllegalArgumentException if it is not such a string
     */
    public static NpyDtype of(String descr) {
        if (descr.startsWith("[")) {
            return skipped("structured records");
        }
        boolean marked = !descr.isEmpty() && "<>=|".indexOf(descr.charAt(0)) >= 0;
        String code = marked ? descr.substring(1) : descr;
        if (code.isEmpty() || !Character.isLetter(code.charAt(0))) {
            throw new IllegalArgumentException("'" + descr + "' is not a dtype");
        }
        ByteOrder order = NpyHeader.byteOrder(marked ? descr.charAt(0) : '=');
        return numeric(code)
                .map(type -> new NpyDtype(Optional.of(type), order, ""))
                .orElseGet(() -> skipped(reason(code)));
    }

    private static Optional<ElementType> numeric(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "f8" -> ElementType.F64;
                    case "f4" -> ElementType.F32;
                    case "f2" -> ElementType.F16;
                    case "c8" -> ElementType.C64;
                    case "c16" -> ElementType.C128;
                    case "i8" -> ElementType.I64;
                    case "i4" -> ElementType.I32;
                    case "i2" -> ElementType.I16;
                    case "i1" -> ElementType.I8;
                    case "u8" -> ElementType.U64;
                    case "u4" -> ElementType.U32;
                    case "u2" -> ElementType.U16;
                    case "u1" -> ElementType.U8;
                    case "b1" -> ElementType.BOOL;
                    default -> null;
                });
    }

    private static String reason(String code) {
        return switch (code.charAt(0)) {
            case 'c' -> "complex numbers of extended precision";
            case 'S', 'U', 'a' -> "string";
            case 'O' -> "Python objects, which are never unpickled";
            case 'M', 'm' -> "dates";
            case 'f' -> "extended-precision floats";
            default -> "raw bytes of dtype " + code;
        };
    }

    private static NpyDtype skipped(String reason) {
        return new NpyDtype(Optional.empty(), ByteOrder.LITTLE_ENDIAN, reason);
    }
}
