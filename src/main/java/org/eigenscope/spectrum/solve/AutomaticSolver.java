package org.eigenscope.spectrum.solve;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.dense.EjmlSolver;
import org.eigenscope.spectrum.dense.OpenBlasSolver;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.eigenscope.spectrum.engine.SpectrumSolver;

/**
 * EJML for small matrices, because it decomposes them faster than a native library is checked; OpenBLAS for the others
 * if it loads, EJML if it does not.
 */
final class AutomaticSolver implements SpectrumSolver {
    /** m·n·N up to which EJML takes tens of milliseconds. */
    private static final double SMALL_WORK = 2e7;

    private final Supplier<Optional<Throwable>> openBlasFailure;

    /** Asks whether OpenBLAS loads only when a matrix is large enough to need it. */
    AutomaticSolver(Supplier<Optional<Throwable>> openBlasFailure) {
        this.openBlasFailure = openBlasFailure;
    }

    @Override
    public Solution squaredSingularValues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return said(matrix, choose(matrix).squaredSingularValues(matrix, progress, cancel));
    }

    @Override
    public Solution symmetricEigenvalues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return said(matrix, choose(matrix).symmetricEigenvalues(matrix, progress, cancel));
    }

    private SpectrumSolver choose(ScaledMatrix matrix) {
        return isSmall(matrix) || openBlasFailure.get().isPresent() ? new EjmlSolver() : new OpenBlasSolver();
    }

    private static boolean isSmall(ScaledMatrix matrix) {
        return isSmall(matrix.entryCount(), matrix.smallerSide());
    }

    /** Whether a matrix with so many entries goes to EJML. */
    static boolean isSmall(long entries, long smallerSide) {
        return (double) entries * smallerSide <= SMALL_WORK;
    }

    /** Where the native library was refused, the user is told, as the slower solver gives the same eigenvalues. */
    private Solution said(ScaledMatrix matrix, Solution solution) {
        if (isSmall(matrix)) {
            return solution;
        }
        return openBlasFailure
                .get()
                .filter(IOException.class::isInstance)
                .map(refused -> new Solution(
                        solution.eigenvalues(),
                        solution.method() + " (the native OpenBLAS is not used: " + refused.getMessage() + ")",
                        solution.error()))
                .orElse(solution);
    }
}
