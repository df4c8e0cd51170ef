package org.eigenscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.histogram.EstimatedBins;
import org.eigenscope.histogram.LogHistogram;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.spectrum.Spectrum;

/** Puts a spectrum and the laws over it into one figure: the same one for the window and for paper. */
public final class SpectrumFigure {
    /** How far above the tallest bar a law's peak is followed, as a factor. */
    private static final double ROOM_ABOVE = 12;
    /** The tail guide stands this much above the curve, so that both can be seen. */
    private static final double GUIDE_LIFT = 1.8;
    /** The tail guide begins no sooner than this quantile of the law. */
    private static final double TAIL_BEGINS = 0.7;
    /** Where on the abscissa the tail guide stands, as fractions of what is in sight; its label needs room to the right. */
    private static final double GUIDE_BEGINS = 0.6;

    private static final double GUIDE_ENDS = 0.85;
    private static final String SAMPLE_LABEL = "eigenvalues";
    private static final String ESTIMATE_LABEL = "estimate ± 1 s.e.";

    private SpectrumFigure() {}

    /** A law to draw. */
    public interface DrawnLaw {
        /** Whose name and style it has. */
        LawFamily family();

        /** The law itself. */
        SpectralLaw law();

        /** What is drawn of it: the law, or its part in a sample of which some is left out. */
        default CurveFunction function(Ordinate ordinate) {
            return switch (ordinate) {
                case DENSITY -> CurveFunction.densityOf(law());
                case CUMULATIVE -> CurveFunction.share(law()::cumulative);
                case SURVIVAL -> CurveFunction.share(law()::survival);
            };
        }
    }

    /** A spectrum on the given axes: its histogram if densities are wanted, otherwise the line of its distribution. */
    public static FigureSpec of(Spectrum spectrum, Ordinate ordinate, AxisScale x, AxisScale y) {
        FigureSpec axes = base(spectrum, ordinate, x, y);
        if (ordinate == Ordinate.DENSITY || spectrum.positiveCount() == 0) {
            return axes;
        }
        return axes.withoutHistogram()
                .withCurves(List.of(eigenvalues(spectrum, ordinate, axes, FigureRanges.of(axes))));
    }

    /** The line of the eigenvalues themselves, for a view of their distribution. */
    public static Curve eigenvalues(Spectrum spectrum, Ordinate ordinate, FigureSpec figure, FigureRanges visible) {
        Curve prototype = Curve.of(CurveRole.EIGENVALUES, SAMPLE_LABEL, new double[0], new double[0]);
        return EmpiricalSteps.of(spectrum.positive(), ordinate, prototype, figure, visible);
    }

    /** The axes of a spectrum, with its histogram in every view, since it sets the abscissa. */
    public static FigureSpec base(Spectrum spectrum, Ordinate ordinate, AxisScale x, AxisScale y) {
        FigureSpec axes = FigureSpec.EMPTY
                .withXAxis(new AxisSpec(abscissa(spectrum), x, Optional.empty()))
                .withYAxis(new AxisSpec(ordinate.axisLabel(), y, Optional.empty()));
        if (spectrum.positiveCount() == 0) {
            return axes;
        }
        FigureSpec bars = axes.withHistogram(steps(spectrum, LogHistogram.of(spectrum)));
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

    /** The ranges of the histogram, with room above for laws that rise higher than its bars. */
    public static FigureRanges rangesForLaws(FigureSpec figure) {
        FigureRanges own = FigureRanges.of(figure);
        return new FigureRanges(
                own.x(), new AxisRange(own.y().lower(), ROOM_ABOVE * own.y().upper()));
    }

    /** The figure with laws drawn over it, and guides at the first one's floor and along its tail; other curves stay. */
    public static FigureSpec withLaws(
            FigureSpec figure, Ordinate view, FigureRanges visible, List<? extends DrawnLaw> laws) {
        List<Curve> curves = new ArrayList<>(figure.curves());
        for (DrawnLaw law : laws) {
            Curve prototype = prototype(law.family(), curves);
            curves.add(CurveSampler.sample(law.function(view), prototype, figure, visible));
        }
        return figure.withCurves(curves)
                .withGuides(laws.isEmpty() ? List.of() : guides(figure, view, laws.get(0), visible));
    }

    /** An empty curve with the id of its role, or of its family where a law of the same role is there already. */
    private static Curve prototype(LawFamily family, List<Curve> others) {
        CurveRole role = CurveRole.of(family);
        boolean taken = others.stream().anyMatch(curve -> curve.id().equals(role.id()));
        String id = taken ? family.id() : role.id();
        return new Curve(id, role, family.displayName(), new double[0], new double[0], true);
    }

    private static List<Guide> guides(FigureSpec figure, Ordinate view, DrawnLaw drawn, FigureRanges visible) {
        List<Guide> guides = new ArrayList<>();
        SpectralLaw law = drawn.law();
        double floor = law.supportLower();
        // the edge of a bulk is not its floor
        boolean bulk = drawn.family() == LawFamily.MP || drawn.family() == LawFamily.INVERSE_MP;
        if (floor > 0 && !bulk) {
            guides.add(new Guide.Vertical(Guide.Kind.TAU, floor, "τ"));
        }
        boolean logarithmic =
                figure.xAxis().scale() == AxisScale.LOG && figure.yAxis().scale() == AxisScale.LOG;
        if (logarithmic && view == Ordinate.DENSITY) {
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
        String label = "slope " + NumberText.fixed(exponent.getAsDouble(), 2);
        return Optional.of(new Guide.Slope(exponent.getAsDouble(), from, to, density, label));
    }

    private static String abscissa(Spectrum spectrum) {
        return spectrum.details().source().isSquared()
                ? "eigenvalue " + spectrum.details().normalization().formula()
                : "eigenvalue λ";
    }

    /** The bars of a spectrum on the edges of its histogram: counts, or what is estimated with its standard errors. */
    public static HistogramSteps steps(Spectrum spectrum, LogHistogram histogram) {
        if (spectrum.estimate().isEmpty()) {
            return steps(histogram);
        }
        EstimatedBins bins = EstimatedBins.of(spectrum.estimate().get(), histogram);
        return new HistogramSteps(bins.edges(), bins.densities(), bins.standardErrors(), ESTIMATE_LABEL);
    }

    private static HistogramSteps steps(LogHistogram histogram) {
        double[] edges = histogram.edges();
        int[] counts = histogram.counts();
        double[] densities = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            densities[i] = counts[i] / (histogram.total() * (edges[i + 1] - edges[i]));
        }
        return new HistogramSteps(edges, densities, SAMPLE_LABEL);
    }
}
