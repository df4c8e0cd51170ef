package org.eigenscope.ensemble.gas;

import org.eigenscope.ensemble.BidiagonalModel;

/**
 * The joint density of the N-point HTMP ensemble of mean 1, ∏ x_i^(δ − 1 + κ/(2N)) e^(−c·x_i) · ∏_{i<j} |x_i − x_j|^(κ/N),
 * c = κ/(2γ), δ = c − κ/2: a gas with logarithmic repulsion of strength κ/N per pair. It is the β-Laguerre density that
 * {@link BidiagonalModel} draws from. In u_i = ln x_i the exponent of x_i gains 1.
 *
 * @param model κ, γ and N
 */
public record LogGas(BidiagonalModel model) {

    /** κ/N, the repulsion per pair. */
    public double dysonIndex() {
        return model.kappa() / model.size();
    }

    /** c = κ/(2γ), the strength of the spring. */
    public double spring() {
        return model.kappa() / (2 * model.gamma());
    }

    /** δ + κ/(2N), the strength of the wall at 0 on the logarithmic line. */
    public double wall() {
        return 0.5 * model.kappa() * ((1 / model.gamma() - 1) + 1.0 / model.size());
    }

    /**
     * ln of the density of u = ln x, up to a constant.
     *
     * @param x N positive numbers, all different
     */
    public double logDensity(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += wall() * Math.log(x[i]) - spring() * x[i];
            for (int j = 0; j < i; j++) {
                sum += dysonIndex() * Math.log(Math.abs(x[i] - x[j]));
            }
        }
        return sum;
    }

    /**
     * The force d ln p/d ln x on the eigenvalue at an index.
     *
     * @param x positive numbers, in any order
     * @param index which
     */
    public Force forceOn(double[] x, int index) {
        double here = x[index];
        double below = 0;
        double above = 0;
        for (int j = 0; j < x.length; j++) {
            double gap = here - x[j];
            if (gap > 0) {
                below += here / gap;
            } else if (gap < 0) {
                above += here / gap;
            }
        }
        return new Force(wall(), -spring() * here, dysonIndex() * below, dysonIndex() * above);
    }
}
