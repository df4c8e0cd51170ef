package org.eigenscope.spectrum.dense;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.engine.ErrorBound;
import org.eigenscope.spectrum.engine.MemoryBudget;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Pure Java: singular values directly, never through the Gram matrix, so small ones keep an absolute error of about
 * 2^−52·σmax; symmetric eigenvalues by tridiagonal QR.
 */
public final class EjmlSolver implements SpectrumSolver {
    public static final String NAME = "ejml";

    @Override
    public Solution squaredSingularValues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        // a copy for the decomposition to overwrite, and the one it makes when it transposes a wide matrix
        MemoryBudget.requireHeap(2 * Double.BYTES * matrix.entryCount(), matrix.matrix());
        cancel.throwIfCancelled();
        progress.progress("Computing singular values", Double.NaN);
        DMatrixRMaj work = DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.copyOfValues());
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.rows(), matrix.columns(), false, false, true);
        if (!svd.decompose(work)) {
            throw new NoConvergenceException("The singular values of "
                    + matrix.matrix().provenance().label()
                    + " did not converge in EJML; try the openblas solver.");
        }
        cancel.throwIfCancelled();
        double[] squares = new double[matrix.smallerSide()];
        double[] values = svd.getSingularValues();
        double unresolved = unresolved(values, squares.length, matrix);
        for (int i = 0; i < squares.length; i++) {
            squares[i] = values[i] <= unresolved ? 0 : values[i] * values[i];
        }
        return new Solution(squares, NAME + " svd", ErrorBound.direct(squares.length));
    }

    /**
     * The largest value that a zero singular value, or a zero eigenvalue of a symmetric matrix, can get: EJML sums along columns one term after the other, so that
     * the error of its reflections grows with the number of terms where all of them have one sign, as in a constant
     * matrix.
     */
    private static double unresolved(double[] values, int count, ScaledMatrix matrix) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest * Math.max(matrix.rows(), matrix.columns()) * Math.ulp(1.0);
    }

    @Override
    public Solution symmetricEigenvalues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        MemoryBudget.requireHeap(2 * Double.BYTES * matrix.entryCount(), matrix.matrix());
        cancel.throwIfCancelled();
        progress.progress("Computing eigenvalues", Double.NaN);
        int n = matrix.rows();
        DMatrixRMaj work = DMatrixRMaj.wrap(n, n, matrix.symmetrizedCopy());
        EigenDecomposition_F64<DMatrixRMaj> eig = DecompositionFactory_DDRM.eig(n, false, true);
        if (!eig.decompose(work)) {
            throw new NoConvergenceException("The eigenvalues of "
                    + matrix.matrix().provenance().label()
                    + " did not converge in EJML; try the openblas solver.");
        }
        cancel.throwIfCancelled();
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = eig.getEigenvalue(i).getReal();
        }
        double unresolved = unresolved(eigenvalues, n, matrix);
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = Math.abs(eigenvalues[i]) <= unresolved ? 0 : eigenvalues[i];
        }
        return new Solution(eigenvalues, NAME + " symmetric", ErrorBound.gram(n));
    }
}
