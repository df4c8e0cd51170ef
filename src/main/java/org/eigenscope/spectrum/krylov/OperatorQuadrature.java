package org.eigenscope.spectrum.krylov;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.spectrum.GaussQuadrature;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.SpectralDensityEstimate;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.dense.Block;
import org.eigenscope.spectrum.dense.DenseKernel;
import org.eigenscope.spectrum.engine.Job;

/**
 * Stochastic Lanczos quadrature of a matrix that is known by its products with vectors alone, with the same random vectors and rules as
 * {@link LanczosQuadrature}. Memory: N·(steps + 1) doubles; time: probes·steps products.
 */
public final class OperatorQuadrature {
    /** The rounding error of a chain, in units of 2^−52·σmax for each step; smaller values count as zero. */
    private static final double UNITS_PER_STEP = 4;

    private final SymmetricOperator operator;
    private final Provenance provenance;
    private final QuadratureSettings settings;
    private final DenseKernel kernel;

    /** @param provenance what the matrix is called */
    public OperatorQuadrature(
            SymmetricOperator operator, Provenance provenance, QuadratureSettings settings, DenseKernel kernel) {
        this.operator = operator;
        this.provenance = provenance;
        this.settings = settings;
        this.kernel = kernel;
    }

    /**
     * The spectrum, as representatives of its estimated density and that density itself, in the matrix's own units.
     *
     * @throws BadInputException if a product is not finite
     */
    public Spectrum estimate(Job job) throws EigenscopeException {
        int n = operator.dimension();
        int steps = Math.min(settings.steps(), n);
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<GaussQuadrature> rules = new ArrayList<>();
        for (int probe = 0; probe < settings.probes(); probe++) {
            double[] start = settings.vectors().unit(n, random.split());
            try (Products products = new Products();
                    KrylovChains chain = new KrylovChains(kernel, products, List.of(start), steps, provenance)) {
                for (int step = 0; step < steps; step++) {
                    job.checkpoint("Lanczos quadrature", (probe + (double) step / steps) / settings.probes());
                    chain.advance(step);
                }
                rules.addAll(chain.quadratures());
            }
        }
        return assemble(n, rules);
    }

    private Spectrum assemble(int n, List<GaussQuadrature> rules) {
        double largest = 0;
        int steps = 0;
        for (GaussQuadrature rule : rules) {
            steps = Math.max(steps, rule.size());
            largest = Math.max(largest, Math.max(Math.abs(rule.node(0)), Math.abs(rule.node(rule.size() - 1))));
        }
        double tolerance = largest * Math.max(UNITS_PER_STEP * settings.steps(), n) * 0x1p-52;
        String method = kernel.name() + " slq, " + rules.size() + " "
                + settings.vectors().id() + " probes of " + steps + " steps, seed " + settings.seed();
        return Spectrum.ofEstimate(
                new SpectralDensityEstimate(n, n, tolerance, rules, settings),
                new Spectrum.Details(
                        n, n, Spectrum.Source.SYMMETRIC, Normalization.RAW, tolerance, method, OptionalDouble.empty()));
    }

    private final class Products implements KrylovProducts {
        private final double[] x = new double[operator.dimension()];
        private final double[] y = new double[operator.dimension()];

        @Override
        public int dimension() {
            return x.length;
        }

        @Override
        public boolean isBidiagonal() {
            return false;
        }

        @Override
        public double[] step(Block vectors, double[] couplings, Block next) throws EigenscopeException {
            for (int row = 0; row < couplings.length; row++) {
                vectors.getRow(row, x);
                operator.multiply(x, y);
                for (double entry : y) {
                    if (!Double.isFinite(entry)) {
                        throw new BadInputException("A product of " + provenance.label() + " is " + entry
                                + "; the network's parameters or inputs are too large.");
                    }
                }
                next.putRow(row, y);
            }
            return new double[couplings.length];
        }

        @Override
        public void close() {
            // it holds no memory outside the heap
        }
    }
}
