package org.eigenscope.ui.repulsion.lab;

import java.util.Objects;
import org.eigenscope.ensemble.BidiagonalModel;
import org.eigenscope.law.family.Orientation;

/**
 * Which ensemble the lab shows, and how it is seen.
 *
 * @param kappa κ
 * @param gamma γ
 * @param size N
 * @param orientation λ = X or λ = 1/X
 * @param logarithmic whether the axis is ln λ
 * @param dynamics how the eigenvalues move
 * @param draw which draw of which seed
 */
public record LabSettings(
        double kappa,
        double gamma,
        int size,
        Orientation orientation,
        boolean logarithmic,
        Dynamics dynamics,
        Draw draw) {
    /** How the eigenvalues move; both are exact. */
    public enum Dynamics {
        /** A stationary walk of the entries of the bidiagonal matrix. */
        WALK,
        /** Langevin steps of the eigenvalues themselves. */
        LANGEVIN
    }

    /**
     * Where the random numbers come from.
     *
     * @param seed the seed shown
     * @param number how many draws before this one
     */
    public record Draw(long seed, int number) {
        /** The generator's seed, mixed from seed and number, so that draws of one seed are practically independent. */
        public long mixed() {
            return seed * 0x9E3779B97F4A7C15L + number;
        }
    }

    public LabSettings {
        Objects.requireNonNull(orientation, "orientation");
        Objects.requireNonNull(dynamics, "dynamics");
        Objects.requireNonNull(draw, "draw");
    }

    BidiagonalModel model() {
        return new BidiagonalModel(kappa, gamma, size);
    }

    /** Whether the law, and so the curves and the tally of spacings, is the same. */
    boolean sameEnsemble(LabSettings other) {
        return kappa == other.kappa && gamma == other.gamma && size == other.size;
    }
}
