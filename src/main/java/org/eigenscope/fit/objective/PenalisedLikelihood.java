package org.eigenscope.fit.objective;

import org.eigenscope.error.CancelledException;

/**
 * ℓ(θ) − n·w·r(θ)² with r = ln m − ln m̂ of {@link MeanPenalty}. Its curvature is that of the scores plus the
 * Gauss–Newton term 2nw∇r∇rᵀ.
 */
public final class PenalisedLikelihood implements LikelihoodFunction {
    private static final double STEP = 3e-4;

    private final LogLikelihood likelihood;
    private final MeanPenalty penalty;
    private final double weight;

    public PenalisedLikelihood(LogLikelihood likelihood, MeanPenalty penalty) {
        this.likelihood = likelihood;
        this.penalty = penalty;
        this.weight = penalty.weight() * likelihood.size();
    }

    @Override
    public double at(double[] theta) throws CancelledException {
        double residual = penalty.residual(theta);
        return Double.isFinite(residual)
                ? likelihood.at(theta) - weight * residual * residual
                : Double.NEGATIVE_INFINITY;
    }

    @Override
    public Scores scores(double[] theta) throws CancelledException {
        Scores scores = likelihood.scores(theta);
        double residual = penalty.residual(theta);
        double[] slope = new double[theta.length];
        for (int j = 0; j < theta.length; j++) {
            slope[j] = slope(theta, j);
        }
        double[] gradient = scores.gradient().clone();
        double[][] information = new double[theta.length][];
        for (int j = 0; j < theta.length; j++) {
            gradient[j] -= 2 * weight * residual * slope[j];
            information[j] = scores.information()[j].clone();
            for (int k = 0; k < theta.length; k++) {
                information[j][k] += 2 * weight * slope[j] * slope[k];
            }
        }
        return new Scores(gradient, information);
    }

    private double slope(double[] theta, int j) {
        double[] moved = theta.clone();
        moved[j] = theta[j] + STEP;
        double up = penalty.residual(moved);
        moved[j] = theta[j] - STEP;
        return (up - penalty.residual(moved)) / (2 * STEP);
    }
}
