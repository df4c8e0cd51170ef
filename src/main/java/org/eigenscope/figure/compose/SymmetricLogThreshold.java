package org.eigenscope.figure.compose;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.spectrum.Spectrum;

/**
 * Chooses the threshold of a symmetric logarithmic abscissa: the power of ten at or below the size |λ| that a tenth of the eigenvalues
 * other than 0 stay below, and at least 10⁻¹² of the largest |λ|.
 *
 * <p>So nine tenths stand in the logarithmic part, and a few that are nearly zero do not stretch it.
 */
public final class SymmetricLogThreshold {
    private static final double QUANTILE = 0.1;
    /** A size below this part of the largest is rounding. */
    private static final double LEAST_PART = 1e-12;
    /** Keeps a power of ten that its logarithm puts just below its exponent. */
    private static final double SLACK = 1e-9;

    private SymmetricLogThreshold() {}

    /** The scale, with a threshold that suits the spectrum where the data choose it. */
    public static AxisScale resolve(AxisScale scale, Spectrum spectrum) {
        return scale instanceof SymmetricLogScale symmetric && symmetric.automatic()
                ? SymmetricLogScale.chosen(of(spectrum))
                : scale;
    }

    /** The threshold for a spectrum; 1 where all eigenvalues are 0. */
    public static double of(Spectrum spectrum) {
        double[] sizes = DoubleStream.concat(Arrays.stream(spectrum.negative()), Arrays.stream(spectrum.positive()))
                .map(Math::abs)
                .sorted()
                .toArray();
        if (sizes.length == 0) {
            return 1;
        }
        double typical = sizes[(int) (QUANTILE * sizes.length)];
        double exponent = Math.floor(Math.log10(typical) + SLACK);
        double least = Math.ceil(Math.log10(sizes[sizes.length - 1] * LEAST_PART) - SLACK);
        double chosen = Double.parseDouble("1e" + (long) Math.max(exponent, least));
        return Math.max(SymmetricLogScale.LEAST_THRESHOLD, Math.min(SymmetricLogScale.GREATEST_THRESHOLD, chosen));
    }
}
