package org.eigenscope.spectrum.krylov;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.spectrum.dense.Block;
import org.eigenscope.spectrum.dense.DenseKernel;
import org.eigenscope.spectrum.dense.Doubles;

/**
 * u ← A·v − β·u, α ← |u|, next ← Aᵀ·u/α: Golub–Kahan bidiagonalisation from the smaller side of W, where A is W or Wᵀ.
 * Only the last u of each chain is kept (H. Simon and H. Zha, SIAM J. Sci. Comput. 21, 2000: orthogonalising the short
 * side is enough). Unlike Lanczos on AᵀA its error is a unit of 2^−52·σmax in σ and not in λ, so that small λ are
 * resolved.
 */
final class BidiagonalProducts implements KrylovProducts {
    private final DenseKernel kernel;
    private final StreamedRows rows;
    private final boolean isTall;
    private final int larger;
    private final Doubles room;
    private final double[] lengths;

    /** Products for the given number of chains. */
    BidiagonalProducts(DenseKernel kernel, StreamedRows rows, int chains) throws InsufficientMemoryException {
        this.kernel = kernel;
        this.rows = rows;
        this.isTall = rows.matrix().rows() >= rows.matrix().columns();
        this.larger = Math.max(rows.matrix().rows(), rows.matrix().columns());
        this.room = kernel.allocate((long) chains * larger, rows.matrix().provenance());
        this.lengths = new double[chains];
    }

    @Override
    public int dimension() {
        return Math.min(rows.matrix().rows(), rows.matrix().columns());
    }

    @Override
    public boolean isBidiagonal() {
        return true;
    }

    @Override
    public double[] step(Block vectors, double[] couplings, Block next) throws EigenscopeException {
        Block left = Block.dense(room, 0, couplings.length, larger);
        shrink(left, couplings);
        if (isTall) {
            rows.forEach((w, first) -> {
                Block some = left.columns(first, w.rows());
                kernel.multiply(1, vectors, w.transposed(), 1, some);
                kernel.multiply(1, some, w, first == 0 ? 0 : 1, next);
            });
        } else {
            rows.forEach((w, first) -> kernel.multiply(1, vectors.columns(first, w.rows()), w, 1, left));
            rows.forEach((w, first) -> kernel.multiply(1, left, w.transposed(), 0, next.columns(first, w.rows())));
        }
        measure(left);
        divide(next);
        return lengths.clone();
    }

    /** u ← −β·u/|u|, because the last step left u as long as it came out. */
    private void shrink(Block left, double[] couplings) {
        double[] u = new double[larger];
        for (int chain = 0; chain < couplings.length; chain++) {
            left.getRow(chain, u);
            KrylovBasis.multiply(u, lengths[chain] > 0 ? -couplings[chain] / lengths[chain] : 0);
            left.putRow(chain, u);
        }
    }

    private void measure(Block left) {
        double[] u = new double[larger];
        for (int chain = 0; chain < left.rows(); chain++) {
            left.getRow(chain, u);
            lengths[chain] = KrylovBasis.norm(u);
        }
    }

    private void divide(Block next) {
        double[] z = new double[next.columns()];
        for (int chain = 0; chain < next.rows(); chain++) {
            next.getRow(chain, z);
            KrylovBasis.multiply(z, lengths[chain] > 0 ? 1 / lengths[chain] : 0);
            next.putRow(chain, z);
        }
    }

    @Override
    public void close() {
        room.close();
    }
}
