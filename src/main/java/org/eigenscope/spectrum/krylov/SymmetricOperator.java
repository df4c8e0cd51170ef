package org.eigenscope.spectrum.krylov;

import org.eigenscope.error.EigenscopeException;

/** A symmetric matrix that is known by its products with vectors. */
public interface SymmetricOperator {
    /** N, its rows and columns. */
    int dimension();

    /**
     * y ← A x.
     *
     * @param x of length N, read only
     * @param y of length N, overwritten
     * @throws EigenscopeException if the product cannot be had, or the work was cancelled
     */
    void multiply(double[] x, double[] y) throws EigenscopeException;
}
