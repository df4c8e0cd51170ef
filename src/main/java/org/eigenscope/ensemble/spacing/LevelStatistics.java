package org.eigenscope.ensemble.spacing;

import java.util.Optional;

/**
 * Local statistics of unfolded levels of mean density 1, for independent (Poisson) levels and for the bulk of the
 * classical ensembles of Dyson index β = 1, 2, 4.
 *
 * <p>Spacing densities are Wigner's surmises, exact for 2×2 matrices and within 2 % of the limit. Mean ratios are those
 * of Y. Y. Atas, E. Bogomolny, O. Giraud and G. Roux (Phys. Rev. Lett. 110, 084101, 2013), known to four digits. Number
 * variances are exact (M. L. Mehta, Random Matrices, 3rd ed., chapter 16).
 */
public enum LevelStatistics {
    POISSON("Poisson", 0, 2 * Math.log(2) - 1),
    GOE("β = 1", 1, 0.5307),
    GUE("β = 2", 2, 0.5996),
    GSE("β = 4", 4, 0.6744);

    private final String label;
    private final int dysonIndex;
    private final double meanRatio;

    LevelStatistics(String label, int dysonIndex, double meanRatio) {
        this.label = label;
        this.dysonIndex = dysonIndex;
        this.meanRatio = meanRatio;
    }

    /** The statistics of a Dyson index, where it is 0, 1, 2 or 4. */
    public static Optional<LevelStatistics> ofDysonIndex(double beta) {
        for (LevelStatistics statistics : values()) {
            if (statistics.dysonIndex == beta) {
                return Optional.of(statistics);
            }
        }
        return Optional.empty();
    }

    /** The name of the statistics for people. */
    public String label() {
        return label;
    }

    /** β, 0 for Poisson. */
    public int dysonIndex() {
        return dysonIndex;
    }

    /** E[min(s, s′)/max(s, s′)] of neighbouring spacings. */
    public double meanRatio() {
        return meanRatio;
    }

    /** The density of the spacing s, of mean 1; 0 for negative s. */
    public double spacingDensity(double s) {
        if (s < 0) {
            return 0;
        }
        return switch (this) {
            case POISSON -> Math.exp(-s);
            case GOE -> Math.PI / 2 * s * Math.exp(-Math.PI / 4 * s * s);
            case GUE -> 32 / (Math.PI * Math.PI) * s * s * Math.exp(-4 / Math.PI * s * s);
            case GSE -> {
                double square = s * s;
                double constant = 262144 / (729 * Math.PI * Math.PI * Math.PI);
                yield constant * square * square * Math.exp(-64 / (9 * Math.PI) * square);
            }
        };
    }

    /**
     * The variance Σ²(L) of the number of levels in an interval that holds L on average.
     *
     * @param length L ≥ 0
     */
    public double numberVariance(double length) {
        if (!(length >= 0)) {
            throw new IllegalArgumentException("length = " + length + " is negative");
        }
        return switch (this) {
            case POISSON -> length;
            case GUE -> unitary(length);
            case GOE -> {
                double step = SineCosineIntegral.of(Math.PI * length).sine() / Math.PI;
                yield 2 * unitary(length) + step * step - step;
            }
            case GSE -> {
                double step = SineCosineIntegral.of(2 * Math.PI * length).sine() / (2 * Math.PI);
                yield 0.5 * unitary(2 * length) + step * step;
            }
        };
    }

    /** (1/π²)(Cin(2πL) + 1 − cos 2πL) + L(1 − (2/π)Si(2πL)). */
    private static double unitary(double length) {
        double angle = 2 * Math.PI * length;
        SineCosineIntegral integral = SineCosineIntegral.of(angle);
        double half = Math.sin(angle / 2);
        return (integral.entireCosine() + 2 * half * half) / (Math.PI * Math.PI)
                + length * (1 - 2 / Math.PI * integral.sine());
    }
}
