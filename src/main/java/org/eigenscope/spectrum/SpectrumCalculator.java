package org.eigenscope.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum.Source;

/**
 * Turns a matrix into its spectrum.
 *
 * <p>A rectangular or merely square m×n matrix W gives the N = min(m, n) squared singular values λ = σ²; a square one
 * that is symmetric, exactly or to the rounding of its stored type, gives its own eigenvalues, negative ones included.
 *
 * <p>Zeros: a singular value σ ≤ σmax·√max(m, n)·ε counts as zero, ε being the spacing of the stored type. For λ = σ²
 * this is λ ≤ λmax·max(m, n)·ε²; for a symmetric input, where σ = |λ|, it is |λ| ≤ |λ|max·√N·ε. For entries stored in half
 * precision see {@link ZeroTolerance}.
 *
 * <p>Normalisations of a symmetric input: {@code mp} divides by N; {@code unit-variance} by √(N·var), because its
 * eigenvalues grow with the entries and not with their squares (Wigner's semicircle then ends at 2).
 *
 * <p>Accuracy: the solvers leave an absolute error of a few 2^−52·σmax in σ; where OpenBLAS goes through the Gram
 * matrix instead, which it does only when that keeps the smallest positive λ right, of a few 2^−52·λmax in λ. Immutable,
 * safe for many threads.
 */
public final class SpectrumCalculator {
    /**
     * Computes the spectrum of one matrix.
     *
     * @param progress told of each stage
     * @param cancel polled between stages; a decomposition inside a library runs to its end
     * @throws org.eigenscope.error.BadInputException if an entry is NaN or infinite, or the eigenvalues do not fit a
     *     double or cannot be normalised as asked
     * @throws EigenscopeException if memory does not suffice, an iteration does not converge or the work was cancelled
     */
    public Spectrum compute(Matrix matrix, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return compute(
                List.of(matrix), Symmetry.holds(matrix) ? Source.SYMMETRIC : Source.GRAM, options, progress, cancel);
    }

    /**
     * Computes the pooled spectrum of equally shaped matrices, such as the slices of a convolution kernel: all their
     * squared singular values together, with one zero tolerance and one normalisation for all.
     *
     * @param matrices at least one, all of the same shape
     * @throws IllegalArgumentException if there is none or the shapes differ
     * @throws EigenscopeException as {@link #compute}
     */
    public Spectrum computePooled(
            List<Matrix> matrices, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        requireOneShape(matrices);
        return compute(matrices, Source.GRAM, options, progress, cancel);
    }

    private static Spectrum compute(
            List<Matrix> matrices,
            Source source,
            SpectrumOptions options,
            ProgressListener progress,
            CancelToken cancel)
            throws EigenscopeException {
        cancel.throwIfCancelled();
        int exponent = ScaledMatrix.exponentFor(EntryStatistics.largestAbsolute(matrices));
        SpectrumSolver solver = Solvers.of(options.solver(), OpenBlasLibrary::failure);
        List<double[]> parts = new ArrayList<>();
        String method = "";
        for (Matrix matrix : matrices) {
            ScaledMatrix scaled = new ScaledMatrix(matrix, exponent);
            SpectrumSolver.Solution solution = source == Source.SYMMETRIC
                    ? solver.symmetricEigenvalues(scaled, progress, cancel)
                    : solver.squaredSingularValues(scaled, progress, cancel);
            parts.add(solution.eigenvalues());
            method = solution.method();
            cancel.throwIfCancelled();
            progress.progress("Computing eigenvalues", (double) parts.size() / matrices.size());
        }
        return new Assembly(matrices, source, exponent, method).assemble(parts, options.normalization());
    }

    private static void requireOneShape(List<Matrix> matrices) {
        if (matrices.isEmpty()) {
            throw new IllegalArgumentException("matrices is empty");
        }
        Matrix first = matrices.get(0);
        for (Matrix matrix : matrices) {
            if (matrix.rows() != first.rows() || matrix.columns() != first.columns()) {
                throw new IllegalArgumentException("matrices of shapes " + first.rows() + "×" + first.columns()
                        + " and " + matrix.rows() + "×" + matrix.columns() + " cannot be pooled");
            }
        }
    }
}
