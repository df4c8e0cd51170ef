package org.eigenscope.spectrum.krylov;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.spectrum.dense.Block;
import org.eigenscope.spectrum.dense.DenseKernel;

/** v → W·v of a symmetric W: Lanczos. */
final class SymmetricProducts implements KrylovProducts {
    private final DenseKernel kernel;
    private final StreamedRows rows;

    SymmetricProducts(DenseKernel kernel, StreamedRows rows) {
        this.kernel = kernel;
        this.rows = rows;
    }

    @Override
    public int dimension() {
        return rows.matrix().rows();
    }

    @Override
    public boolean isBidiagonal() {
        return false;
    }

    @Override
    public double[] step(Block vectors, double[] couplings, Block next) throws EigenscopeException {
        rows.forEach((w, first) -> kernel.multiply(1, vectors, w.transposed(), 0, next.columns(first, w.rows())));
        return new double[couplings.length];
    }

    @Override
    public void close() {
        // the caller owns the rows and closes them
    }
}
