package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.eigenscope.spectrum.Spectrum;

/**
 * What the eigenvalues say of the rank of a matrix. A heavy tail has eigenvalues below any given part of the largest one, more of
 * them the larger the matrix, but no gap; a matrix that lost its rank has one. So smallness alone is no evidence here.
 *
 * @param size N, all eigenvalues
 * @param tiny how many are zero or below 1e-10 λmax in size
 * @param floored how many are zero, or tiny and below a gap of at least a factor of 1e4 between neighbours, all
 *     below within a factor of 1e4 of their median
 * @param lowRank the few directions that stand above a floor of noise; empty if there are none
 */
record RankEvidence(int size, int tiny, int floored, Optional<LowRank> lowRank) {
    /** Of neighbouring eigenvalues: a factor of ten between singular values. */
    private static final double GAP = 100;
    /** The same where rank is lost: a factor of a hundred between singular values. */
    private static final double LOSS = 1e4;
    /** The square of the relative Frobenius error that leaving out the noise makes, 3 %. */
    private static final double NOISE_SHARE = 1e-3;
    /** A Marchenko–Pastur law has its edge at most 6.2 times its median, which it reaches for square matrices. */
    private static final double FLAT = 20;
    /** What rounding leaves of zeros may vary more. */
    private static final double ROUNDING = 1e4;

    static RankEvidence of(Spectrum spectrum) {
        double[] positive = spectrum.positive();
        int n = positive.length;
        if (n == 0) {
            int zeros = spectrum.zeroCount();
            return new RankEvidence(spectrum.size(), zeros, zeros, Optional.empty());
        }
        double bound = SpectrumMetrics.TINY * positive[n - 1];
        int small = below(positive, bound);
        int under = 0;
        for (int i = 1; i <= small && i < n; i++) {
            under = positive[i] >= LOSS * positive[i - 1] && isFlat(positive, i, ROUNDING) ? i : under;
        }
        int negligible = (int) Arrays.stream(spectrum.negative())
                .filter(v -> -v < SpectrumMetrics.TINY * positive[n - 1])
                .count();
        int zeros = spectrum.zeroCount();
        return new RankEvidence(spectrum.size(), zeros + small + negligible, zeros + under, lowRank(positive));
    }

    private static int below(double[] ascending, double bound) {
        int place = Arrays.binarySearch(ascending, bound);
        return place >= 0 ? place : -place - 1;
    }

    /** Looks for the largest gap that fits, the rest lying flat below it. */
    private static Optional<LowRank> lowRank(double[] ascending) {
        int n = ascending.length;
        double largest = ascending[n - 1];
        double trace = Arrays.stream(ascending).map(v -> v / largest).sum();
        double rest = Arrays.stream(ascending, 0, n / 2).map(v -> v / largest).sum();
        Optional<LowRank> best = Optional.empty();
        for (int below = n / 2; below > 0 && below < n; below++) {
            double gap = ascending[below] / ascending[below - 1];
            boolean fits = gap >= GAP && rest <= NOISE_SHARE * trace && isFlat(ascending, below, FLAT);
            if (fits && best.map(found -> gap > found.gap()).orElse(true)) {
                best = Optional.of(new LowRank(n - below, gap, rest / trace));
            }
            rest += ascending[below] / largest;
        }
        return best;
    }

    /** What the heaviest of tails leaves below its largest value is no floor. */
    private static boolean isFlat(double[] ascending, int below, double spread) {
        return ascending[below - 1] <= spread * ascending[below / 2];
    }

    /** The part of all eigenvalues that lies below a gap or is zero. */
    double flooredFraction() {
        return (double) floored / Math.max(1, size);
    }

    /** The part of all eigenvalues that is zero or below 1e-10 λmax. */
    double tinyFraction() {
        return (double) tiny / Math.max(1, size);
    }
}
