package org.eigenscope.spectrum;

import java.util.stream.IntStream;
import org.eigenscope.error.NoConvergenceException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The quadrature rule that a Krylov chain from one random vector gives: ∫f dμ ≈ Σ weight·f(node) with μ the spectral
 * measure of the vector, exact for polynomials up to degree 2k − 1 (G. Golub and G. Meurant, Matrices, Moments and
 * Quadrature, 2010, chapter 6). The nodes are Ritz values; the residual of one bounds its distance to an eigenvalue.
 */
public final class GaussQuadrature {
    private final double[] nodes;
    private final double[] weights;
    private final double[] residuals;

    private GaussQuadrature(double[] nodes, double[] weights, double[] residuals) {
        this.nodes = nodes;
        this.weights = weights;
        this.residuals = residuals;
    }

    /** The rule of a symmetric tridiagonal T: its nodes are the eigenvalues of T. */
    public static GaussQuadrature ofTridiagonal(double[] diagonal, double[] offDiagonal, int size)
            throws NoConvergenceException {
        DMatrixRMaj t = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            t.set(i, i, diagonal[i]);
            if (i + 1 < size) {
                t.set(i, i + 1, offDiagonal[i]);
                t.set(i + 1, i, offDiagonal[i]);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eig = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eig.decompose(t)) {
            throw noConvergence();
        }
        double[][] ends = new double[size][];
        double[] nodes = new double[size];
        for (int i = 0; i < size; i++) {
            nodes[i] = eig.getEigenvalue(i).getReal();
            DMatrixRMaj vector = eig.getEigenVector(i);
            ends[i] = new double[] {vector.get(0), vector.get(size - 1)};
        }
        return sorted(nodes, ends, offDiagonal[size - 1]);
    }

    /** The rule of BᵀB with B upper bidiagonal: its nodes are the squared singular values of B. */
    public static GaussQuadrature ofBidiagonal(double[] diagonal, double[] superdiagonal, int size)
            throws NoConvergenceException {
        DMatrixRMaj b = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            b.set(i, i, diagonal[i]);
            if (i + 1 < size) {
                b.set(i, i + 1, superdiagonal[i]);
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(size, size, false, true, true);
        if (!svd.decompose(b)) {
            throw noConvergence();
        }
        DMatrixRMaj right = svd.getV(null, true);
        double[][] ends = new double[size][];
        double[] nodes = new double[size];
        for (int i = 0; i < size; i++) {
            nodes[i] = svd.getSingularValues()[i] * svd.getSingularValues()[i];
            ends[i] = new double[] {right.get(i, 0), right.get(i, size - 1)};
        }
        return sorted(nodes, ends, diagonal[size - 1] * superdiagonal[size - 1]);
    }

    /**
     * The residual of a Ritz value is the coupling to the next chain vector times the last entry of the Ritz vector.
     */
    private static GaussQuadrature sorted(double[] nodes, double[][] ends, double coupling) {
        int[] order = IntStream.range(0, nodes.length)
                .boxed()
                .sorted((i, j) -> Double.compare(nodes[i], nodes[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[nodes.length];
        double[] weights = new double[nodes.length];
        double[] residuals = new double[nodes.length];
        for (int i = 0; i < order.length; i++) {
            values[i] = nodes[order[i]];
            weights[i] = ends[order[i]][0] * ends[order[i]][0];
            residuals[i] = Math.abs(coupling * ends[order[i]][1]);
        }
        return new GaussQuadrature(values, weights, residuals);
    }

    private static NoConvergenceException noConvergence() {
        return new NoConvergenceException(
                "The quadrature's small eigenvalue problem did not converge; try another seed or fewer steps.");
    }

    /** This quadrature with its nodes in other units. */
    public GaussQuadrature scaled(double factor, int exponent) {
        double[] values = nodes.clone();
        double[] errors = residuals.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i] * factor, exponent);
            errors[i] = Math.scalb(errors[i] * factor, exponent);
        }
        return new GaussQuadrature(values, weights, errors);
    }

    /** How many nodes the rule has. */
    public int size() {
        return nodes.length;
    }

    /** The node with an index, counted from 0 in ascending order, in the units of the eigenvalues. */
    public double node(int index) {
        return nodes[index];
    }

    /** The weight of the node with an index, counted from 0. */
    public double weight(int index) {
        return weights[index];
    }

    double residual(int index) {
        return residuals[index];
    }
}
