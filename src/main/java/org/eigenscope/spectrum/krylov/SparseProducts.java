package org.eigenscope.spectrum.krylov;

import java.util.Arrays;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.SparseMatrix;
import org.eigenscope.spectrum.Spectrum.Source;
import org.eigenscope.spectrum.dense.Block;
import org.eigenscope.spectrum.engine.Job;

/**
 * The products of a Krylov step with a sparse matrix, in time in proportion to its entries: v → W·v of a symmetric W, and otherwise the
 * bidiagonalisation of {@link BidiagonalProducts}.
 */
final class SparseProducts implements KrylovProducts {
    private final SparseMatrix matrix;
    private final double scale;
    private final boolean isSymmetric;
    private final boolean isTall;
    private final Job job;
    private final double[][] left;
    private final double[] lengths;

    /**
     * Products for the given number of chains.
     *
     * @param exponent e, where products are of 2^−e·W
     */
    SparseProducts(SparseMatrix matrix, int exponent, Source source, int chains, Job job) {
        this.matrix = matrix;
        this.scale = Math.scalb(1.0, -exponent);
        this.isSymmetric = !source.isSquared();
        this.isTall = matrix.rows() >= matrix.columns();
        this.job = job;
        this.left = new double[isSymmetric ? 0 : chains][Math.max(matrix.rows(), matrix.columns())];
        this.lengths = new double[chains];
    }

    @Override
    public int dimension() {
        return Math.min(matrix.rows(), matrix.columns());
    }

    @Override
    public boolean isBidiagonal() {
        return !isSymmetric;
    }

    @Override
    public double[] step(Block vectors, double[] couplings, Block next) throws EigenscopeException {
        double[] vector = new double[dimension()];
        double[] image = new double[dimension()];
        for (int chain = 0; chain < couplings.length; chain++) {
            job.cancel().throwIfCancelled();
            vectors.getRow(chain, vector);
            Arrays.fill(image, 0);
            if (isSymmetric) {
                matrix.addProduct(scale, vector, image);
            } else {
                bidiagonal(chain, couplings[chain], vector, image);
            }
            next.putRow(chain, image);
        }
        return isSymmetric ? new double[couplings.length] : lengths.clone();
    }

    private void bidiagonal(int chain, double coupling, double[] vector, double[] image) {
        double[] u = left[chain];
        KrylovBasis.multiply(u, lengths[chain] > 0 ? -coupling / lengths[chain] : 0);
        towardsLarger(vector, u);
        lengths[chain] = KrylovBasis.norm(u);
        towardsSmaller(u, image);
        KrylovBasis.multiply(image, lengths[chain] > 0 ? 1 / lengths[chain] : 0);
    }

    private void towardsLarger(double[] x, double[] out) {
        if (isTall) {
            matrix.addProduct(scale, x, out);
        } else {
            matrix.addTransposedProduct(scale, x, out);
        }
    }

    private void towardsSmaller(double[] x, double[] out) {
        if (isTall) {
            matrix.addTransposedProduct(scale, x, out);
        } else {
            matrix.addProduct(scale, x, out);
        }
    }

    @Override
    public void close() {
        // the entries are in memory, so there is nothing to close
    }
}
