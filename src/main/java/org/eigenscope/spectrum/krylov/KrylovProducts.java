package org.eigenscope.spectrum.krylov;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.spectrum.dense.Block;

/** The products of one Krylov step, for many chains at once, so that each walk over the matrix serves all of them. */
interface KrylovProducts extends AutoCloseable {
    /** The length of the chains' vectors. */
    int dimension();

    /**
     * Whether the chains are bidiagonal, so that squares of their singular values are eigenvalues; otherwise they are
     * tridiagonal.
     */
    boolean isBidiagonal();

    /**
     * The vectors that extend the chains.
     *
     * @param vectors the chains' last vectors, one a row
     * @param couplings the off-diagonal entries that led to them, 0 at the beginning
     * @param next receives the next vectors, not yet orthogonal to those before
     * @return the diagonal entries, when bidiagonal; otherwise nothing of use
     * @throws EigenscopeException if the matrix cannot be read or the work was cancelled
     */
    double[] step(Block vectors, double[] couplings, Block next) throws EigenscopeException;

    @Override
    void close();
}
