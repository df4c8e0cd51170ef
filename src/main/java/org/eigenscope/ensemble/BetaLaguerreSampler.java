package org.eigenscope.ensemble;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * Exact draws of the N eigenvalues of the β-Laguerre ensemble with Dyson index κ/N, whose density of states tends to
 * HTMP(γ, κ) as N → ∞.
 *
 * <p>The bidiagonal model of I. Dumitriu and A. Edelman (J. Math. Phys. 43, 2002): T = L·Lᵀ with L_ii² ~ χ²(κ/γ −
 * κ(i−1)/N) and L_{i+1,i}² ~ χ²(κ(N−i)/N), eigenvalues of T over κ/γ. E[Σx_i]/N = 1 for every N. Time O(N²), memory
 * O(N).
 *
 * <p>Every eigenvalue is relatively accurate to about N·2^−52, however small. Below 2^−1022 this is impossible: such
 * draws are returned as 2^−1022, so that they stay positive. Near γ = 1 they are not rare, because the law has mass of
 * order 1/|ln x| below x there. An inverse draw beyond the largest double is returned as the largest double.
 *
 * <p>Immutable; safe for many threads if each uses its own generator.
 */
public final class BetaLaguerreSampler {
    /** The form of λ for a draw X of mean 1. */
    private enum Form {
        DIRECT,
        INVERSE
    }

    private final BidiagonalModel model;
    private final Form form;
    private final double scale;
    private final double tau;

    private BetaLaguerreSampler(BidiagonalModel model, Form form, double scale, double tau) {
        this.model = model;
        this.form = form;
        this.scale = requireScale(scale);
        this.tau = requireTau(tau);
    }

    /**
     * The ensemble of mean 1.
     *
     * @param kappa κ, positive and finite
     * @param gamma γ in (0, 1]
     * @param size N, at least 1
     * @throws IllegalArgumentException outside these, or if κ/γ is not finite
     */
    public static BetaLaguerreSampler of(double kappa, double gamma, int size) {
        return new BetaLaguerreSampler(new BidiagonalModel(kappa, gamma, size), Form.DIRECT, 1, 0);
    }

    /**
     * The ensemble of λ = τ + s·X.
     *
     * @param scale s, positive and finite
     * @param tau τ, not negative, finite
     * @throws IllegalArgumentException outside these
     */
    public BetaLaguerreSampler direct(double scale, double tau) {
        return new BetaLaguerreSampler(model, Form.DIRECT, scale, tau);
    }

    /**
     * The ensemble of λ = τ + s/X.
     *
     * @param scale s, positive and finite
     * @param tau τ, not negative, finite
     * @throws IllegalArgumentException outside these
     */
    public BetaLaguerreSampler inverse(double scale, double tau) {
        return new BetaLaguerreSampler(model, Form.INVERSE, scale, tau);
    }

    /**
     * The ensemble of a law: HTMP and inverse HTMP with their κ; MP and inverse MP, their κ → ∞ limits, with κ = N,
     * which is the real Wishart ensemble.
     *
     * @param parameters the law's own; scale defaults to 1 and τ to 0
     * @param size N, at least 1
     * @throws IllegalArgumentException if the family has no such ensemble or a parameter is missing
     */
    public static BetaLaguerreSampler of(LawFamily family, ParameterSet parameters, int size) {
        double scale = parameters.getOrDefault(Parameter.SCALE, 1);
        double tau = parameters.getOrDefault(Parameter.TAU, 0);
        double gamma = parameters.getOrDefault(Parameter.GAMMA, Double.NaN);
        double kappa = switch (family.role()) {
            case HTMP -> parameters.get(Parameter.KAPPA);
            case INFINITE_KAPPA -> size;
            default -> throw new IllegalArgumentException("family = " + family + " has no finite-size ensemble");
        };
        BetaLaguerreSampler ensemble = of(kappa, gamma, size);
        return family.orientation().orElseThrow() == Orientation.DIRECT
                ? ensemble.direct(scale, tau)
                : ensemble.inverse(scale, tau);
    }

    private static double requireScale(double scale) {
        if (!(scale > 0 && scale <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("scale = " + scale + " is not positive and finite");
        }
        return scale;
    }

    private static double requireTau(double tau) {
        if (!(tau >= 0 && tau <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("tau = " + tau + " is negative or not finite");
        }
        return tau;
    }

    /** The number N of eigenvalues in a draw. */
    public int size() {
        return model.size();
    }

    /**
     * One draw of all N eigenvalues, ascending. The same generator state gives the same draw.
     *
     * @throws NoConvergenceException if the eigenvalue iteration fails, which is not known to happen
     */
    public double[] sample(RandomGenerator random) throws NoConvergenceException {
        Objects.requireNonNull(random, "random");
        int size = model.size();
        double[] squaredDiagonal = new double[size];
        double[] squaredSubdiagonal = new double[size - 1];
        for (int i = 0; i < size; i++) {
            squaredDiagonal[i] = ChiSquared.sample(model.diagonalFreedom(i), random);
            if (i < size - 1) {
                squaredSubdiagonal[i] = ChiSquared.sample(model.subdiagonalFreedom(i), random);
            }
        }
        double[] eigenvalues = model.eigenvalues(squaredDiagonal, squaredSubdiagonal);
        for (int i = 0; i < size; i++) {
            eigenvalues[i] = transform(eigenvalues[i]);
        }
        Arrays.sort(eigenvalues);
        return eigenvalues;
    }

    private double transform(double x) {
        double lambda = tau + (form == Form.DIRECT ? scale * x : scale / x);
        return Math.min(lambda, Double.MAX_VALUE);
    }
}
