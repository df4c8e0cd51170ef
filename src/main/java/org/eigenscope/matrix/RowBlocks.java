package org.eigenscope.matrix;

import org.eigenscope.error.EigenscopeException;

/**
 * A matrix that is read from first to last row in blocks of whole rows, any number of times, and never held as a whole.
 * Safe for many threads, each with passes of its own.
 *
 * <p>The rows may be those of the transpose of the matrix that the file describes, when its entries lie that way:
 * singular values and the eigenvalues of symmetric matrices are the same.
 */
public interface RowBlocks {
    /** Rows m of the matrix. */
    int rows();

    /** Columns n of the matrix. */
    int columns();

    /** The type in which the entries are stored. */
    ElementType elementType();

    /** Where the matrix came from. */
    Provenance provenance();

    /** How often each value of the spectrum asked for stands in that of these rows: twice for the real form of a complex matrix. */
    default int copies() {
        return 1;
    }

    /** The rows of the real matrix with the same spectrum, each value twice; of a real matrix these rows. */
    default RowBlocks realForm() {
        return elementType().isComplex() ? new RealFormRows(this) : this;
    }

    /**
     * Begins at the first row.
     *
     * @throws EigenscopeException if the entries cannot be read
     */
    Pass pass() throws EigenscopeException;

    /** One walk over all rows, for one thread. */
    interface Pass extends AutoCloseable {
        /**
         * Reads the next rows.
         *
         * @param out receives them, row-major, from index 0; for complex entries the real and the imaginary part in turn
         * @param count how many, at most as many as are left and as fit {@code out}
         * @throws EigenscopeException if they cannot be read
         */
        void next(double[] out, int count) throws EigenscopeException;

        @Override
        void close();
    }

    /** The rows of a matrix that is in memory. */
    static RowBlocks of(Matrix matrix) {
        return new MatrixRowBlocks(matrix);
    }
}
