package org.eigenscope.ensemble.gas;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Metropolis-adjusted Langevin dynamics of {@link LogGas} in u = ln x, one eigenvalue at a time, of which one may be held:
 * the others then follow the exact conditional law given the held one.
 *
 * <p>A proposal is u + D(F) + √(2h)·ξ with the force F tamed to D(F) = hF/(1 + √h|F|) (G. O. Roberts and R. L. Tweedie,
 * Bernoulli 2, 1996): near a collision F is infinite, and below Dyson index 1 not even its mean square exists. The
 * Metropolis–Hastings test makes the law exact whatever the step. Eigenvalues may pass each other; their labels stay.
 * Below 2^−1022 nothing can be computed and no move is accepted. A sweep over all costs O(N²).
 *
 * <p>Changes with every sweep; for one thread.
 */
public final class LangevinGas {
    /** Equal eigenvalues have a density of 0; they are separated by this relative distance. */
    private static final double PARTING = 1e-9;

    /** The logarithm of a product of ratios is taken before the product exceeds this, so that it does not overflow. */
    private static final double LARGE_PRODUCT = 1e100;

    private final LogGas gas;
    private final RandomGenerator random;
    private final double[] x;
    private final double[] inverseGaps;
    private int held = -1;
    private long proposed;
    private long accepted;

    private LangevinGas(LogGas gas, double[] x, RandomGenerator random) {
        this.gas = gas;
        this.x = x;
        this.random = random;
        this.inverseGaps = new double[x.length];
    }

    /**
     * The dynamics from a state.
     *
     * @param start N positive numbers
     * @throws IllegalArgumentException if there are not N of them or one is not a positive normal number
     */
    public static LangevinGas of(LogGas gas, double[] start, RandomGenerator random) {
        Objects.requireNonNull(random, "random");
        if (start.length != gas.model().size()) {
            throw new IllegalArgumentException(
                    start.length + " eigenvalues, not N = " + gas.model().size());
        }
        double[] x = start.clone();
        Arrays.sort(x);
        for (int i = 0; i < x.length; i++) {
            requirePositive(x[i]);
            if (i > 0 && x[i] <= x[i - 1]) {
                x[i] = x[i - 1] * (1 + PARTING);
            }
        }
        return new LangevinGas(gas, x, random);
    }

    private static void requirePositive(double value) {
        if (!(value >= Double.MIN_NORMAL && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("eigenvalue = " + value + " is not a positive normal number");
        }
    }

    /** The same state under other parameters of the same size; what was held is held. */
    public LangevinGas under(LogGas other) {
        LangevinGas gas = of(other, x, random);
        System.arraycopy(x, 0, gas.x, 0, x.length);
        gas.held = held;
        return gas;
    }

    /**
     * Holds an eigenvalue at a place until {@link #release}.
     *
     * @param index its label
     * @param value where, positive
     */
    public void hold(int index, double value) {
        Objects.checkIndex(index, x.length);
        requirePositive(value);
        held = index;
        double place = value;
        for (int j = 0; j < x.length; j++) {
            // two equal eigenvalues would have no force between them
            if (j != index && x[j] == place) {
                place = Math.nextUp(place);
                j = -1;
            }
        }
        x[index] = place;
    }

    /** Stops holding the held eigenvalue; it moves again with the next sweep. */
    public void release() {
        held = -1;
    }

    /** The label of the eigenvalue that is held; empty if none is. */
    public OptionalInt held() {
        return held < 0 ? OptionalInt.empty() : OptionalInt.of(held);
    }

    /**
     * The step h at which a move is about as large as the free space of an eigenvalue: 1/(c + κ²/(1 + κ/N)), from the
     * curvature of the spring and of the neighbours.
     */
    public double naturalStep() {
        double kappa = gas.model().kappa();
        return 1 / (gas.spring() + kappa * kappa / (1 + gas.dysonIndex()));
    }

    /**
     * Proposes one move to every eigenvalue that is not held.
     *
     * @param step h, positive; {@link #naturalStep()} is a good one
     */
    public void sweep(double step) {
        if (!(step > 0)) {
            throw new IllegalArgumentException("step = " + step + " is not positive");
        }
        for (int i = 0; i < x.length; i++) {
            if (i != held) {
                propose(i, step);
            }
        }
    }

    private void propose(int i, double h) {
        double here = x[i];
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            inverseGaps[j] = j == i ? 0 : 1 / (here - x[j]);
            sum += inverseGaps[j];
        }
        double drift = tamed(force(here, sum), h);
        double move = drift + Math.sqrt(2 * h) * random.nextGaussian();
        double there = here * Math.exp(move);
        proposed++;
        if (!(there >= Double.MIN_NORMAL && there <= Double.MAX_VALUE)) {
            return;
        }
        double sumThere = 0;
        double logRatio = 0;
        double product = 1;
        for (int j = 0; j < x.length; j++) {
            if (j != i) {
                double gap = there - x[j];
                sumThere += 1 / gap;
                product *= Math.abs(gap * inverseGaps[j]);
                if (!(product < LARGE_PRODUCT && product > 1 / LARGE_PRODUCT)) {
                    logRatio += Math.log(product);
                    product = 1;
                }
            }
        }
        logRatio =
                gas.dysonIndex() * (logRatio + Math.log(product)) + gas.wall() * move - gas.spring() * (there - here);
        double back = move + tamed(force(there, sumThere), h);
        double forth = move - drift;
        double logAcceptance = logRatio + (forth * forth - back * back) / (4 * h);
        if (Math.log(1 - random.nextDouble()) < logAcceptance) {
            x[i] = there;
            accepted++;
        }
    }

    private double force(double at, double sumOfInverseGaps) {
        return gas.wall() - gas.spring() * at + gas.dysonIndex() * at * sumOfInverseGaps;
    }

    private static double tamed(double force, double h) {
        double size = Math.sqrt(h) * Math.abs(force);
        // also for an infinite force
        return size < 1e8 ? h * force / (1 + size) : Math.copySign(Math.sqrt(h), force);
    }

    /** The eigenvalues by label; a copy. */
    public double[] values() {
        return x.clone();
    }

    /** The current eigenvalues x > 0 in ascending order; a copy without labels. */
    public double[] ascending() {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The force d ln p/d ln x on the eigenvalue with the given label, in the current state. */
    public Force forceOn(int index) {
        return gas.forceOn(x, Objects.checkIndex(index, x.length));
    }

    /** The fraction of moves accepted so far; NaN before any. */
    public double acceptance() {
        return (double) accepted / proposed;
    }
}
