package org.eigenscope.ui.repulsion.lab;

import java.util.List;
import java.util.Optional;
import org.eigenscope.ensemble.gas.Force;
import org.eigenscope.ensemble.spacing.UnfoldedLevels;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.style.CurveRole;

/**
 * One complete picture of the lab; only its pixels are left to compute. Arrays are not to be written.
 *
 * @param settings what it shows
 * @param eigenvalues λ, ascending
 * @param range of the λ axis
 * @param bars the histogram
 * @param curves the laws
 * @param local spacings and what follows from them
 * @param held the eigenvalue that is dragged
 */
public record LabFrame(
        LabSettings settings,
        double[] eigenvalues,
        AxisRange range,
        Bars bars,
        List<LawLine> curves,
        Local local,
        Optional<Held> held) {
    /**
     * A histogram with equal bins along the axis.
     *
     * @param heights densities: per λ on a linear axis, per ln λ on a logarithmic one
     */
    public record Bars(double[] heights) {}

    /**
     * A law along the axis.
     *
     * @param role colour and dashes
     * @param label for the legend
     * @param heights densities as of the bars, at equal steps from end to end
     */
    public record LawLine(CurveRole role, String label, double[] heights) {}

    /**
     * The local statistics of neighbouring eigenvalues.
     *
     * @param ratio the mean spacing ratio of this picture
     * @param densities of the spacings in equal bins on [0, {@link #REACH}], over all frames since a parameter changed
     * @param frames how many frames
     * @param variances number variance at lengths 1, 2, … {@link #LENGTHS}, over these frames
     */
    public record Local(UnfoldedLevels.Mean ratio, double[] densities, int frames, double[] variances) {
        /** The upper end of the histogram of spacings, in mean spacings. */
        public static final double REACH = 4;

        /** The number of lengths at which the number variance is computed. */
        public static final int LENGTHS = 10;
    }

    /**
     * The eigenvalue that is dragged.
     *
     * @param value where it is
     * @param force what pushes it along ln λ
     */
    public record Held(double value, Force force) {}
}
