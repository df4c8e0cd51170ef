package org.eigenscope.network.array;

import org.eigenscope.matrix.ElementType;

/** The format of the numbers of a computation. */
public enum Precision {
    /** 24 binary digits: networks are trained in it. */
    FLOAT32(Float.BYTES, ElementType.F32),
    /** 53 binary digits: feature matrices and checks. */
    FLOAT64(Double.BYTES, ElementType.F64);

    private final int bytes;
    private final ElementType elementType;

    Precision(int bytes, ElementType elementType) {
        this.bytes = bytes;
        this.elementType = elementType;
    }

    /** Bytes of a number. */
    public int bytes() {
        return bytes;
    }

    /** The format as matrices name it. */
    public ElementType elementType() {
        return elementType;
    }
}
