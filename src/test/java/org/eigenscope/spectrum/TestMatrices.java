package org.eigenscope.spectrum;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;

/** Matrices whose spectra are known. */
public final class TestMatrices {
    private static final int REFLECTIONS = 3;

    private TestMatrices() {}

    public static Matrix of(double[] values, int rows, int columns, ElementType type) {
        return Matrix.ofRowMajor(values, rows, columns, type, new Provenance(Path.of("test.npy"), "w", Map.of()));
    }

    public static Matrix of(double[] values, int rows, int columns) {
        return of(values, rows, columns, ElementType.F64);
    }

    public static Matrix gaussian(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return of(values, rows, columns);
    }

    /** diag(σ), hidden by random reflections from both sides. */
    public static Matrix withSingularValues(double[] singularValues, int rows, int columns, long seed) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < singularValues.length; i++) {
            values[i * columns + i] = singularValues[i];
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < REFLECTIONS; k++) {
            reflectRows(values, rows, columns, unitVector(rows, random));
            reflectColumns(values, rows, columns, unitVector(columns, random));
        }
        return of(values, rows, columns);
    }

    /** Q·diag(λ)·Qᵀ with a random orthogonal Q, exactly symmetric. */
    public static Matrix withEigenvalues(double[] eigenvalues, long seed) {
        int n = eigenvalues.length;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * n + i] = eigenvalues[i];
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < REFLECTIONS; k++) {
            double[] v = unitVector(n, random);
            reflectRows(values, n, n, v);
            reflectColumns(values, n, n, v);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                values[j * n + i] = values[i * n + j];
            }
        }
        return of(values, n, n);
    }

    private static double[] unitVector(int length, SplittableRandom random) {
        double[] v = new double[length];
        double norm = 0;
        for (int i = 0; i < length; i++) {
            v[i] = random.nextGaussian();
            norm = Math.hypot(norm, v[i]);
        }
        for (int i = 0; i < length; i++) {
            v[i] /= norm;
        }
        return v;
    }

    private static void reflectRows(double[] a, int rows, int columns, double[] v) {
        for (int j = 0; j < columns; j++) {
            double dot = 0;
            for (int i = 0; i < rows; i++) {
                dot += v[i] * a[i * columns + j];
            }
            for (int i = 0; i < rows; i++) {
                a[i * columns + j] -= 2 * dot * v[i];
            }
        }
    }

    private static void reflectColumns(double[] a, int rows, int columns, double[] v) {
        for (int i = 0; i < rows; i++) {
            double dot = 0;
            for (int j = 0; j < columns; j++) {
                dot += v[j] * a[i * columns + j];
            }
            for (int j = 0; j < columns; j++) {
                a[i * columns + j] -= 2 * dot * v[j];
            }
        }
    }
}
