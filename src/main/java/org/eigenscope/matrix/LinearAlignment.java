package org.eigenscope.matrix;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Linear centred kernel alignment of two matrices with equally many rows (S. Kornblith et al., ICML 2019): with X and Y centred column by
 * column, ‖YᵀX‖²_F / (‖XᵀX‖_F ‖YᵀY‖_F), in [0, 1]. Rotating or scaling the columns of either does not change it. Accuracy about 1e-12.
 */
public final class LinearAlignment {
    private LinearAlignment() {}

    /**
     * The alignment; NaN if all rows of one of them are equal.
     *
     * @throws IllegalArgumentException if they have not equally many rows
     */
    public static double of(Matrix x, Matrix y) {
        if (x.rows() != y.rows()) {
            throw new IllegalArgumentException("matrices of " + x.rows() + " and " + y.rows() + " rows");
        }
        DMatrixRMaj a = centred(x);
        DMatrixRMaj b = centred(y);
        if (x.rows() <= Math.max(x.columns(), y.columns())) {
            DMatrixRMaj k = new DMatrixRMaj(a.getNumRows(), a.getNumRows());
            DMatrixRMaj l = new DMatrixRMaj(b.getNumRows(), b.getNumRows());
            CommonOps_DDRM.multTransB(a, a, k);
            CommonOps_DDRM.multTransB(b, b, l);
            return inner(k, l) / (NormOps_DDRM.fastNormF(k) * NormOps_DDRM.fastNormF(l));
        }
        double cross = product(b, a);
        return cross * cross / (product(a, a) * product(b, b));
    }

    /** Σ KᵢⱼLᵢⱼ. */
    private static double inner(DMatrixRMaj k, DMatrixRMaj l) {
        double sum = 0;
        for (int i = 0; i < k.getNumElements(); i++) {
            sum += k.get(i) * l.get(i);
        }
        return sum;
    }

    /** ‖AᵀB‖_F. */
    private static double product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.getNumCols(), b.getNumCols());
        CommonOps_DDRM.multTransA(a, b, product);
        return NormOps_DDRM.fastNormF(product);
    }

    /** A copy with columns of mean 0, scaled to a largest entry of 1, which the alignment does not feel; of a complex one the real form. */
    private static DMatrixRMaj centred(Matrix matrix) {
        double[] values = matrix.valuesForReading().clone();
        int columns = matrix.columns() * matrix.elementType().components();
        for (int column = 0; column < columns; column++) {
            double mean = 0;
            for (int at = column; at < values.length; at += columns) {
                mean += values[at] / matrix.rows();
            }
            for (int at = column; at < values.length; at += columns) {
                values[at] -= mean;
            }
        }
        DMatrixRMaj copy = Matrix.ofRowMajor(
                        values, matrix.rows(), matrix.columns(), matrix.elementType(), matrix.provenance())
                .realForm()
                .toEjml();
        CommonOps_DDRM.divide(copy, CommonOps_DDRM.elementMaxAbs(copy));
        return copy;
    }
}
