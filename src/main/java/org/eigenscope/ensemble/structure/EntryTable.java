package org.eigenscope.ensemble.structure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/** A row-major matrix being filled, and its squared singular values. */
final class EntryTable {
    private static final Provenance DRAWN = new Provenance(Path.of("drawn"), "", Map.of());

    private final int rows;
    private final int columns;
    private final double[] values;

    EntryTable(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.values = new double[Math.multiplyExact(rows, columns)];
    }

    /** A matrix of independent standard normal entries. */
    static EntryTable dense(int rows, int columns, RandomGenerator random) {
        EntryTable entries = new EntryTable(rows, columns);
        for (int i = 0; i < entries.values.length; i++) {
            entries.values[i] = random.nextGaussian();
        }
        return entries;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    double get(int row, int column) {
        return values[row * columns + column];
    }

    void set(int row, int column, double value) {
        values[row * columns + column] = value;
    }

    void add(int row, int column, double value) {
        values[row * columns + column] += value;
    }

    void scaleRow(int row, double factor) {
        for (int j = 0; j < columns; j++) {
            values[row * columns + j] *= factor;
        }
    }

    /** The min(rows, columns) squared singular values over a divisor, ascending; the matrix is used up. */
    double[] squaredSingularValues(double divisor, CancelToken cancel) throws EigenscopeException {
        Matrix matrix = Matrix.ofRowMajor(values, rows, columns, ElementType.F64, DRAWN);
        double[] eigenvalues = new SpectrumCalculator()
                // pooled, because a square matrix is W here and never a Gram matrix
                .computePooled(List.of(matrix), SpectrumOptions.withDefaults(), ProgressListener.NONE, cancel)
                .ascending();
        for (int i = 0; i < eigenvalues.length; i++) {
            eigenvalues[i] /= divisor;
        }
        return eigenvalues;
    }
}
