package org.eigenscope.spectrum.krylov;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.matrix.SparseMatrix;
import org.eigenscope.spectrum.GaussQuadrature;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.Spectrum.Source;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.dense.DenseKernel;
import org.eigenscope.spectrum.engine.Job;
import org.eigenscope.spectrum.engine.ResolvedInterpretation;
import org.eigenscope.spectrum.engine.RowSummary;

/**
 * Stochastic Lanczos quadrature: random vectors, a Krylov chain from each, and from each chain a quadrature rule. The matrix is
 * read a block of rows at a time, once a step for all vectors (twice when wide), and never held.
 *
 * <p>Memory: n·(steps + 1) doubles a vector, n the smaller side, and for a matrix that is not symmetric the larger side once
 * more; when that does not fit for all vectors, they go in several batches, each with walks of its own. Time: 4·m·n operations
 * a vector and step, 2·m·n when symmetric, and 8·n·steps² a vector to keep the chain orthogonal.
 */
public final class LanczosQuadrature {
    /** The size of a vector's and a rule's objects, in doubles, besides their numbers. */
    private static final int DOUBLES_BESIDE = 16;

    /** The most doubles that the bases take, 1 GiB; if they need more, the vectors are processed in batches. */
    private static final long MOST_DOUBLES = (1L << 30) / Double.BYTES;

    private final RowBlocks matrix;
    private final SpectrumOptions options;
    private final DenseKernel kernel;
    private final Job job;

    /** @param matrix a real matrix, or the {@link RowBlocks#realForm real form} of a complex one */
    public LanczosQuadrature(RowBlocks matrix, SpectrumOptions options, DenseKernel kernel, Job job) {
        this.matrix = matrix;
        this.options = options;
        this.kernel = kernel;
        this.job = job;
    }

    /** The spectrum, as representatives of its estimated density and that density itself. */
    public Spectrum estimate() throws EigenscopeException {
        job.checkpoint("Looking at the entries", 0);
        RowSummary summary = matrix instanceof SparseMatrix sparse
                ? RowSummary.of(sparse)
                : RowSummary.of(matrix, StreamedRows.rowsAtATime(matrix), job);
        Source source = source(summary.isSymmetric());
        List<GaussQuadrature> rules;
        if (matrix instanceof SparseMatrix sparse) {
            rules = rules(chains -> new SparseProducts(sparse, summary.exponent(), source, chains, job), source);
            return new QuadratureAssembly(matrix, source, summary, options).assemble(rules, "sparse");
        }
        try (StreamedRows rows = new StreamedRows(matrix, summary.exponent(), kernel, job)) {
            rules = rules(
                    chains -> !source.isSquared()
                            ? new SymmetricProducts(kernel, rows)
                            : new BidiagonalProducts(kernel, rows, chains),
                    source);
        }
        return new QuadratureAssembly(matrix, source, summary, options).assemble(rules, kernel.name());
    }

    private Source source(boolean isSymmetric) throws EigenscopeException {
        Source source = switch (options.interpretation()) {
            case AUTO -> isSymmetric ? Source.SYMMETRIC : Source.GRAM;
            case WEIGHTS -> Source.GRAM;
            case FEATURES -> Source.FEATURES;
            case GRAM -> {
                ResolvedInterpretation.requireSymmetric(matrix, isSymmetric);
                yield Source.SYMMETRIC;
            }
        };
        return matrix.copies() == 1 ? source : source.ofComplex();
    }

    /** Makes the products for so many chains. */
    @FunctionalInterface
    private interface ProductsOf {
        KrylovProducts chains(int count) throws InsufficientMemoryException;
    }

    private List<GaussQuadrature> rules(ProductsOf products, Source source) throws EigenscopeException {
        int n = Math.min(matrix.rows(), matrix.columns());
        int steps = Math.min(options.quadrature().steps(), n);
        requireRoomForProbes(n, steps);
        List<double[]> starts = starts(n);
        int batch = batchSize(n, steps, source);
        List<GaussQuadrature> rules = new ArrayList<>();
        for (int from = 0; from < starts.size(); from += batch) {
            List<double[]> some = starts.subList(from, Math.min(starts.size(), from + batch));
            rules.addAll(run(products, some, steps, (double) from / starts.size()));
        }
        return rules;
    }

    private List<GaussQuadrature> run(ProductsOf of, List<double[]> starts, int steps, double done)
            throws EigenscopeException {
        double share = (double) starts.size() / options.quadrature().probes();
        try (KrylovProducts products = of.chains(starts.size());
                KrylovChains chains = new KrylovChains(kernel, products, starts, steps, matrix.provenance())) {
            for (int step = 0; step < steps; step++) {
                job.checkpoint("Lanczos quadrature", done + share * step / steps);
                chains.advance(step);
            }
            return chains.quadratures();
        }
    }

    /** The vectors and the rules are held until the last batch is done. */
    private void requireRoomForProbes(int n, int steps) throws InsufficientMemoryException {
        int probes = options.quadrature().probes();
        long each = (long) n + 2L * steps + DOUBLES_BESIDE;
        double bytes = (double) probes * each * Double.BYTES;
        if (bytes > Runtime.getRuntime().maxMemory()) {
            throw new InsufficientMemoryException(String.format(
                    Locale.ROOT,
                    "%d random vectors of %d steps on %s need %.3g MiB; ask for fewer, or raise the Java heap (-Xmx).",
                    probes,
                    steps,
                    matrix.provenance().label(),
                    bytes / (1 << 20)));
        }
    }

    /** The start vectors, which do not depend on the batches. */
    private List<double[]> starts(int n) {
        SplittableRandom random = new SplittableRandom(options.quadrature().seed());
        List<double[]> starts = new ArrayList<>();
        for (int probe = 0; probe < options.quadrature().probes(); probe++) {
            starts.add(options.quadrature().vectors().unit(n, random.split()));
        }
        return starts;
    }

    private int batchSize(int n, int steps, Source source) throws InsufficientMemoryException {
        long each = KrylovChains.doublesPerChain(n, steps)
                + (!source.isSquared() ? 0 : Math.max(matrix.rows(), matrix.columns()));
        // half of the free memory, because other parts of the program need some too
        long available = Math.min(MOST_DOUBLES, kernel.available() / 2);
        long fitting = Math.max(each <= kernel.available() ? 1 : 0, available / each);
        if (fitting == 0) {
            throw new InsufficientMemoryException("One Lanczos chain of " + steps + " steps on "
                    + matrix.provenance().label() + " needs " + (each * Double.BYTES >> 20)
                    + " MiB; ask for fewer steps or close other work.");
        }
        return (int) Math.min(options.quadrature().probes(), fitting);
    }
}
