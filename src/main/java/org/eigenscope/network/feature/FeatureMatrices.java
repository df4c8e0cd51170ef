package org.eigenscope.network.feature;

import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.array.Slice;
import org.eigenscope.network.layer.Signal.Need;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.model.NetworkPass;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.dense.DenseKernel;
import org.eigenscope.spectrum.engine.Job;
import org.eigenscope.spectrum.krylov.OperatorQuadrature;

/**
 * The feature matrices of a network, exactly, or their spectra by stochastic Lanczos quadrature. All in double precision; entries agree with
 * PyTorch's autograd to about 1e-12 of the largest.
 */
public final class FeatureMatrices {
    /** The most parameters for which a matrix of all of them is made by default: a product with each basis vector, and P² doubles. */
    public static final int MOST_EXACT = 4000;

    private final Evaluation at;
    private final Provenance provenance;
    private final ProgressListener progress;
    private final CancelToken cancel;

    /** @param provenance what the matrices are called */
    public FeatureMatrices(Evaluation at, Provenance provenance, ProgressListener progress, CancelToken cancel) {
        this.at = at;
        this.provenance = provenance;
        this.progress = progress;
        this.cancel = cancel;
    }

    /**
     * The activations Φ of a layer, samples × width.
     *
     * @param layer counted from 0
     * @param centred whether the mean over the samples is taken off each column
     */
    public Matrix activations(int layer, boolean centred) throws EigenscopeException {
        Network network = at.network();
        int width = network.layers().get(layer).output().size();
        int n = at.samples();
        GradientGram.requireMatrix((long) n * width);
        double[] phi = new double[n * width];
        try (NetworkPass pass =
                new NetworkPass(network, Math.min(n, 256), Arithmetic.of(Precision.FLOAT64), Need.VALUES)) {
            double[] parameters = at.parameters();
            pass.parameters().value().copyFrom(parameters, 0, parameters.length);
            double[] row = new double[width];
            for (int from = 0; from < n; from += pass.capacity()) {
                cancel.throwIfCancelled();
                int count = Math.min(pass.capacity(), n - from);
                for (int i = 0; i < count; i++) {
                    at.data()
                            .samples()
                            .copy(
                                    from + i,
                                    pass.signal(0).value(),
                                    i * at.data().shape().size());
                }
                pass.forward(count);
                for (int i = 0; i < count; i++) {
                    pass.signal(layer + 1).value().copyTo(i * width, row, width);
                    System.arraycopy(row, 0, phi, (from + i) * width, width);
                }
            }
        }
        if (centred) {
            centre(phi, n, width);
        }
        return Matrix.ofRowMajor(phi, n, width, ElementType.F64, provenance);
    }

    private static void centre(double[] phi, int n, int width) {
        for (int column = 0; column < width; column++) {
            double mean = 0;
            for (int row = 0; row < n; row++) {
                mean += phi[row * width + column] / n;
            }
            for (int row = 0; row < n; row++) {
                phi[row * width + column] -= mean;
            }
        }
    }

    /** ΦΦᵀ of the activations of a layer, samples × samples. */
    public Matrix activationGram(int layer, boolean centred) throws EigenscopeException {
        Matrix phi = activations(layer, centred);
        int n = phi.rows();
        GradientGram.requireMatrix((long) n * n);
        Arithmetic arithmetic = Arithmetic.of(Precision.FLOAT64);
        double[] gram = new double[n * n];
        try (NumberArray rows = arithmetic.allocate(n * phi.columns());
                NumberArray product = arithmetic.allocate(n * n)) {
            rows.copyFrom(phi.valuesForReading(), 0, rows.length());
            Slice slice = Slice.of(rows, 0, n, phi.columns());
            product.multiply(slice, slice.transposed(), 0, Slice.of(product, 0, n, n));
            product.copyTo(0, gram, gram.length);
        }
        return square(GradientGram.symmetric(gram), n);
    }

    /** The empirical tangent kernel, summed over outputs or with outputs kept apart. */
    public Matrix tangentKernel(boolean pairs) throws EigenscopeException {
        try (GradientGram gram = new GradientGram(at)) {
            int n = pairs ? at.samples() * at.network().outputs() : at.samples();
            return square(pairs ? gram.pairs(progress, cancel) : gram.summed(progress, cancel), n);
        }
    }

    /**
     * The Hessian, Gauss–Newton or Fisher matrix, a product with each basis vector.
     *
     * @throws BadInputException if it has more rows than {@code mostExact}
     */
    public Matrix curvature(FeatureKind kind, int mostExact) throws EigenscopeException {
        int n = at.network().parameterCount();
        if (n > mostExact) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "The %s of %s has %,d rows, more than %,d; its spectrum can be estimated without the matrix.",
                    kind.label(),
                    at.network().id(),
                    n,
                    mostExact));
        }
        requireTargets(kind);
        GradientGram.requireMatrix((long) n * n);
        double[] matrix = new double[n * n];
        double[] basis = new double[n];
        double[] column = new double[n];
        try (CurvatureProduct product = new CurvatureProduct(at, kind, cancel)) {
            for (int i = 0; i < n; i++) {
                progress.progress(kind.label(), (double) i / n);
                basis[i] = 1;
                product.multiply(basis, column);
                basis[i] = 0;
                System.arraycopy(column, 0, matrix, i * n, n);
            }
        }
        return square(GradientGram.symmetric(matrix), n);
    }

    /** The spectrum of the Hessian, Gauss–Newton or Fisher matrix by stochastic Lanczos quadrature, with standard errors. */
    public Spectrum curvatureEstimate(FeatureKind kind, QuadratureSettings settings) throws EigenscopeException {
        requireTargets(kind);
        try (CurvatureProduct product = new CurvatureProduct(at, kind, cancel)) {
            return new OperatorQuadrature(product, provenance, settings, DenseKernel.best())
                    .estimate(new Job(progress, cancel));
        }
    }

    /** The Gauss-Newton matrix depends on outputs alone. */
    private void requireTargets(FeatureKind kind) throws BadInputException {
        if (kind != FeatureKind.GGN
                && at.loss() == Loss.CROSS_ENTROPY
                && !at.data().targets().hasLabels()) {
            throw new BadInputException("The cross-entropy needs classes; give labels, or take the loss squared.");
        }
    }

    private Matrix square(double[] values, int n) throws BadInputException {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new BadInputException("The matrix of " + provenance.label() + " holds " + value
                        + ": the network's parameters are not finite, or too large.");
            }
        }
        return Matrix.ofRowMajor(values, n, n, ElementType.F64, provenance);
    }
}
