package org.eigenscope.spectrum.krylov;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.spectrum.GaussQuadrature;
import org.eigenscope.spectrum.dense.Block;
import org.eigenscope.spectrum.dense.DenseKernel;
import org.eigenscope.spectrum.dense.Doubles;

/**
 * Krylov chains from several start vectors. They advance together and share each pass over the matrix. Each new vector
 * is orthogonalised twice against its whole chain.
 */
final class KrylovChains implements AutoCloseable {
    private final DenseKernel kernel;
    private final KrylovProducts products;
    private final int steps;
    private final int length;
    private final Doubles bases;
    private final Doubles candidates;
    private final Doubles projections;
    private final List<Chain> chains = new ArrayList<>();
    private double scale;

    /** The matrix in the basis of one chain, and the number of steps made. */
    private static final class Chain {
        private final double[] diagonal;
        private final double[] offDiagonal;
        private int size;
        private boolean ended;

        Chain(int steps) {
            diagonal = new double[steps];
            offDiagonal = new double[steps];
        }
    }

    /** Chains with room for a number of steps each. */
    KrylovChains(DenseKernel kernel, KrylovProducts products, List<double[]> starts, int steps, Provenance of)
            throws InsufficientMemoryException {
        this.kernel = kernel;
        this.products = products;
        this.steps = steps;
        this.length = products.dimension();
        this.bases = kernel.allocate((long) starts.size() * steps * length, of);
        this.candidates = kernel.allocate((long) starts.size() * length, of);
        this.projections = kernel.allocate(steps, of);
        for (int chain = 0; chain < starts.size(); chain++) {
            chains.add(new Chain(steps));
            bases.put(at(chain, 0), starts.get(chain), length);
        }
    }

    /** The number of doubles that each chain needs. */
    static long doublesPerChain(int length, int steps) {
        return (long) length * (steps + 1);
    }

    /** The first entry of a chain's vector. */
    private long at(int chain, int step) {
        return ((long) chain * steps + step) * length;
    }

    /** Goes one step with every chain that has not ended. */
    void advance(int step) throws EigenscopeException {
        Block last = Block.of(bases, (long) step * length, chains.size(), length, steps * length);
        Block next = Block.dense(candidates, 0, chains.size(), length);
        double[] couplings = chains.stream()
                .mapToDouble(chain -> step == 0 || chain.ended ? 0 : chain.offDiagonal[step - 1])
                .toArray();
        double[] diagonal = products.step(last, couplings, next);
        for (int i = 0; i < chains.size(); i++) {
            if (!chains.get(i).ended) {
                extend(i, step, diagonal[i]);
            }
        }
    }

    private void extend(int index, int step, double given) {
        Chain chain = chains.get(index);
        double projection = orthogonalize(index, step);
        double diagonal = products.isBidiagonal() ? given : projection;
        scale = Math.max(scale, Math.abs(diagonal));
        chain.diagonal[step] = KrylovBasis.isNegligible(Math.abs(diagonal), scale) ? 0 : diagonal;
        chain.size = step + 1;
        double[] candidate = new double[length];
        candidates.get((long) index * length, candidate, length);
        double rest = KrylovBasis.norm(candidate);
        scale = Math.max(scale, rest);
        boolean dead = products.isBidiagonal() && chain.diagonal[step] == 0;
        if (dead || KrylovBasis.isNegligible(rest, scale)) {
            // the chain spans an invariant space: its quadrature is exact
            chain.ended = true;
            return;
        }
        chain.offDiagonal[step] = rest;
        if (step + 1 < steps) {
            KrylovBasis.multiply(candidate, 1 / rest);
            bases.put(at(index, step + 1), candidate, length);
        }
    }

    /** Twice is enough (L. Giraud and others, 2005); returns the projection on the last vector. */
    private double orthogonalize(int index, int step) {
        Block basis = Block.dense(bases, at(index, 0), step + 1, length);
        Block candidate = Block.vector(candidates, (long) index * length, length);
        Block along = Block.vector(projections, 0, step + 1);
        double[] last = new double[1];
        double sum = 0;
        for (int pass = 0; pass < 2; pass++) {
            kernel.multiply(1, basis, candidate, 0, along);
            kernel.multiply(-1, basis.transposed(), along, 1, candidate);
            projections.get(step, last, 1);
            sum += last[0];
        }
        return sum;
    }

    /** The quadrature rules of the chains after the steps made so far. */
    List<GaussQuadrature> quadratures() throws EigenscopeException {
        List<GaussQuadrature> found = new ArrayList<>();
        for (Chain chain : chains) {
            found.add(
                    products.isBidiagonal()
                            ? GaussQuadrature.ofBidiagonal(chain.diagonal, chain.offDiagonal, chain.size)
                            : GaussQuadrature.ofTridiagonal(chain.diagonal, chain.offDiagonal, chain.size));
        }
        return found;
    }

    @Override
    public void close() {
        bases.close();
        candidates.close();
        projections.close();
    }
}
