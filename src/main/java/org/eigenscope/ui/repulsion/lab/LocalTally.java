package org.eigenscope.ui.repulsion.lab;

import java.util.Arrays;
import org.eigenscope.ensemble.spacing.UnfoldedLevels;

/** Means, over frames, of spacings and number variances. */
public final class LocalTally {
    private static final int SPACING_BARS = 32;

    private final double[] spacings = new double[SPACING_BARS];
    private final double[] variances = new double[LabFrame.Local.LENGTHS];
    private int frames;

    /** The statistics of one spectrum alone. */
    public static LabFrame.Local of(UnfoldedLevels levels) {
        return new LocalTally().with(levels);
    }

    /** Adds one more frame to the means and returns them. */
    LabFrame.Local with(UnfoldedLevels levels) {
        double[] now = levels.spacingDensities(SPACING_BARS, LabFrame.Local.REACH);
        frames++;
        for (int i = 0; i < now.length; i++) {
            spacings[i] += (now[i] - spacings[i]) / frames;
        }
        for (int i = 0; i < variances.length; i++) {
            variances[i] += (levels.numberVariance(i + 1) - variances[i]) / frames;
        }
        return new LabFrame.Local(
                levels.ratio(),
                Arrays.copyOf(spacings, SPACING_BARS),
                frames,
                Arrays.copyOf(variances, LabFrame.Local.LENGTHS));
    }
}
