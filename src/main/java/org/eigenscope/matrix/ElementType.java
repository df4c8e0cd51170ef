package org.eigenscope.matrix;

/** The number format in which a tensor's entries are stored; its rounding unit sets which eigenvalues count as zero. */
public enum ElementType {
    F64(8, 0x1p-52),
    F32(4, 0x1p-23),
    F16(2, 0x1p-10),
    BF16(2, 0x1p-7),
    I64(8, 0x1p-52),
    I32(4, 0x1p-52),
    I16(2, 0x1p-52),
    I8(1, 0x1p-52),
    U64(8, 0x1p-52),
    U32(4, 0x1p-52),
    U16(2, 0x1p-52),
    U8(1, 0x1p-52),
    BOOL(1, 0x1p-52),
    F8_E4M3(1, 0x1p-23),
    F8_E5M2(1, 0x1p-23),
    F8_E4M3FNUZ(1, 0x1p-23),
    F8_E5M2FNUZ(1, 0x1p-23),
    F8_E8M0(1, 0x1p-23),
    C64(8, 0x1p-23),
    C128(16, 0x1p-52);

    private final int bytes;
    private final double epsilon;

    ElementType(int bytes, double epsilon) {
        this.bytes = bytes;
        this.epsilon = epsilon;
    }

    /** How many bytes an entry takes in a file. */
    public int bytes() {
        return bytes;
    }

    /**
     * The distance from 1 to the next number of this type. Integers are exact, so for them it is that of the double
     * arithmetic they are computed in. Floats of eight bits have the unit of single precision, to which they are
     * expanded, like other quantised weights. Their own units, 1/8 and 1/4, would count a part of the bulk as zero.
     */
    public double epsilon() {
        return epsilon;
    }

    /** Whether an entry is a real and an imaginary part. */
    public boolean isComplex() {
        return this == C64 || this == C128;
    }

    /** How many doubles an entry takes in memory: 2 for complex ones, real part first, otherwise 1. */
    public int components() {
        return isComplex() ? 2 : 1;
    }

    /** The type of each part of a complex entry; of a real one its own. */
    public ElementType component() {
        return switch (this) {
            case C64 -> F32;
            case C128 -> F64;
            default -> this;
        };
    }

    /** The name users know from numpy and PyTorch, for example {@code float32}. */
    public String displayName() {
        return switch (this) {
            case F64 -> "float64";
            case F32 -> "float32";
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            case I64 -> "int64";
            case I32 -> "int32";
            case I16 -> "int16";
            case I8 -> "int8";
            case U64 -> "uint64";
            case U32 -> "uint32";
            case U16 -> "uint16";
            case U8 -> "uint8";
            case BOOL -> "bool";
            case F8_E4M3 -> "float8_e4m3fn";
            case F8_E5M2 -> "float8_e5m2";
            case F8_E4M3FNUZ -> "float8_e4m3fnuz";
            case F8_E5M2FNUZ -> "float8_e5m2fnuz";
            case F8_E8M0 -> "float8_e8m0fnu";
            case C64 -> "complex64";
            case C128 -> "complex128";
        };
    }
}
