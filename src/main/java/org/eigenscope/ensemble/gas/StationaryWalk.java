package org.eigenscope.ensemble.gas;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.eigenscope.ensemble.BidiagonalModel;
import org.eigenscope.ensemble.ChiSquared;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.law.GammaLaw;

/**
 * A walk of the N eigenvalues whose law at every time is exactly the N-point HTMP ensemble, at any Dyson index: the
 * squared entries of {@link BidiagonalModel} are moved, each by the autoregression with χ² stationary law.
 *
 * <p>An entry X with k degrees of freedom goes to (1 − ρ)·χ′²_k(ρX/(1 − ρ)), ρ = e^(−t), χ′² noncentral: the exact
 * transition of the squared radial Ornstein–Uhlenbeck process dX = (k − X)dt + 2√X dW, reversible with respect to
 * χ²(k), with correlation ρ. The entries move continuously, and so do the eigenvalues. Below Dyson index 1 they
 * collide, where a discretised log-gas would sample a wrong law. A step costs O(N²), for the eigenvalues.
 *
 * <p>Changes with every step; for one thread.
 */
public final class StationaryWalk {
    private final RandomGenerator random;
    private BidiagonalModel model;
    private double[] diagonal;
    private double[] subdiagonal;

    private StationaryWalk(BidiagonalModel model, RandomGenerator random) {
        this.model = model;
        this.random = random;
    }

    /** A walk that begins with an independent draw. */
    public static StationaryWalk of(BidiagonalModel model, RandomGenerator random) {
        StationaryWalk walk =
                new StationaryWalk(Objects.requireNonNull(model, "model"), Objects.requireNonNull(random, "random"));
        walk.drawAfresh();
        return walk;
    }

    /** Replaces the state by an independent draw. */
    public void drawAfresh() {
        int size = model.size();
        diagonal = new double[size];
        subdiagonal = new double[size - 1];
        for (int i = 0; i < size; i++) {
            diagonal[i] = ChiSquared.sample(model.diagonalFreedom(i), random);
        }
        for (int i = 0; i < size - 1; i++) {
            subdiagonal[i] = ChiSquared.sample(model.subdiagonalFreedom(i), random);
        }
    }

    /**
     * Moves on by a time; correlations of the entries fall by e^(−time).
     *
     * @param time positive
     */
    public void advance(double time) {
        if (!(time > 0)) {
            throw new IllegalArgumentException("time = " + time + " is not positive");
        }
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = moved(diagonal[i], model.diagonalFreedom(i), time);
        }
        for (int i = 0; i < subdiagonal.length; i++) {
            subdiagonal[i] = moved(subdiagonal[i], model.subdiagonalFreedom(i), time);
        }
    }

    private double moved(double x, double freedom, double time) {
        double lost = -Math.expm1(-time);
        return lost * ChiSquared.sample(freedom, x * (Math.exp(-time) / lost), random);
    }

    /**
     * Goes over to other parameters of the same size. Every entry keeps its quantile, so that a draw of one ensemble
     * becomes a draw of the other along a continuous path. The lab uses this while κ is dragged.
     *
     * @throws IllegalArgumentException if the size differs
     */
    public void transportTo(BidiagonalModel target) {
        if (target.size() != model.size()) {
            throw new IllegalArgumentException("size = " + target.size() + " is not the walk's " + model.size());
        }
        if (target.equals(model)) {
            return;
        }
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = transported(diagonal[i], model.diagonalFreedom(i), target.diagonalFreedom(i));
        }
        for (int i = 0; i < subdiagonal.length; i++) {
            subdiagonal[i] = transported(subdiagonal[i], model.subdiagonalFreedom(i), target.subdiagonalFreedom(i));
        }
        model = target;
    }

    private double transported(double x, double from, double to) {
        if (from == to) {
            return x;
        }
        GammaLaw before = GammaLaw.of(from / 2, 0.5);
        GammaLaw after = GammaLaw.of(to / 2, 0.5);
        if (x < Double.MIN_NORMAL) {
            // an entry that underflowed is only known to be small, so any quantile there will do
            return after.quantile((1 - random.nextDouble()) * before.cumulative(Double.MIN_NORMAL));
        }
        double below = before.cumulative(x);
        return below < 0.5 ? after.quantile(below) : after.inverseSurvival(before.survival(x));
    }

    /** The ensemble that the walk is stationary for. */
    public BidiagonalModel model() {
        return model;
    }

    /**
     * The eigenvalues, of mean 1, ascending.
     *
     * @throws NoConvergenceException if the eigenvalue iteration fails, which is not known to happen
     */
    public double[] eigenvalues() throws NoConvergenceException {
        return model.eigenvalues(diagonal, subdiagonal);
    }
}
