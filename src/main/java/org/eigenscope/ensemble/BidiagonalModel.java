package org.eigenscope.ensemble;

import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.spectrum.bidiagonal.BidiagonalEigenvalues;

/**
 * The bidiagonal matrix L whose L·Lᵀ has the N-point HTMP ensemble of mean 1 as its eigenvalues, over κ/γ: L_ii² ~ χ²(κ/γ −
 * κ(i−1)/N), L_{i+1,i}² ~ χ²(κ(N−i)/N), all independent (I. Dumitriu and A. Edelman, J. Math. Phys. 43, 2002). Indices
 * of the methods start at 0.
 *
 * @param kappa κ, positive and finite
 * @param gamma γ in (0, 1]
 * @param size N, at least 1
 */
public record BidiagonalModel(double kappa, double gamma, int size) {
    public BidiagonalModel {
        if (!(kappa > 0 && kappa <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("kappa = " + kappa + " is not positive and finite");
        }
        if (!(gamma > 0 && gamma <= 1) || Double.isInfinite(kappa / gamma)) {
            throw new IllegalArgumentException("gamma = " + gamma + " is outside (0, 1] or makes kappa/gamma infinite");
        }
        if (size < 1) {
            throw new IllegalArgumentException("size = " + size + " is not positive");
        }
    }

    /** Degrees of freedom of the i-th squared diagonal entry. */
    public double diagonalFreedom(int i) {
        // written so that it stays positive at γ = 1 and the last i
        return kappa * ((1 / gamma - 1) + (double) (size - i) / size);
    }

    /** Degrees of freedom of the squared entry below it. */
    public double subdiagonalFreedom(int i) {
        return kappa * (size - 1 - i) / size;
    }

    /**
     * The eigenvalues of L·Lᵀ over κ/γ, ascending; those below 2^−1022 cannot be computed and are returned as 2^−1022.
     *
     * @throws NoConvergenceException if the eigenvalue iteration fails, which is not known to happen
     */
    public double[] eigenvalues(double[] squaredDiagonal, double[] squaredSubdiagonal) throws NoConvergenceException {
        double[] eigenvalues = BidiagonalEigenvalues.of(squaredDiagonal, squaredSubdiagonal);
        for (int i = 0; i < size; i++) {
            eigenvalues[i] = Math.max(eigenvalues[i] / (kappa / gamma), Double.MIN_NORMAL);
        }
        return eigenvalues;
    }
}
