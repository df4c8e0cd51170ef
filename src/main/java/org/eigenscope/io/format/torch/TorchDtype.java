package org.eigenscope.io.format.torch;

import java.util.Optional;
import org.eigenscope.matrix.ElementType;

/**
 * A number format of PyTorch.
 *
 * @param name for messages
 * @param bytes per entry
 * @param elementType the same as ours, empty if no spectrum can be taken of it
 */
record TorchDtype(String name, int bytes, Optional<ElementType> elementType) {
    private static final String STORAGE = "Storage";

    /** The format of a storage class such as {@code torch.FloatStorage}, empty if it has none or an unknown one. */
    static Optional<TorchDtype> ofStorageClass(String qualifiedName) {
        String simple = simpleName(qualifiedName);
        return simple.endsWith(STORAGE)
                ? Optional.ofNullable(ofStorage(simple.substring(0, simple.length() - STORAGE.length())))
                : Optional.empty();
    }

    /** The format that a dtype such as {@code torch.float32} names, empty if it is unknown. */
    static Optional<TorchDtype> ofDtype(String qualifiedName) {
        return Optional.ofNullable(named(simpleName(qualifiedName)));
    }

    /** Why no spectrum can be taken of numbers of this format. */
    String skipReason() {
        if (name.startsWith("complex")) {
            return "complex numbers of half precision, which are not read: save it as complex64";
        }
        return name.startsWith("q") ? "quantized" : "numbers of type " + name;
    }

    /** Whether this is the class of storages that are just bytes. */
    static boolean isUntyped(String qualifiedName) {
        return simpleName(qualifiedName).equals("UntypedStorage");
    }

    private static TorchDtype ofStorage(String prefix) {
        return switch (prefix) {
            case "Double" -> named("float64");
            case "Float" -> named("float32");
            case "Half" -> named("float16");
            case "BFloat16" -> named("bfloat16");
            case "Long" -> named("int64");
            case "Int" -> named("int32");
            case "Short" -> named("int16");
            case "Char" -> named("int8");
            case "Byte" -> named("uint8");
            case "Bool" -> named("bool");
            case "ComplexFloat" -> named("complex64");
            case "ComplexHalf" -> named("complex32");
            case "ComplexDouble" -> named("complex128");
            case "QInt8" -> named("qint8");
            case "QUInt8" -> named("quint8");
            case "QInt32" -> named("qint32");
            case "QUInt4x2" -> named("quint4x2");
            case "QUInt2x4" -> named("quint2x4");
            default -> null;
        };
    }

    private static TorchDtype named(String name) {
        return switch (name) {
            case "float64", "double" -> usable(ElementType.F64);
            case "float32", "float" -> usable(ElementType.F32);
            case "float16", "half" -> usable(ElementType.F16);
            case "bfloat16" -> usable(ElementType.BF16);
            case "int64", "long" -> usable(ElementType.I64);
            case "int32", "int" -> usable(ElementType.I32);
            case "int16", "short" -> usable(ElementType.I16);
            case "int8" -> usable(ElementType.I8);
            case "uint64" -> usable(ElementType.U64);
            case "uint32" -> usable(ElementType.U32);
            case "uint16" -> usable(ElementType.U16);
            case "uint8" -> usable(ElementType.U8);
            case "bool" -> usable(ElementType.BOOL);
            case "complex128", "cdouble" -> usable(ElementType.C128);
            case "complex64", "cfloat" -> usable(ElementType.C64);
            case "complex32", "chalf" -> unusable("complex32", 4);
            case "qint32" -> unusable(name, 4);
            case "qint8", "quint8", "quint4x2", "quint2x4" -> unusable(name, 1);
            case "float8_e4m3fn" -> usable(ElementType.F8_E4M3);
            case "float8_e5m2" -> usable(ElementType.F8_E5M2);
            case "float8_e4m3fnuz" -> usable(ElementType.F8_E4M3FNUZ);
            case "float8_e5m2fnuz" -> usable(ElementType.F8_E5M2FNUZ);
            case "float8_e8m0fnu" -> usable(ElementType.F8_E8M0);
            default -> null;
        };
    }

    private static TorchDtype usable(ElementType type) {
        return new TorchDtype(type.displayName(), type.bytes(), Optional.of(type));
    }

    private static TorchDtype unusable(String name, int bytes) {
        return new TorchDtype(name, bytes, Optional.empty());
    }

    private static String simpleName(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }
}
