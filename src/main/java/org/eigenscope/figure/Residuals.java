package org.eigenscope.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * By how much the eigenvalues' distribution exceeds each law's, F̂ − F, over the eigenvalues that are kept; both are normalised
 * on their window, so that the largest excursion is the Kolmogorov–Smirnov distance.
 *
 * @param curves one for each law, the first that of the parameters on screen
 * @param distance the largest excursion of the first
 * @param band what 95 % of samples of independent draws from a law fixed beforehand stay within
 */
public record Residuals(List<Curve> curves, double distance, double band) {
    /** Without a law or an eigenvalue. */
    public static final Residuals NONE = new Residuals(List.of(), Double.NaN, Double.NaN);

    /** Points closer than this fraction of the visible abscissa are drawn as one. */
    private static final double LEAST_STEP = 1 / 350.0;
    /** The 95 % point of Kolmogorov's distribution. */
    private static final double KOLMOGOROV_95 = 1.3581;

    /**
     * The residuals where the chart looks.
     *
     * @param sorted the eigenvalues, ascending
     */
    public static Residuals of(double[] sorted, List<LawCurve> laws, AxisScale scale, FigureRanges visible) {
        if (laws.isEmpty() || sorted.length == 0) {
            return NONE;
        }
        KeptWindow window = laws.get(0).window();
        double[] kept = window.isEverything()
                ? sorted
                : Arrays.stream(sorted)
                        .filter(x -> x > window.lower() && x < window.upper())
                        .toArray();
        int[] ranks = ranksInSight(kept, scale, visible);
        List<Curve> curves = new ArrayList<>();
        for (LawCurve law : laws) {
            curves.add(curve(kept, ranks, law, SpectrumFigure.prototype(law, curves)));
        }
        return new Residuals(List.copyOf(curves), distance(kept, laws.get(0)), bandOf(kept.length));
    }

    /** Kolmogorov's point for n values, after M. A. Stephens (J. Royal Statistical Society B 32, 1970). */
    static double bandOf(int n) {
        double root = Math.sqrt(n);
        return KOLMOGOROV_95 / (root + 0.12 + 0.11 / root);
    }

    /**
     * Kolmogorov's distance. F rises: between two eigenvalues it is at least what it is at the first and at most what it is at the
     * last, so that most stretches are ruled out by their ends alone.
     */
    private static double distance(double[] kept, LawCurve law) {
        int last = kept.length - 1;
        double first = shareOf(law, kept[0]);
        double end = shareOf(law, kept[last]);
        double seen = Math.max(excursion(kept, 0, first), excursion(kept, last, end));
        return distance(kept, law, new Stretch(0, first, last, end), seen);
    }

    /** Between two eigenvalues, given the F there. */
    private record Stretch(int from, double below, int to, double above) {}

    private static double distance(double[] kept, LawCurve law, Stretch stretch, double seen) {
        int from = stretch.from();
        int to = stretch.to();
        double n = kept.length;
        double most = Math.max(to / n - stretch.below(), stretch.above() - (from + 1) / n);
        if (to - from < 2 || most <= seen) {
            return seen;
        }
        int middle = (from + to) >>> 1;
        double f = shareOf(law, kept[middle]);
        double larger = Math.max(seen, excursion(kept, middle, f));
        larger = distance(kept, law, new Stretch(from, stretch.below(), middle, f), larger);
        return distance(kept, law, new Stretch(middle, f, to, stretch.above()), larger);
    }

    private static double excursion(double[] kept, int i, double f) {
        double n = kept.length;
        return Math.max((i + 1) / n - f, f - i / n);
    }

    /** The law's F within the window. */
    private static double shareOf(LawCurve law, double lambda) {
        KeptWindow window = law.window();
        return (law.cumulative(lambda) - window.below()) / window.inside();
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

    /** Up at every eigenvalue, down between them. */
    private static Curve curve(double[] kept, int[] ranks, LawCurve law, Curve prototype) {
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
