package org.eigenscope.ui.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.figure.AxisRange;
import org.eigenscope.figure.AxisScale;
import org.eigenscope.figure.AxisSpec;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.CurveFunction;
import org.eigenscope.figure.CurveRole;
import org.eigenscope.figure.CurveSampler;
import org.eigenscope.figure.EmpiricalSteps;
import org.eigenscope.figure.FigureRanges;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.histogram.LogHistogram;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.fit.LawCurve;
import org.eigenscope.ui.text.Numbers;

/** Puts a spectrum and the laws over it into one figure. */
final class Figures {
    /** How far above the tallest bar a law's peak is followed, as a factor. */
    private static final double ROOM_ABOVE = 12;
    /** The tail guide stands this much above the curve, so that both can be seen. */
    private static final double GUIDE_LIFT = 1.8;
    /** The tail guide begins no sooner than this quantile of the law. */
    private static final double TAIL_BEGINS = 0.7;
    /** Where on the abscissa the tail guide stands, as fractions of what is in sight; its label needs room to the right. */
    private static final double GUIDE_BEGINS = 0.6;

    private static final double GUIDE_ENDS = 0.85;

    private static final String LOWER_TRIM = "lower end of the fit";
    private static final String UPPER_TRIM = "upper end of the fit";

    private Figures() {}

    /** Where the handles of trims wait while nothing is trimmed: at the extreme eigenvalues. */
    static List<Guide.Vertical> restingTrims(Spectrum spectrum) {
        double[] values = spectrum.positive();
        return values.length == 0
                ? List.of()
                : List.of(
                        new Guide.Vertical(Guide.Kind.TRIM_LOWER, values[0], LOWER_TRIM),
                        new Guide.Vertical(Guide.Kind.TRIM_UPPER, values[values.length - 1], UPPER_TRIM));
    }

    /** The axes of a spectrum, with its histogram if densities are wanted. */
    static FigureSpec base(Spectrum spectrum, Ordinate ordinate, AxisScale x, AxisScale y) {
        FigureSpec axes = FigureSpec.EMPTY
                .withXAxis(new AxisSpec(abscissa(spectrum), x, Optional.empty()))
                .withYAxis(new AxisSpec(ordinate.axisLabel(), y, Optional.empty()));
        if (spectrum.positiveCount() == 0) {
            return axes;
        }
        FigureSpec bars = axes.withHistogram(steps(spectrum));
        if (ordinate == Ordinate.DENSITY) {
            return bars;
        }
        // the same abscissae in every view, so that they can be compared
        return axes.withXAxis(bars.xAxis().withRange(FigureRanges.of(bars).x()))
                .withYAxis(bars.yAxis().withRange(shares(y, spectrum.positiveCount())));
    }

    /** From nothing to everything; on a logarithmic axis from half an eigenvalue. */
    private static AxisRange shares(AxisScale scale, int n) {
        return scale == AxisScale.LOG ? new AxisRange(0.5 / n, 1.6) : new AxisRange(0, 1.04);
    }

    /** The line of the eigenvalues themselves, where the figure has no histogram for them. */
    static Optional<Curve> eigenvalues(Spectrum spectrum, Ordinate ordinate, FigureSpec figure, FigureRanges visible) {
        if (ordinate == Ordinate.DENSITY || spectrum.positiveCount() == 0) {
            return Optional.empty();
        }
        Curve prototype = Curve.of(CurveRole.EIGENVALUES, "eigenvalues", new double[0], new double[0]);
        return Optional.of(EmpiricalSteps.of(spectrum.positive(), ordinate, prototype, figure, visible));
    }

    /** The ranges of the histogram, with room above for laws that rise higher than its bars. */
    static FigureRanges rangesForLaws(FigureSpec figure) {
        FigureRanges own = FigureRanges.of(figure);
        return new FigureRanges(
                own.x(), new AxisRange(own.y().lower(), ROOM_ABOVE * own.y().upper()));
    }

    /** The figure with the laws drawn over it. */
    static FigureSpec withLaws(FigureSpec figure, Ordinate ordinate, FigureRanges visible, List<LawCurve> laws) {
        List<Curve> curves = new ArrayList<>();
        for (LawCurve law : laws) {
            Curve prototype =
                    Curve.of(CurveRole.of(law.family()), law.family().displayName(), new double[0], new double[0]);
            curves.add(CurveSampler.sample(function(law, ordinate), prototype, figure, visible));
        }
        return figure.withCurves(curves)
                .withGuides(laws.isEmpty() ? List.of() : guides(figure, ordinate, laws.get(0), visible));
    }

    private static CurveFunction function(LawCurve curve, Ordinate ordinate) {
        return switch (ordinate) {
            case DENSITY -> CurveFunction.densityOf(curve.law()).times(curve.weight());
            case CUMULATIVE -> CurveFunction.share(curve::cumulative);
            case SURVIVAL -> CurveFunction.share(curve::survival);
        };
    }

    private static List<Guide> guides(FigureSpec figure, Ordinate ordinate, LawCurve curve, FigureRanges visible) {
        SpectralLaw law = curve.law();
        List<Guide> guides = new ArrayList<>();
        if (Double.isFinite(curve.window().lowerMark())) {
            guides.add(new Guide.Vertical(Guide.Kind.TRIM_LOWER, curve.window().lowerMark(), LOWER_TRIM));
        }
        if (Double.isFinite(curve.window().upperMark())) {
            guides.add(new Guide.Vertical(Guide.Kind.TRIM_UPPER, curve.window().upperMark(), UPPER_TRIM));
        }
        double floor = law.supportLower();
        if (floor > 0) {
            guides.add(new Guide.Vertical(Guide.Kind.TAU, floor, "τ"));
        }
        boolean logLog =
                figure.xAxis().scale() == AxisScale.LOG && figure.yAxis().scale() == AxisScale.LOG;
        if (logLog && ordinate == Ordinate.DENSITY) {
            tail(law, visible).ifPresent(guides::add);
        }
        return guides;
    }

    /** A straight line of the tail's slope, where both axes are logarithmic and the law has a power tail. */
    private static Optional<Guide> tail(SpectralLaw law, FigureRanges visible) {
        OptionalDouble exponent = law.upperTailExponent();
        if (exponent.isEmpty()) {
            return Optional.empty();
        }
        double from = Math.max(law.quantile(TAIL_BEGINS), visible.x().at(AxisScale.LOG, GUIDE_BEGINS));
        double to = visible.x().at(AxisScale.LOG, GUIDE_ENDS);
        double density = GUIDE_LIFT * law.density(from);
        if (!(from > 0 && to > from && density > 0 && Double.isFinite(density))) {
            return Optional.empty();
        }
        String label = "slope " + Numbers.formatFixed2(exponent.getAsDouble());
        return Optional.of(new Guide.Slope(exponent.getAsDouble(), from, to, density, label));
    }

    private static String abscissa(Spectrum spectrum) {
        return spectrum.details().source() == Spectrum.Source.GRAM
                ? "eigenvalue " + spectrum.details().normalization().formula()
                : "eigenvalue λ";
    }

    private static HistogramSteps steps(Spectrum spectrum) {
        LogHistogram histogram = LogHistogram.of(spectrum);
        double[] edges = histogram.edges();
        int[] counts = histogram.counts();
        double[] densities = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            densities[i] = counts[i] / (histogram.total() * (edges[i + 1] - edges[i]));
        }
        return new HistogramSteps(edges, densities, "eigenvalues");
    }
}
