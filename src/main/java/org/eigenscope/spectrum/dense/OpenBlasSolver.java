package org.eigenscope.spectrum.dense;

import static org.bytedeco.openblas.global.openblas_full.LAPACK_COL_MAJOR;

import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_full;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.engine.ErrorBound;
import org.eigenscope.spectrum.engine.MemoryBudget;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.eigenscope.spectrum.engine.ZeroTolerance;

/**
 * Native LAPACK, values only. Symmetric input: {@code dsyevd}, in two stages when large. Otherwise {@code dgesdd}, which takes a QR decomposition
 * first when the matrix is much longer than wide, and {@code dgesvd} should that not converge; large matrices first try
 * the much faster {@code dsyrk} and {@code dsyevd} on the smaller Gram matrix and keep its answer only when {@link
 * GramAccuracy} finds it good. A decomposition, once begun, runs to its end; forming the Gram matrix stops between panels.
 *
 * <p>A row-major m×n array is its transpose to LAPACK, which has the same singular values, so nothing is transposed.
 */
public final class OpenBlasSolver implements SpectrumSolver {
    static final String NAME = "openblas";

    /** The smallest N for the Gram route; below it singular values take well under a second. */
    private static final int SMALLEST_GRAM = 512;

    /**
     * The smallest N for the two-stage reduction through a band matrix, which is faster from here on: by a seventh at N
     * = 2000, by a third at 4000.
     */
    private static final int SMALLEST_TWO_STAGE = 1000;

    private static final byte VALUES_ONLY = 'N';
    private static final byte LOWER = 'L';

    private final int smallestGram;

    public OpenBlasSolver() {
        this(SMALLEST_GRAM);
    }

    /** A solver with another smallest N of the Gram route, for tests on small matrices. */
    public OpenBlasSolver(int smallestGram) {
        this.smallestGram = smallestGram;
    }

    @Override
    public Solution squaredSingularValues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        cancel.throwIfCancelled();
        try {
            if (matrix.smallerSide() >= smallestGram) {
                Optional<Solution> gram = gram(matrix, progress, cancel);
                if (gram.isPresent()) {
                    return gram.get();
                }
            }
            // W, the triangle that a QR decomposition leaves, and blocks to work in
            long n = matrix.smallerSide();
            reserve(matrix, matrix.entryCount() + n * n + 256L * matrix.largerSide());
            progress.progress("Computing singular values", Double.NaN);
            try (DoublePointer w = new DoublePointer(matrix.valuesForReading())) {
                return singularValues(matrix, w);
            }
        } catch (OutOfMemoryError e) {
            throw outOfMemory(matrix);
        }
    }

    @Override
    public Solution symmetricEigenvalues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        MemoryBudget.requireHeap(Double.BYTES * matrix.entryCount(), matrix.matrix());
        reserve(matrix, matrix.entryCount() + workspace(matrix.rows()));
        cancel.throwIfCancelled();
        progress.progress("Computing eigenvalues", Double.NaN);
        try (DoublePointer a = new DoublePointer(matrix.symmetrizedCopy())) {
            return new Solution(eigenvalues(matrix, a), NAME + " symmetric", ErrorBound.gram(matrix.rows()));
        } catch (OutOfMemoryError e) {
            throw outOfMemory(matrix);
        }
    }

    private static Optional<Solution> gram(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        int n = matrix.smallerSide();
        reserve(matrix, GramPanels.doubles(matrix) + workspace(n));
        try (DoublePointer g = new DoublePointer((long) n * n)) {
            new GramPanels(matrix).form(g, progress, cancel);
            cancel.throwIfCancelled();
            progress.progress("Computing eigenvalues", Double.NaN);
            double[] eigenvalues = eigenvalues(matrix, g);
            cancel.throwIfCancelled();
            double tolerance = ZeroTolerance.of(eigenvalues, matrix.subject(), Spectrum.Source.GRAM);
            if (!GramAccuracy.forType(matrix.elementType(), tolerance).suffices(eigenvalues)) {
                return Optional.empty();
            }
            for (int i = 0; i < n; i++) {
                eigenvalues[i] = Math.max(0, eigenvalues[i]);
            }
            return Optional.of(new Solution(eigenvalues, NAME + " gram", ErrorBound.gram(n)));
        }
    }

    /** Doubles that the reduction to tridiagonal form works in: a band and blocks of reflectors. */
    private static long workspace(int n) {
        return 256L * n;
    }

    /**
     * The eigenvalues of a symmetric matrix, given by its upper triangle in row-major order (the lower one in
     * column-major order), which is overwritten.
     */
    private static double[] eigenvalues(ScaledMatrix matrix, DoublePointer triangle) throws EigenscopeException {
        int n = matrix.smallerSide();
        try (DoublePointer values = new DoublePointer(n)) {
            int info = n < SMALLEST_TWO_STAGE
                    ? openblas_full.LAPACKE_dsyevd(LAPACK_COL_MAJOR, VALUES_ONLY, LOWER, n, triangle, n, values)
                    : openblas_full.LAPACKE_dsyevd_2stage(LAPACK_COL_MAJOR, VALUES_ONLY, LOWER, n, triangle, n, values);
            requireSuccess(info, "dsyevd", matrix);
            double[] eigenvalues = new double[n];
            values.get(eigenvalues);
            return eigenvalues;
        }
    }

    private static Solution singularValues(ScaledMatrix matrix, DoublePointer w) throws EigenscopeException {
        int n = matrix.smallerSide();
        int rows = matrix.columns();
        int columns = matrix.rows();
        try (DoublePointer values = new DoublePointer(n);
                DoublePointer unused = new DoublePointer(n)) {
            int info = openblas_full.LAPACKE_dgesdd(
                    LAPACK_COL_MAJOR, VALUES_ONLY, rows, columns, w, rows, values, unused, 1, unused, 1);
            if (info > 0) {
                w.put(matrix.valuesForReading());
                info = openblas_full.LAPACKE_dgesvd(
                        LAPACK_COL_MAJOR,
                        VALUES_ONLY,
                        VALUES_ONLY,
                        rows,
                        columns,
                        w,
                        rows,
                        values,
                        unused,
                        1,
                        unused,
                        1,
                        unused);
            }
            requireSuccess(info, "dgesvd", matrix);
            double[] squares = new double[n];
            values.get(squares);
            for (int i = 0; i < n; i++) {
                squares[i] *= squares[i];
            }
            return new Solution(squares, NAME + " svd", ErrorBound.direct(n));
        }
    }

    private static void requireSuccess(int info, String routine, ScaledMatrix matrix) throws EigenscopeException {
        if (info == openblas_full.LAPACK_WORK_MEMORY_ERROR || info == openblas_full.LAPACK_TRANSPOSE_MEMORY_ERROR) {
            throw outOfMemory(matrix);
        }
        if (info < 0) {
            throw new IllegalStateException("argument " + -info + " of " + routine + " is wrong");
        }
        if (info > 0) {
            throw new NoConvergenceException("The eigenvalues of "
                    + matrix.matrix().provenance().label() + " did not converge in LAPACK's " + routine
                    + "; try the ejml solver.");
        }
    }

    private static void reserve(ScaledMatrix matrix, long doubles) throws InsufficientMemoryException {
        if (matrix.exponent() != 0) {
            MemoryBudget.requireHeap(Double.BYTES * matrix.entryCount(), matrix.matrix());
        }
        MemoryBudget.require(
                Double.BYTES * doubles,
                OpenBlasLibrary.availableBytes(),
                "memory outside the Java heap",
                matrix.matrix());
    }

    private static InsufficientMemoryException outOfMemory(ScaledMatrix matrix) {
        return new InsufficientMemoryException("The spectrum of "
                + matrix.matrix().provenance().label() + " (" + matrix.rows() + "×" + matrix.columns()
                + ") did not fit into memory; close other work or raise -Xmx.");
    }
}
