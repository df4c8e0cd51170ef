package org.eigenscope.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.eigenscope.ensemble.spacing.LevelStatistics;
import org.eigenscope.ensemble.spacing.UnfoldedLevels;
import org.eigenscope.spectrum.Spectrum;

/**
 * The mean r̃ = E[min(s_i, s_{i+1})/max(s_i, s_{i+1})] of neighbouring spacings of the eigenvalues as they are: a ratio of neighbours
 * needs no unfolding where the density changes little from one eigenvalue to the next (Y. Y. Atas and others, Phys. Rev. Lett. 110,
 * 084101, 2013).
 *
 * @param mean over all eigenvalues but those that count as zero
 * @param standardError of the mean
 * @param dysonIndex 1 for a real matrix, 2 for a complex one
 * @param expected the mean in the bulk of random matrices of that index
 */
public record SpacingRatio(double mean, double standardError, int dysonIndex, double expected) {
    /** The mean of levels without repulsion, 2 ln 2 − 1. */
    public static final double WITHOUT_REPULSION = LevelStatistics.POISSON.meanRatio();

    private static final int LEAST = 8;

    /** The ratio of a spectrum; empty below 8 eigenvalues and for an estimate, whose values are no eigenvalues. */
    public static Optional<SpacingRatio> of(Spectrum spectrum) {
        double tolerance = spectrum.details().zeroTolerance();
        double[] levels = Arrays.stream(spectrum.ascending())
                .filter(v -> Math.abs(v) > tolerance)
                .toArray();
        if (spectrum.estimate().isPresent() || levels.length < LEAST) {
            return Optional.empty();
        }
        double[] spacings = new double[levels.length - 1];
        Arrays.setAll(spacings, i -> levels[i + 1] - levels[i]);
        UnfoldedLevels.Mean ratio = UnfoldedLevels.ratio(spacings);
        int index = spectrum.details().source().dysonIndex();
        double expected = LevelStatistics.ofDysonIndex(index).orElseThrow().meanRatio();
        return Optional.of(new SpacingRatio(ratio.mean(), ratio.standardError(), index, expected));
    }
}
