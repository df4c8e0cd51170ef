package org.eigenscope.io.format.hdf;

import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OpaqueDataType;
import io.jhdf.object.datatype.Reference;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.matrix.ElementType;

/**
 * The number format of a dataset.
 *
 * @param type the format, empty if it is none that we read
 * @param order the byte order
 * @param skipReason why it is not read, empty if it is
 */
public record HdfNumbers(Optional<ElementType> type, ByteOrder order, String skipReason) {
    private static final Set<List<String>> PARTS =
            Set.of(List.of("r", "i"), List.of("real", "imag"), List.of("re", "im"), List.of("real", "imaginary"));

    static HdfNumbers of(DataType type) {
        if (type instanceof FloatingPoint floating) {
            return floating(floating);
        }
        if (type instanceof FixedPoint fixed) {
            return fixed(fixed);
        }
        if (type instanceof EnumDataType named) {
            boolean truth = named.getBaseType().getSize() == 1
                    && Set.copyOf(named.getEnumMapping().values()).equals(Set.of("FALSE", "TRUE"));
            return truth ? numbers(ElementType.BOOL, ByteOrder.LITTLE_ENDIAN) : of(named.getBaseType());
        }
        if (type instanceof CompoundDataType compound && isComplex(compound)) {
            return complex(compound);
        }
        return skipped(otherKind(type));
    }

    /** Two members that are called like the parts of a complex number: by h5py, by MATLAB, by C and by others. */
    private static boolean isComplex(CompoundDataType compound) {
        List<String> fields = compound.getMembers().stream()
                .map(CompoundDataType.CompoundDataMember::getName)
                .toList();
        return PARTS.contains(fields);
    }

    private static HdfNumbers complex(CompoundDataType compound) {
        CompoundDataType.CompoundDataMember real = compound.getMembers().get(0);
        CompoundDataType.CompoundDataMember imaginary = compound.getMembers().get(1);
        HdfNumbers part = of(real.getDataType());
        int width = real.getDataType().getSize();
        boolean follow = real.getOffset() == 0
                && imaginary.getOffset() == width
                && compound.getSize() == 2 * width
                && of(imaginary.getDataType()).equals(part);
        if (follow && part.type().equals(Optional.of(ElementType.F64))) {
            return numbers(ElementType.C128, part.order());
        }
        if (follow && part.type().equals(Optional.of(ElementType.F32))) {
            return numbers(ElementType.C64, part.order());
        }
        return skipped("complex numbers whose parts are not two floats of single or double precision");
    }

    private static String otherKind(DataType type) {
        if (type instanceof CompoundDataType compound) {
            return "structured records of " + compound.getMembers().size() + " fields";
        }
        if (type instanceof StringData) {
            return "string";
        }
        if (type instanceof VariableLength) {
            return "strings or lists of varying length";
        }
        if (type instanceof OpaqueDataType) {
            return "opaque bytes";
        }
        if (type instanceof Reference) {
            return "references to other objects";
        }
        if (type instanceof BitField) {
            return "bit fields";
        }
        return type instanceof ArrayDataType ? "entries that are arrays" : "of an unknown kind";
    }

    boolean isComplex() {
        return type.filter(ElementType::isComplex).isPresent();
    }

    private static HdfNumbers floating(FloatingPoint type) {
        boolean whole = type.getBitOffset() == 0 && type.getBitPrecision() == Byte.SIZE * type.getSize();
        List<Integer> layout = List.of(
                type.getSize(),
                (int) type.getExponentLocation(),
                (int) type.getExponentSize(),
                (int) type.getMantissaSize(),
                type.getExponentBias());
        ElementType known = null;
        if (layout.equals(List.of(8, 52, 11, 52, 1023))) {
            known = ElementType.F64;
        } else if (layout.equals(List.of(4, 23, 8, 23, 127))) {
            known = ElementType.F32;
        } else if (layout.equals(List.of(2, 10, 5, 10, 15))) {
            known = ElementType.F16;
        } else if (layout.equals(List.of(2, 7, 8, 7, 127))) {
            known = ElementType.BF16;
        }
        if (type.getSize() > Double.BYTES) {
            return skipped("extended-precision floats of " + type.getSize() + " bytes");
        }
        return known == null || !whole
                ? skipped("floats of " + type.getSize() + " bytes in an unusual layout")
                : numbers(known, type.getByteOrder());
    }

    private static HdfNumbers fixed(FixedPoint type) {
        if (type.getBitOffset() != 0 || type.getBitPrecision() != Byte.SIZE * type.getSize()) {
            return skipped("integers of an unusual width");
        }
        ElementType known = switch (type.getSize()) {
            case 1 -> type.isSigned() ? ElementType.I8 : ElementType.U8;
            case 2 -> type.isSigned() ? ElementType.I16 : ElementType.U16;
            case 4 -> type.isSigned() ? ElementType.I32 : ElementType.U32;
            case 8 -> type.isSigned() ? ElementType.I64 : ElementType.U64;
            default -> null;
        };
        return known == null
                ? skipped("integers of " + type.getSize() + " bytes")
                : numbers(known, type.getByteOrder());
    }

    private static HdfNumbers numbers(ElementType type, ByteOrder order) {
        return new HdfNumbers(Optional.of(type), order, "");
    }

    static HdfNumbers skipped(String reason) {
        return new HdfNumbers(Optional.empty(), ByteOrder.LITTLE_ENDIAN, reason);
    }
}
