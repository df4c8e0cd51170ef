package org.eigenscope.spectrum.krylov;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.bidiagonal.QuotientDifference;
import org.eigenscope.spectrum.engine.ErrorBound;
import org.eigenscope.spectrum.engine.MemoryBudget;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.ejml.dense.row.decomposition.eig.symm.SymmetricQrAlgorithm_DDRM;

/**
 * Krylov methods that use the matrix only in products with vectors and find all eigenvalues: Lanczos for a symmetric
 * matrix, Golub–Kahan bidiagonalisation otherwise (G. Golub and W. Kahan, SIAM J. Numer. Anal. 2, 1965).
 *
 * <p>Every new vector is orthogonalised twice against the whole basis of the smaller side. When the chain ends early,
 * because eigenvalues repeat or the rank is deficient, it continues from a random vector orthogonal to the basis, until
 * the basis spans the space. The start is fixed, so that results repeat.
 *
 * <p>Limits: memory N² doubles for the basis beside the matrix; time about 4·m·n·N + 4·N³ operations on one core, so an
 * N above a few thousand takes minutes. Absolute error of some N·2^−52·σmax in σ, coarser in the small ones than a
 * direct solver's.
 */
public final class LanczosSolver implements SpectrumSolver {
    static final String NAME = "lanczos";

    private static final long SEED = 20_250_608L;

    @Override
    public Solution squaredSingularValues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        reserve(matrix);
        int n = matrix.smallerSide();
        MatrixProduct product = new MatrixProduct(matrix);
        KrylovBasis basis = new KrylovBasis(n, new SplittableRandom(SEED));
        double[] diagonal = new double[n];
        double[] superdiagonal = new double[n];
        double[] left = new double[matrix.largerSide()];
        double[] next = new double[n];
        double scale = 0;
        basis.restart();
        for (int k = 0; k < n; k++) {
            report(k, n, progress, cancel);
            // left ← W·v − β·left, the new left vector times α
            product.towardsLarger(basis.last(), left, k == 0 ? 0 : -superdiagonal[k - 1]);
            double alpha = KrylovBasis.norm(left);
            scale = Math.max(scale, alpha);
            diagonal[k] = KrylovBasis.isNegligible(alpha, scale) ? 0 : alpha;
            if (diagonal[k] > 0) {
                KrylovBasis.multiply(left, 1 / alpha);
                product.towardsSmaller(left, next);
                superdiagonal[k] = basis.extend(next, scale);
                scale = Math.max(scale, superdiagonal[k]);
            } else {
                // W·v lies in what is spanned already: the chain ends here and the next one is decoupled from it
                Arrays.fill(left, 0);
                basis.restart();
            }
        }
        return new Solution(squaredSingularValues(diagonal, superdiagonal), NAME, ErrorBound.krylov(n, true));
    }

    private static double[] squaredSingularValues(double[] diagonal, double[] superdiagonal)
            throws NoConvergenceException {
        int n = diagonal.length;
        double[] q = new double[n];
        double[] e = new double[n - 1];
        for (int i = 0; i < n; i++) {
            q[i] = diagonal[i] * diagonal[i];
            if (i < n - 1) {
                e[i] = superdiagonal[i] * superdiagonal[i];
            }
        }
        return QuotientDifference.eigenvalues(q, e);
    }

    @Override
    public Solution symmetricEigenvalues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        reserve(matrix);
        int n = matrix.rows();
        MatrixProduct product = new MatrixProduct(matrix);
        KrylovBasis basis = new KrylovBasis(n, new SplittableRandom(SEED));
        double[] diagonal = new double[n];
        double[] offDiagonal = new double[n];
        double[] next = new double[n];
        double scale = 0;
        basis.restart();
        for (int k = 0; k < n; k++) {
            report(k, n, progress, cancel);
            product.towardsLarger(basis.last(), next, 0);
            diagonal[k] = KrylovBasis.dot(basis.last(), next);
            scale = Math.max(scale, KrylovBasis.norm(next));
            offDiagonal[k] = basis.extend(next, scale);
        }
        return new Solution(tridiagonalEigenvalues(diagonal, offDiagonal, matrix), NAME, ErrorBound.krylov(n, false));
    }

    private static double[] tridiagonalEigenvalues(double[] diagonal, double[] offDiagonal, ScaledMatrix matrix)
            throws NoConvergenceException {
        int n = diagonal.length;
        SymmetricQrAlgorithm_DDRM algorithm = new SymmetricQrAlgorithm_DDRM();
        if (!algorithm.process(n, diagonal, offDiagonal)) {
            throw new NoConvergenceException("The eigenvalues of "
                    + matrix.matrix().provenance().label()
                    + " did not converge after Lanczos; try another solver.");
        }
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = algorithm.getEigenvalue(i);
        }
        return eigenvalues;
    }

    private static void reserve(ScaledMatrix matrix) throws EigenscopeException {
        long n = matrix.smallerSide();
        long copy = matrix.exponent() == 0 ? 0 : matrix.entryCount();
        MemoryBudget.requireHeap(Double.BYTES * (n * n + copy + 4L * matrix.largerSide()), matrix.matrix());
    }

    private static void report(int step, int steps, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        cancel.throwIfCancelled();
        progress.progress("Lanczos steps", (double) step / steps);
    }
}
