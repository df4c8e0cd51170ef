package org.eigenscope.spectrum.dense;

import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Provenance;

/** Products of dense blocks. */
public interface DenseKernel {
    /** The name in a solver's name. */
    String name();

    /** Doubles that can be allocated now. */
    long available();

    /**
     * Room for so many doubles.
     *
     * @throws InsufficientMemoryException if there is none
     */
    Doubles allocate(long count, Provenance of) throws InsufficientMemoryException;

    /** C ← α·A·B + β·C; with β = 0 the old C is not looked at. C is not transposed. */
    void multiply(double alpha, Block a, Block b, double beta, Block c);

    /** OpenBLAS where it loads, plain Java otherwise. */
    static DenseKernel best() {
        return OpenBlasLibrary.failure().isEmpty() ? new OpenBlasKernel() : new PlainKernel();
    }
}
