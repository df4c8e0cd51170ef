package org.eigenscope.network.feature;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.layer.Signal.Need;
import org.eigenscope.network.model.NetworkPass;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.krylov.SymmetricOperator;

/**
 * Products of the Hessian, the Gauss–Newton or the empirical Fisher matrix of the mean loss with vectors, in double precision, without the
 * matrix: Pearlmutter's R-operator for the first, a tangent forward and an adjoint backward for the others (N. Schraudolph, Neural
 * Computation 14, 2002). A product with the Hessian costs about as much as two gradients where all samples go at once, three otherwise.
 */
public final class CurvatureProduct implements SymmetricOperator, AutoCloseable {
    /** Samples at once; more are taken in turn. */
    private static final int MOST_AT_ONCE = 1024;

    private final Evaluation at;
    private final FeatureKind kind;
    private final CancelToken cancel;
    private final NetworkPass pass;
    private final int[] rows;
    private final double[] part;
    private boolean prepared;

    /** @throws EigenscopeException if it does not fit into memory */
    public CurvatureProduct(Evaluation at, FeatureKind kind, CancelToken cancel) throws EigenscopeException {
        if (!kind.isCurvature()) {
            throw new IllegalArgumentException("kind = " + kind + " is no curvature of a loss");
        }
        this.at = at;
        this.kind = kind;
        this.cancel = cancel;
        int atOnce = Math.min(MOST_AT_ONCE, at.samples());
        pass = new NetworkPass(at.network(), atOnce, Arithmetic.of(Precision.FLOAT64), Need.TANGENTS);
        double[] parameters = at.parameters();
        pass.parameters().value().copyFrom(parameters, 0, parameters.length);
        rows = IntStream.range(0, at.samples()).toArray();
        part = new double[parameters.length];
    }

    @Override
    public int dimension() {
        return part.length;
    }

    /** The gradient of the mean loss. */
    public double[] gradient() throws EigenscopeException {
        double[] gradient = new double[part.length];
        for (int from = 0; from < rows.length; from += pass.capacity()) {
            cancel.throwIfCancelled();
            int count = Math.min(pass.capacity(), rows.length - from);
            prepared = false;
            values(from, count);
            pass.loss(at.loss(), at.data().targets(), rows, from, count);
            pass.backward(count);
            pass.parameters().adjoint().copyTo(0, part, part.length);
            add((double) count / rows.length, gradient);
        }
        return gradient;
    }

    @Override
    public void multiply(double[] x, double[] y) throws EigenscopeException {
        Arrays.fill(y, 0);
        pass.parameters().tangent().copyFrom(x, 0, x.length);
        for (int from = 0; from < rows.length; from += pass.capacity()) {
            cancel.throwIfCancelled();
            int count = Math.min(pass.capacity(), rows.length - from);
            prepare(from, count);
            pass.forwardTangent(count);
            switch (kind) {
                case HESSIAN -> hessian(count);
                case GGN -> {
                    pass.setAdjoints(pass.lossCurvature(at.loss(), count), count, 1.0 / count);
                    backward(count);
                }
                default -> fisher(from, count);
            }
            add((double) count / rows.length, y);
        }
    }

    /** What does not depend on the vector; once if all samples go at once. */
    private void prepare(int from, int count) {
        if (prepared) {
            return;
        }
        values(from, count);
        if (kind == FeatureKind.HESSIAN) {
            pass.loss(at.loss(), at.data().targets(), rows, from, count);
            pass.backward(count);
        }
        prepared = count == rows.length;
    }

    private void values(int from, int count) {
        for (int i = 0; i < count; i++) {
            at.data()
                    .samples()
                    .copy(
                            from + i,
                            pass.signal(0).value(),
                            i * at.data().shape().size());
        }
        pass.forward(count);
    }

    private void hessian(int count) {
        pass.setAdjointTangents(pass.lossCurvature(at.loss(), count), count, 1.0 / count);
        pass.backwardTangent(count);
        pass.parameters().adjointTangent().copyTo(0, part, part.length);
    }

    private void backward(int count) {
        pass.backward(count);
        pass.parameters().adjoint().copyTo(0, part, part.length);
    }

    /** Gᵀ(G v)/N: the derivative of each sample's loss along v weighs its gradient. */
    private void fisher(int from, int count) {
        double[] delta = pass.lossAdjoints(at.loss(), at.data().targets(), rows, from, count);
        double[] tangents = pass.outputTangents();
        int outputs = at.network().outputs();
        for (int i = 0; i < count; i++) {
            double slope = 0;
            for (int c = i * outputs; c < (i + 1) * outputs; c++) {
                slope += delta[c] * tangents[c];
            }
            for (int c = i * outputs; c < (i + 1) * outputs; c++) {
                delta[c] *= slope;
            }
        }
        pass.setAdjoints(delta, count, 1.0 / count);
        backward(count);
    }

    private void add(double weight, double[] target) {
        for (int i = 0; i < part.length; i++) {
            target[i] += weight * part[i];
        }
    }

    @Override
    public void close() {
        pass.close();
    }
}
