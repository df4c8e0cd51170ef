package org.eigenscope.spectrum.solve;

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
 * EJML for small matrices, because it decomposes them faster than a native library is unpacked; OpenBLAS for the others
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
        return choose(matrix).squaredSingularValues(matrix, progress, cancel);
    }

    @Override
    public Solution symmetricEigenvalues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return choose(matrix).symmetricEigenvalues(matrix, progress, cancel);
    }

    private SpectrumSolver choose(ScaledMatrix matrix) {
        boolean small = (double) matrix.entryCount() * matrix.smallerSide() <= SMALL_WORK;
        return small || openBlasFailure.get().isPresent() ? new EjmlSolver() : new OpenBlasSolver();
    }
}
