package org.eigenscope.ui.repulsion.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eigenscope.ensemble.spacing.UnfoldedLevels;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.fit.Overlays;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;

/**
 * Makes frames from eigenvalues: range, bars, laws and local statistics. Results that depend only on the ensemble are
 * kept for the next frames.
 */
final class FramePainter {
    private static final int BARS = 48;
    private static final int CURVE_POINTS = 360;

    /** The largest κ that the law is tabulated for; beyond it, the law looks like MP. */
    private static final double LARGEST_KAPPA = 1e5;

    /** The mass that a linear axis leaves out at the top; otherwise a heavy tail would take the whole axis. */
    private static final double LINEAR_TAIL = 0.01;

    private LabSettings made;
    private SpectralLaw law;
    private AxisRange range;
    private List<LabFrame.LawLine> curves;
    /** The tail of a law near γ = 1 has no end that a number can tell. */
    private static final double FARTHEST = 1e12;

    private LocalTally tally;
    private LabFrame.Local local;
    /** The eigenvalues that the tally counted last; the same eigenvalues in another view are not counted again. */
    private double[] counted;

    /** A frame of these eigenvalues, in the settings' orientation and ascending. */
    LabFrame paint(LabSettings settings, double[] eigenvalues, Optional<LabFrame.Held> held) {
        prepare(settings);
        if (local == null || !Arrays.equals(eigenvalues, counted)) {
            local = tally.with(UnfoldedLevels.of(eigenvalues, law));
            counted = eigenvalues;
        }
        return new LabFrame(settings, eigenvalues, range, bars(settings, eigenvalues), curves, local, held);
    }

    private void prepare(LabSettings settings) {
        boolean sameLaw = made != null && made.sameEnsemble(settings) && made.orientation() == settings.orientation();
        if (!sameLaw) {
            tally = new LocalTally();
            local = null;
        }
        if (!sameLaw || made.logarithmic() != settings.logarithmic()) {
            ParameterSet parameters =
                    ParameterSet.ofHtmp(Math.min(LARGEST_KAPPA, settings.kappa()), settings.gamma(), 1, 0);
            List<Overlays.Overlay> overlays =
                    Overlays.of(settings.orientation(), parameters).all();
            law = overlays.get(0).law();
            range = range(settings);
            curves = overlays.stream()
                    .map(o -> new LabFrame.LawLine(
                            CurveRole.of(o.family()), o.family().displayName(), heights(o.law(), settings)))
                    .toList();
        }
        made = settings;
    }

    private AxisRange range(LabSettings settings) {
        if (!settings.logarithmic()) {
            boolean heavy = settings.orientation() == Orientation.INVERSE;
            double top = Math.min(FARTHEST, law.inverseSurvival(heavy ? 5 * LINEAR_TAIL : 0.2 / settings.size()));
            return new AxisRange(0, Math.max(1.15 * top, 1e-6));
        }
        double level = 0.3 / settings.size();
        double low = Math.min(FARTHEST, Math.max(1 / FARTHEST, law.quantile(level)));
        double high = Math.min(FARTHEST, law.inverseSurvival(level));
        return new AxisRange(low / 1.6, Math.max(high * 1.6, low * 2));
    }

    private double[] heights(SpectralLaw drawn, LabSettings settings) {
        AxisScale scale = settings.logarithmic() ? AxisScale.LOG : AxisScale.LINEAR;
        double[] heights = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            double x = range.at(scale, (i + 0.5) / CURVE_POINTS);
            heights[i] = drawn.density(x) * (settings.logarithmic() ? x : 1);
        }
        return heights;
    }

    private LabFrame.Bars bars(LabSettings settings, double[] eigenvalues) {
        AxisScale scale = settings.logarithmic() ? AxisScale.LOG : AxisScale.LINEAR;
        double width = settings.logarithmic()
                ? Math.log(range.upper() / range.lower()) / BARS
                : (range.upper() - range.lower()) / BARS;
        double[] heights = new double[BARS];
        for (double lambda : eigenvalues) {
            double place = range.fraction(scale, lambda);
            if (place >= 0 && place < 1) {
                heights[(int) (place * BARS)] += 1 / (eigenvalues.length * width);
            }
        }
        return new LabFrame.Bars(heights);
    }
}
