package org.eigenscope.matrix;

import java.util.Objects;
import org.eigenscope.error.InsufficientMemoryException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The product scale·B·A of thin factors. It is seldom formed: with B = Q₁R₁ and Aᵀ = Q₂R₂ its singular values other
 * than zero are those of the small matrix scale·R₁R₂ᵀ, to a few units of 2^−52·σmax(B)·σmax(A).
 *
 * @param left B, m×r
 * @param right A, r×n
 * @param scale a factor, not 0
 * @param provenance what the product is called
 */
public record LowRankProduct(Matrix left, Matrix right, double scale, Provenance provenance) {
    /** @throws IllegalArgumentException if the shapes do not fit or the scale is no finite number other than 0 */
    public LowRankProduct {
        Objects.requireNonNull(provenance, "provenance");
        if (left.columns() != right.rows()) {
            throw new IllegalArgumentException(
                    "left has " + left.columns() + " columns, right " + right.rows() + " rows");
        }
        if (scale == 0 || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("scale = " + scale + " is not a finite number other than 0");
        }
    }

    /** Rows m of the product. */
    public int rows() {
        return left.rows();
    }

    /** Columns n of the product. */
    public int columns() {
        return right.columns();
    }

    /** min(m, r)×min(n, r), with the product's singular values. */
    public Matrix core() {
        DMatrixRMaj transposed = CommonOps_DDRM.transpose(right.toEjml(), null);
        return timesTransposed(triangle(left.toEjml()), triangle(transposed));
    }

    private static DMatrixRMaj triangle(DMatrixRMaj factor) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(factor.getNumRows(), factor.getNumCols());
        if (!qr.decompose(factor)) {
            throw new IllegalStateException("a QR decomposition of finite entries failed");
        }
        return qr.getR(null, true);
    }

    private Matrix timesTransposed(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.getNumRows(), b.getNumRows());
        CommonOps_DDRM.multTransB(scale, a, b, product);
        return Matrix.ofRowMajor(
                product.data, product.getNumRows(), product.getNumCols(), left.elementType(), provenance);
    }

    /** The mean of the product's entries. */
    public double mean() {
        double[] columnSums = new double[left.columns()];
        for (int i = 0; i < left.rows(); i++) {
            for (int k = 0; k < columnSums.length; k++) {
                columnSums[k] += left.get(i, k);
            }
        }
        double sum = 0;
        for (int k = 0; k < right.rows(); k++) {
            for (int j = 0; j < right.columns(); j++) {
                sum += columnSums[k] * right.get(k, j);
            }
        }
        return scale * (sum / rows()) / columns();
    }

    /**
     * The product itself.
     *
     * @throws InsufficientMemoryException if it does not fit
     */
    public Matrix formed() throws InsufficientMemoryException {
        long bytes = Double.BYTES * (long) rows() * columns();
        if (bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw new InsufficientMemoryException(provenance.label() + " would take " + (bytes >> 20)
                    + " MiB if it were formed; raise the Java heap with -Xmx.");
        }
        DMatrixRMaj product = new DMatrixRMaj(rows(), columns());
        CommonOps_DDRM.mult(scale, left.toEjml(), right.toEjml(), product);
        return Matrix.ofRowMajor(product.data, rows(), columns(), left.elementType(), provenance);
    }
}
