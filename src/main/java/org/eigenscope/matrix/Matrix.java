package org.eigenscope.matrix;

import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * A dense matrix, held in double precision, that remembers what it was stored as and where it came from. Its entries are real, or
 * complex where its {@link ElementType#isComplex element type} is.
 *
 * <p>Immutable by contract: the array given to {@link #ofRowMajor} passes into the matrix's ownership (a copy would
 * double the memory of a large layer) and must not be written afterwards.
 */
public final class Matrix {
    private final double[] values;
    private final int rows;
    private final int columns;
    private final ElementType elementType;
    private final Provenance provenance;

    private Matrix(double[] values, int rows, int columns, ElementType elementType, Provenance provenance) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
        this.elementType = Objects.requireNonNull(elementType, "elementType");
        this.provenance = Objects.requireNonNull(provenance, "provenance");
    }

    /**
     * Wraps row-major values.
     *
     * @param values {@code rows·columns} entries, each of {@link ElementType#components} doubles; ownership passes to the matrix
     * @throws IllegalArgumentException if the length does not match the shape or a side is not positive
     */
    public static Matrix ofRowMajor(
            double[] values, int rows, int columns, ElementType elementType, Provenance provenance) {
        if (rows < 1 || columns < 1 || (long) rows * columns * elementType.components() != values.length) {
            throw new IllegalArgumentException(
                    "shape " + rows + "×" + columns + " does not match " + values.length + " values");
        }
        return new Matrix(values, rows, columns, elementType, provenance);
    }

    /** Rows m, at least 1. */
    public int rows() {
        return rows;
    }

    /** Columns n, at least 1. */
    public int columns() {
        return columns;
    }

    /** Whether its entries are complex. */
    public boolean isComplex() {
        return elementType.isComplex();
    }

    /** The real part of the entry in row {@code row} and column {@code column}, both counted from 0. */
    public double get(int row, int column) {
        return values[elementType.components() * at(row, column)];
    }

    /** The imaginary part of the same, 0 in a real matrix. */
    public double imaginary(int row, int column) {
        return isComplex() ? values[2 * at(row, column) + 1] : 0;
    }

    private int at(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IllegalArgumentException(
                    "row = " + row + ", column = " + column + " are outside of " + rows + "×" + columns);
        }
        return row * columns + column;
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

    /**
     * The real matrix with the same spectrum, each value twice: 2m×2n, with the block [[a, −b], [b, a]] in the place of each entry
     * a + ib. It is symmetric exactly if the complex matrix is Hermitian. A real matrix gives itself.
     */
    public Matrix realForm() {
        if (!isComplex()) {
            return this;
        }
        double[] real = new double[Math.multiplyExact(2, values.length)];
        for (int row = 0; row < rows; row++) {
            int first = 4 * row * columns;
            int second = first + 2 * columns;
            for (int column = 0; column < columns; column++) {
                double a = values[2 * (row * columns + column)];
                double b = values[2 * (row * columns + column) + 1];
                real[first + 2 * column] = a;
                real[first + 2 * column + 1] = -b;
                real[second + 2 * column] = b;
                real[second + 2 * column + 1] = a;
            }
        }
        return new Matrix(real, 2 * rows, 2 * columns, elementType.component(), provenance);
    }

    /**
     * A fresh copy of the values for algorithms that overwrite their input.
     *
     * @throws IllegalStateException if the matrix is complex
     */
    public DMatrixRMaj toEjml() {
        if (isComplex()) {
            throw new IllegalStateException("a complex matrix has no real copy");
        }
        return DMatrixRMaj.wrap(rows, columns, values.clone());
    }

    /**
     * The values themselves, row-major, for algorithms that only read; in a complex matrix the real and the imaginary part of each
     * entry in turn. Must not be written.
     */
    public double[] valuesForReading() {
        return values;
    }
}
