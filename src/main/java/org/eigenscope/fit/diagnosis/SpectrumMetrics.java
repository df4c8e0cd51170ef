package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.eigenscope.spectrum.Spectrum;

/**
 * Plain numbers of a spectrum, over its positive eigenvalues λ unless said otherwise.
 *
 * @param spectralNorm √λmax of a Gram spectrum, λmax of a symmetric one
 * @param stableRank Σλ/λmax, in [1, N]
 * @param effectiveRank e^H, H = −Σ p ln p with p = λ/Σλ (O. Roy and M. Vetterli, EUSIPCO 2007)
 * @param conditionNumber λmax/λmin
 * @param zeroFraction the part of all N eigenvalues that counts as zero
 * @param tinyFraction the part of all N that is zero or below 1e-10 λmax in size
 * @param lowRank the few directions that stand above a floor of noise; empty if there is no such floor
 */
public record SpectrumMetrics(
        double spectralNorm,
        double stableRank,
        double effectiveRank,
        double conditionNumber,
        double zeroFraction,
        double tinyFraction,
        Optional<LowRank> lowRank) {
    /** In a Gram spectrum a singular value below 1e-5 of the largest, which is what float32 training can leave of a zero. */
    static final double TINY = 1e-10;

    /** The metrics; NaN where a spectrum without positive eigenvalues has none. */
    public static SpectrumMetrics of(Spectrum spectrum) {
        double[] values = spectrum.positive();
        double zeros = (double) spectrum.zeroCount() / Math.max(1, spectrum.size());
        if (values.length == 0) {
            double zeroed = spectrum.size() == spectrum.zeroCount() ? 1 : zeros;
            return new SpectrumMetrics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, zeros, zeroed, Optional.empty());
        }
        double largest = values[values.length - 1];
        // relative to the largest, so that neither huge nor tiny units overflow
        double sum = Arrays.stream(values).map(v -> v / largest).sum();
        double entropy = -Arrays.stream(values)
                .map(v -> v / largest / sum)
                .map(p -> p > 0 ? p * Math.log(p) : 0)
                .sum();
        RankEvidence rank = RankEvidence.of(spectrum);
        boolean gram = spectrum.details().source().isSquared();
        return new SpectrumMetrics(
                gram ? Math.sqrt(largest) : largest,
                sum,
                Math.exp(entropy),
                largest / values[0],
                zeros,
                rank.tinyFraction(),
                rank.lowRank());
    }
}
