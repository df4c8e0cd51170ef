package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.fit.objective.KolmogorovDistance;
import org.eigenscope.spectrum.Spectrum;

/**
 * The difference between the eigenvalues' distribution and each law's, F̂ − F, over the eigenvalues that are kept; both
 * are normalised on their window, so that the largest excursion is the Kolmogorov–Smirnov distance.
 *
 * @param curves one for each law, the first that of the parameters on screen
 * @param distance the largest excursion of the first
 * @param band what 95 % of samples of independent draws from a law fixed beforehand stay within
 */
public record Residuals(List<Curve> curves, double distance, double band) {
    /** The residuals where there is no law or no eigenvalue: no curves. */
    public static final Residuals NONE = new Residuals(List.of(), Double.NaN, Double.NaN);

    /** Points closer than this fraction of the visible abscissa are drawn as one. */
    private static final double LEAST_STEP = 1 / 350.0;
    /** The 95 % point of Kolmogorov's distribution. */
    private static final double KOLMOGOROV_95 = 1.3581;

    /** The residuals of a spectrum in the visible range, over the eigenvalues that the abscissa shows. */
    public static Residuals of(Spectrum spectrum, List<LawCurve> laws, AxisScale scale, FigureRanges visible) {
        ShownEigenvalues shown = ShownEigenvalues.of(spectrum, scale);
        if (laws.isEmpty() || shown.isEmpty()) {
            return NONE;
        }
        LawCurve first = laws.get(0);
        double[] sample = first.family().isOfAnySign() ? spectrum.ascending() : spectrum.positive();
        Sample fitted = Sample.of(sample, Portion.of(first.family(), spectrum), first.window());
        List<Curve> curves =
                Sample.of(shown.values(), shown.portion(), first.window()).curves(laws, scale, visible);
        return new Residuals(curves, fitted.distance(first), bandOf(fitted.kept.length));
    }

    /**
     * The residuals in the visible range.
     *
     * @param sorted the eigenvalues, ascending, all of them
     */
    public static Residuals of(double[] sorted, List<LawCurve> laws, AxisScale scale, FigureRanges visible) {
        if (laws.isEmpty() || sorted.length == 0) {
            return NONE;
        }
        Sample sample = Sample.of(sorted, Portion.EVERYTHING, laws.get(0).window());
        return new Residuals(
                sample.curves(laws, scale, visible), sample.distance(laws.get(0)), bandOf(sample.kept.length));
    }

    /**
     * The eigenvalues in a window.
     *
     * @param kept these, ascending
     * @param below the part of all eigenvalues below the window
     * @param inside the part in it
     */
    private record Sample(double[] kept, double below, double inside) {
        static Sample of(double[] sorted, Portion portion, KeptWindow window) {
            double[] kept = Arrays.stream(sorted)
                    .filter(x -> x > window.lower() && x < window.upper())
                    .toArray();
            double before =
                    Arrays.stream(sorted).filter(x -> x <= window.lower()).count();
            double unit = portion.inside() / sorted.length;
            return new Sample(kept, portion.below() + unit * before, unit * kept.length);
        }

        /** The law's F within the window. */
        double shareOf(LawCurve law, double lambda) {
            return (law.cumulative(lambda) - below) / inside;
        }

        double distance(LawCurve law) {
            return kept.length == 0 ? Double.NaN : KolmogorovDistance.of(kept, lambda -> shareOf(law, lambda));
        }

        List<Curve> curves(List<LawCurve> laws, AxisScale scale, FigureRanges visible) {
            int[] ranks = ranksInSight(kept, scale, visible);
            List<Curve> curves = new ArrayList<>();
            for (LawCurve law : laws) {
                curves.add(curve(ranks, law, SpectrumFigure.prototype(law, curves)));
            }
            return List.copyOf(curves);
        }

        /** The curve of residuals: it rises at every eigenvalue and falls between them. */
        private Curve curve(int[] ranks, LawCurve law, Curve prototype) {
            double[] x = new double[2 * ranks.length];
            double[] y = new double[2 * ranks.length];
            for (int j = 0; j < ranks.length; j++) {
                int i = ranks[j];
                double f = shareOf(law, kept[i]);
                x[2 * j] = kept[i];
                x[2 * j + 1] = kept[i];
                y[2 * j] = (double) i / kept.length - f;
                y[2 * j + 1] = (i + 1.0) / kept.length - f;
            }
            return prototype.withPoints(x, y);
        }
    }

    /** Kolmogorov's point for n values, after M. A. Stephens (J. Royal Statistical Society B 32, 1970). */
    static double bandOf(int n) {
        double root = Math.sqrt(n);
        return KOLMOGOROV_95 / (root + 0.12 + 0.11 / root);
    }

    private static int[] ranksInSight(double[] kept, AxisScale scale, FigureRanges visible) {
        int[] ranks = new int[kept.length];
        int count = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < kept.length; i++) {
            double place = visible.x().fraction(scale, kept[i]);
            if (place >= -0.1 && place <= 1.1 && place - last >= LEAST_STEP) {
                ranks[count++] = i;
                last = place;
            }
        }
        return Arrays.copyOf(ranks, count);
    }
}
