package org.eigenscope.spectrum.solve;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.LowRankProduct;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectralDensityEstimate;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.Spectrum.Source;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.dense.DenseKernel;
import org.eigenscope.spectrum.dense.OpenBlasLibrary;
import org.eigenscope.spectrum.engine.EntryStatistics;
import org.eigenscope.spectrum.engine.Job;
import org.eigenscope.spectrum.engine.MatrixFacts;
import org.eigenscope.spectrum.engine.MemoryBudget;
import org.eigenscope.spectrum.engine.ResolvedInterpretation;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.eigenscope.spectrum.engine.SpectrumSolver.Solution;
import org.eigenscope.spectrum.engine.ZeroTolerance;
import org.eigenscope.spectrum.krylov.LanczosQuadrature;

/**
 * Turns a matrix into its spectrum.
 *
 * <p>A rectangular or merely square m×n matrix W gives the N = min(m, n) squared singular values λ = σ²; a square one
 * that is symmetric, exactly or to the rounding of its stored type, gives its own eigenvalues, negative ones included; the
 * options' interpretation overrules that. Slices that are pooled always give squared singular values.
 *
 * <p>A complex W = A + iB goes through its {@link Matrix#realForm real form} of 2m×2n, whose singular values are those of W, each
 * twice, and which is symmetric exactly if W is Hermitian; the means of each two neighbours are taken, so that errors stay those of
 * the real solvers. That costs four times the memory of a real matrix of the same shape and eight times the work.
 *
 * <p>Zeros: a singular value σ ≤ σmax·√max(m, n)·ε counts as zero, ε being the spacing of the stored type. For λ = σ²
 * this is λ ≤ λmax·max(m, n)·ε²; for a symmetric input, where σ = |λ|, it is |λ| ≤ |λ|max·√N·ε. For entries stored in half
 * precision see {@link ZeroTolerance}.
 *
 * <p>Normalisations of a symmetric input: {@code mp} divides by N; {@code unit-variance} by √(N·var), because its
 * eigenvalues grow with the entries and not with their squares (Wigner's semicircle then ends at 2).
 *
 * <p>Accuracy, u = 2^−52, stated with every spectrum as a bound on the relative error of its smallest positive λ
 * ({@link Spectrum.Details#relativeAccuracy}): singular values taken directly (openblas svd, ejml svd) 4·u·√N·√(λmax/λ);
 * by way of the Gram matrix (openblas gram, taken by itself only where this stays below 10⁻⁴ for stored single precision
 * or coarser, 10⁻⁹ otherwise) 2·u·√N·λmax/λ; a symmetric input 2·u·√N·|λ|max/λ; complete Lanczos 4·u·N·√(λmax/λ), or
 * 2·u·N·|λ|max/λ when symmetric. Immutable, safe for many threads.
 */
public final class SpectrumCalculator {
    /**
     * Loads the native library that a matrix of this shape will be decomposed by, which takes as long as to read some hundred
     * megabytes: for another thread, while the matrix is read. Nothing happens where none is needed or the shape is unknown (0).
     */
    public static void prepare(long rows, long columns, SpectrumOptions options) {
        boolean dense = options.solver().equals(SolverChoice.AUTO)
                && !AutomaticSolver.isSmall(rows * columns, Math.min(rows, columns));
        if (dense || options.solver().equals(SolverChoice.OPENBLAS)) {
            OpenBlasLibrary.failure();
        }
    }

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
        if (options.solver().equals(SolverChoice.SLQ)) {
            return estimate(RowBlocks.of(matrix), options, progress, cancel);
        }
        // check the entries first, because NaN would look like asymmetry
        double largest = EntryStatistics.largestAbsolute(List.of(matrix));
        requireRoomForRealForm(matrix);
        Source source = ResolvedInterpretation.of(matrix, options.interpretation());
        return compute(List.of(matrix), source, ScaledMatrix.exponentFor(largest), options, new Job(progress, cancel));
    }

    /**
     * Estimates the spectrum of a matrix that is never held ({@link SpectralDensityEstimate}), whatever solver the options
     * name.
     *
     * @param cancel polled between blocks of rows
     * @throws EigenscopeException as {@link #compute}
     */
    public Spectrum estimate(RowBlocks matrix, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return new LanczosQuadrature(matrix.realForm(), options, DenseKernel.best(), new Job(progress, cancel))
                .estimate();
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
        if (options.solver().equals(SolverChoice.SLQ)) {
            throw new BadInputException(matrices.get(0).provenance().label()
                    + " is to be pooled from its slices, which the solver slq cannot; flatten it to one matrix.");
        }
        Source real = options.interpretation() == Interpretation.FEATURES ? Source.FEATURES : Source.GRAM;
        Source source = matrices.get(0).isComplex() ? real.ofComplex() : real;
        requireRoomForRealForm(matrices.get(0));
        int exponent = ScaledMatrix.exponentFor(EntryStatistics.largestAbsolute(matrices));
        return compute(matrices, source, exponent, options, new Job(progress, cancel));
    }

    /**
     * Computes the spectrum of a product of thin factors without forming it: at most r of the N = min(m, n) squared singular
     * values are not zero.
     *
     * @throws EigenscopeException as {@link #compute}
     */
    public Spectrum computeProduct(
            LowRankProduct product, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        if (options.interpretation() == Interpretation.GRAM) {
            throw new BadInputException(product.provenance().label()
                    + " is a product of an adapter's factors, so it is no Gram matrix; take it as weights.");
        }
        EntryStatistics.largestAbsolute(List.of(product.left()));
        EntryStatistics.largestAbsolute(List.of(product.right()));
        Matrix core = product.core();
        int exponent = ScaledMatrix.exponentFor(EntryStatistics.largestAbsolute(List.of(core)));
        SolverChoice choice = options.solver().equals(SolverChoice.SLQ) ? SolverChoice.AUTO : options.solver();
        Solution solution = Solvers.of(choice, OpenBlasLibrary::failure)
                .squaredSingularValues(new ScaledMatrix(core, exponent), progress, cancel);
        Source source = options.interpretation() == Interpretation.FEATURES ? Source.FEATURES : Source.GRAM;
        return new Assembly(MatrixFacts.of(product, core, exponent), source, exponent)
                .assemble(solution, options.normalization());
    }

    private static Spectrum compute(
            List<Matrix> matrices, Source source, int exponent, SpectrumOptions options, Job job)
            throws EigenscopeException {
        job.cancel().throwIfCancelled();
        SpectrumSolver solver = Solvers.of(options.solver(), OpenBlasLibrary::failure);
        List<Solution> parts = new ArrayList<>();
        for (Matrix matrix : matrices) {
            ScaledMatrix scaled = new ScaledMatrix(matrix.realForm(), exponent);
            Solution solution = source.isSquared()
                    ? solver.squaredSingularValues(scaled, job.progress(), job.cancel())
                    : solver.symmetricEigenvalues(scaled, job.progress(), job.cancel());
            parts.add(matrix.isComplex() ? solution.halved() : solution);
            job.checkpoint("Computing eigenvalues", (double) parts.size() / matrices.size());
        }
        return new Assembly(MatrixFacts.of(matrices, exponent), source, exponent)
                .assemble(Solution.pooled(parts), options.normalization());
    }

    /** Four doubles an entry, twice while one is looked at for symmetry and another is made for the solver. */
    private static void requireRoomForRealForm(Matrix matrix) throws EigenscopeException {
        if (matrix.isComplex()) {
            long entries = 4L * matrix.rows() * matrix.columns();
            if (entries > Integer.MAX_VALUE - 8L) {
                throw new InsufficientMemoryException("The spectrum of "
                        + matrix.provenance().label() + " (" + matrix.rows() + "×" + matrix.columns()
                        + ", complex) needs its real form, of more than 2³¹ entries; use the solver slq.");
            }
            MemoryBudget.requireHeap(2 * Double.BYTES * entries, matrix);
        }
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
