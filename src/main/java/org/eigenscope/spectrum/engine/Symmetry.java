package org.eigenscope.spectrum.engine;

import org.eigenscope.matrix.Matrix;

/** Tells symmetric matrices from merely square ones. */
final class Symmetry {
    /** Mirrored entries rounded to the stored type may differ by its spacing, and by twice that across a power of two. */
    private static final double ROUNDINGS = 2;

    /** Rounding units by which mirrored dot products summed in single or double precision may differ. */
    private static final double SUMMATION_ROUNDINGS = 8;

    private static final double SINGLE_EPSILON = 0x1p-23;

    private Symmetry() {}

    /**
     * Whether |a_ij − a_ji| ≤ 2ε·max(|a_ij|, |a_ji|) + 8·min(ε, 2^−23)·√|a_ii·a_jj| for all i, j, with ε the spacing of
     * the stored type. The first term allows for storing, the second for the cancellation in the dot products of a Gram
     * matrix; the latter never uses a half type's ε, for which identity plus small weights would pass as symmetric.
     */
    static boolean holds(Matrix matrix) {
        int n = matrix.rows();
        if (n != matrix.columns()) {
            return false;
        }
        double epsilon = matrix.elementType().epsilon();
        double summation = SUMMATION_ROUNDINGS * Math.min(epsilon, SINGLE_EPSILON);
        double[] a = matrix.valuesForReading();
        double[] rootDiagonal = new double[n];
        for (int i = 0; i < n; i++) {
            rootDiagonal[i] = Math.sqrt(Math.abs(a[i * n + i]));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double lower = a[i * n + j];
                double upper = a[j * n + i];
                double storage = ROUNDINGS * epsilon * Math.max(Math.abs(lower), Math.abs(upper));
                // halves, because the difference of two huge entries may overflow
                double halfDifference = Math.abs(0.5 * lower - 0.5 * upper);
                if (2 * halfDifference > storage + summation * (rootDiagonal[i] * rootDiagonal[j])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The largest |a_ij − a_ji| over the largest |a_ij| of a square matrix; 0 for one of zeros, NaN counts as no difference. */
    static double largestDifference(Matrix matrix) {
        int n = matrix.rows();
        double[] a = matrix.valuesForReading();
        double largest = 0;
        double halfDifference = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double lower = a[i * n + j];
                double upper = a[j * n + i];
                largest = Math.max(largest, Math.max(Math.abs(lower), Math.abs(upper)));
                halfDifference = Math.max(halfDifference, Math.abs(0.5 * lower - 0.5 * upper));
            }
        }
        return largest == 0 ? 0 : 2 * (halfDifference / largest);
    }
}
