package org.eigenscope.spectrum.dense;

import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Provenance;

/** Products of dense blocks. */
public interface DenseKernel {
    /** The kernel's name, as it appears in a solver's name. */
    String name();

    /** How many doubles can be allocated now. */
    long available();

    /**
     * Allocates room for a number of doubles, zero at first.
     *
     * @throws InsufficientMemoryException if there is none
     */
    Doubles allocate(long count, Provenance of) throws InsufficientMemoryException;

    /** C ← α·A·B + β·C; with β = 0 the old C is not read. C is not transposed. */
    void multiply(double alpha, Block a, Block b, double beta, Block c);

    /** OpenBLAS where it loads, plain Java otherwise. */
    static DenseKernel best() {
        return OpenBlasLibrary.failure().isEmpty() ? new OpenBlasKernel() : new PlainKernel();
    }
}
