package org.eigenscope.matrix;

import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * A dense real matrix, held in double precision, that remembers what it was stored as and where it came from.
 *
 * <p>Immutable by contract: the array given to {@link #ofRowMajor} passes into the matrix's ownership (a copy would
 * double the memory of a large layer) and must not be written afterwards.
 */
public final class Matrix {
    private final DMatrixRMaj values;
    private final ElementType elementType;
    private final Provenance provenance;

    private Matrix(DMatrixRMaj values, ElementType elementType, Provenance provenance) {
        this.values = values;
        this.elementType = Objects.requireNonNull(elementType, "elementType");
        this.provenance = Objects.requireNonNull(provenance, "provenance");
    }

    /**
     * Wraps row-major values.
     *
     * @param values {@code rows·columns} entries; ownership passes to the matrix
     * @throws IllegalArgumentException if the length does not match the shape or a side is not positive
     */
    public static Matrix ofRowMajor(
            double[] values, int rows, int columns, ElementType elementType, Provenance provenance) {
        if (rows < 1 || columns < 1 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "shape " + rows + "×" + columns + " does not match " + values.length + " values");
        }
        return new Matrix(DMatrixRMaj.wrap(rows, columns, values), elementType, provenance);
    }

    /** Rows m, at least 1. */
    public int rows() {
        return values.getNumRows();
    }

    /** Columns n, at least 1. */
    public int columns() {
        return values.getNumCols();
    }

    /** The entry in row {@code row} and column {@code column}, both counted from 0. */
    public double get(int row, int column) {
        return values.get(row, column);
    }

    /** The type in which the file stored the entries; it decides the zero tolerance. */
    public ElementType elementType() {
        return elementType;
    }

    /** Where the matrix came from. */
    public Provenance provenance() {
        return provenance;
    }

    /** N = min(m, n), the number of eigenvalues of the smaller Gram matrix. */
    public int smallerSide() {
        return Math.min(rows(), columns());
    }

    /** The larger side, max(m, n). */
    public int largerSide() {
        return Math.max(rows(), columns());
    }

    /** γ = min(m, n)/max(m, n) ∈ (0, 1]. */
    public double aspectRatio() {
        return (double) smallerSide() / largerSide();
    }

    /** A fresh copy of the values for algorithms that overwrite their input. */
    public DMatrixRMaj toEjml() {
        return values.copy();
    }

    /** The values themselves, row-major, for algorithms that only read. Must not be written. */
    public double[] valuesForReading() {
        return values.data;
    }
}
