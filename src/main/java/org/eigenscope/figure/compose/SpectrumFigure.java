package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.LawRole;
import org.eigenscope.spectrum.Spectrum;

/** Puts a spectrum and the laws over it into one figure, the same for the window and for paper. */
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

    private SpectrumFigure() {}

    /** A law to draw. */
    public interface DrawnLaw {
        /** The family that decides the style of the curve. */
        LawFamily family();

        /** Colour, dashes and the usual id of the curve. */
        default CurveRole role() {
            return CurveRole.of(family());
        }

        /** The label in the legend. */
        default String label() {
            return family().displayName();
        }

        /** The law at its parameters, in the units of the eigenvalues. */
        SpectralLaw law();

        /** The function that is drawn: the law, or its part in the kept range of a trimmed sample. */
        default CurveFunction function(Ordinate ordinate) {
            return switch (ordinate) {
                case DENSITY -> CurveFunction.densityOf(law());
                case CUMULATIVE -> CurveFunction.share(law()::cumulative);
                case SURVIVAL -> CurveFunction.share(law()::survival);
            };
        }
    }

    /**
     * The axes of a spectrum, with its histogram where densities are wanted; in every view it sets the abscissa.
     *
     * @param wanted the scale of the abscissa, whose threshold the spectrum may choose
     */
    public static FigureSpec base(Spectrum spectrum, Ordinate ordinate, AxisScale wanted, AxisScale y) {
        return base(spectrum, new Bars(0, List.of()), ordinate, wanted, y);
    }

    /**
     * What the axes have to show besides the spectrum's own bars of automatic width.
     *
     * @param wanted how many bars the spectrum has; 0 to let the data choose
     * @param outlines other spectra, whose bulk the abscissa shows as well
     */
    public record Bars(int wanted, List<Ghost> outlines) {
        public Bars {
            outlines = List.copyOf(outlines);
        }
    }

    /**
     * The axes of a spectrum and of the outlines of others, with its histogram where densities are wanted.
     *
     * @param wanted the scale of the abscissa, whose threshold the spectrum may choose
     */
    public static FigureSpec base(Spectrum spectrum, Bars content, Ordinate ordinate, AxisScale wanted, AxisScale y) {
        AxisScale x = SymmetricLogThreshold.resolve(wanted, spectrum);
        FigureSpec axes = FigureSpec.EMPTY
                .withXAxis(new AxisSpec(abscissa(spectrum), x, Optional.empty()))
                .withYAxis(new AxisSpec(ordinate.axisLabel(), y, Optional.empty()));
        if (ShownEigenvalues.of(spectrum, x).isEmpty()) {
            return axes;
        }
        FigureSpec bars = axes.withHistogram(SpectrumBins.steps(spectrum, x, content.wanted()));
        if (ordinate == Ordinate.DENSITY) {
            return bars;
        }
        // the same abscissae in every view, so that they can be compared
        FigureRanges own = FigureRanges.of(bars);
        bars = bars.withCurves(content.outlines().stream()
                .map(ghost -> outline(ghost, Ordinate.DENSITY, axes, own))
                .toList());
        return axes.withXAxis(bars.xAxis().withRange(FigureRanges.of(bars).x()))
                .withYAxis(bars.yAxis().withRange(shares(y, spectrum.size())));
    }

    /** The range of shares from 0 to 1; on a logarithmic axis from half an eigenvalue. */
    private static AxisRange shares(AxisScale scale, int n) {
        return scale == AxisScale.LOG ? new AxisRange(0.5 / n, 1.6) : new AxisRange(0, 1.04);
    }

    /** The ranges of the histogram, with room above for laws that rise higher than its bars. */
    public static FigureRanges rangesForLaws(FigureSpec figure) {
        FigureRanges own = FigureRanges.of(figure);
        return new FigureRanges(
                own.x(), new AxisRange(own.y().lower(), ROOM_ABOVE * own.y().upper()));
    }

    /**
     * Laws and marks that are drawn over a histogram and its background.
     *
     * @param laws the most important first
     * @param window the eigenvalues that their fit used
     * @param marks lines at other places
     * @param hidden ids of curves that are not drawn
     */
    public record Foreground(
            List<? extends DrawnLaw> laws, KeptWindow window, List<? extends Guide> marks, Set<String> hidden) {
        public Foreground {
            laws = List.copyOf(laws);
            Objects.requireNonNull(window, "window");
            marks = List.copyOf(marks);
            hidden = Set.copyOf(hidden);
        }

        /** A foreground of laws alone: no window, marks or hidden curves. */
        public static Foreground of(List<? extends DrawnLaw> laws) {
            return new Foreground(laws, KeptWindow.EVERYTHING, List.of(), Set.of());
        }
    }

    /**
     * The background of the laws: the line of the eigenvalues in a view of their distribution, and the outlines of other spectra.
     *
     * @param axes those of the spectrum
     * @param visible what is in sight
     */
    public static List<Curve> background(
            Spectrum spectrum, List<Ghost> ghosts, Ordinate view, FigureSpec axes, FigureRanges visible) {
        List<Curve> curves = new ArrayList<>();
        if (view != Ordinate.DENSITY
                && !ShownEigenvalues.of(spectrum, axes.xAxis().scale()).isEmpty()) {
            curves.add(eigenvalues(spectrum, view, axes, visible));
        }
        for (Ghost ghost : ghosts) {
            curves.add(outline(ghost, view, axes, visible));
        }
        return curves;
    }

    /** The line of the eigenvalues themselves, for a view of their distribution. */
    private static Curve eigenvalues(Spectrum spectrum, Ordinate view, FigureSpec axes, FigureRanges visible) {
        ShownEigenvalues shown = ShownEigenvalues.of(spectrum, axes.xAxis().scale());
        Curve prototype = Curve.of(CurveRole.EIGENVALUES, shown.label(SAMPLE_LABEL), new double[0], new double[0]);
        return EmpiricalSteps.of(shown, view, prototype, axes, visible);
    }

    /** Another spectrum as the figure would show its eigenvalues. */
    private static Curve outline(Ghost ghost, Ordinate view, FigureSpec axes, FigureRanges visible) {
        AxisScale scale = axes.xAxis().scale();
        ShownEigenvalues shown = ShownEigenvalues.of(ghost.spectrum(), scale);
        Curve prototype = Curve.of(ghost.role(), shown.label(ghost.label()), new double[0], new double[0]);
        return view == Ordinate.DENSITY
                ? SpectrumBins.steps(ghost.spectrum(), scale, 0).outline(prototype)
                : EmpiricalSteps.of(shown, view, prototype, axes, visible);
    }

    /**
     * The whole figure: laws over their background, guides at trims, at the first law's floor and along its tail, and
     * the marks.
     *
     * @param axes those of the spectrum, with its histogram
     * @param visible what is in sight
     */
    public static FigureSpec complete(
            FigureSpec axes, Ordinate view, FigureRanges visible, Foreground content, List<Curve> background) {
        List<Curve> curves = new ArrayList<>();
        for (DrawnLaw law : content.laws()) {
            curves.add(CurveSampler.sample(law.function(view), prototype(law, curves), axes, visible));
        }
        curves.addAll(background);
        List<Guide> guides = new ArrayList<>(content.window().guides());
        if (!content.laws().isEmpty()) {
            guides.addAll(guides(axes, view, content.laws().get(0), visible));
        }
        guides.addAll(content.marks());
        return axes.withCurves(curves.stream()
                        .map(curve -> curve.withVisible(!content.hidden().contains(curve.id())))
                        .toList())
                .withGuides(guides);
    }

    /** The id of a law's curve: that of its role, or of its family where a law of the same role is there already. */
    public static String curveId(CurveRole role, LawFamily family, Set<String> others) {
        // two limits of one kind are one curve drawn twice
        return others.contains(role.id()) && !role.isLimit() ? family.id() : role.id();
    }

    /** An empty curve for a law that is drawn with others. */
    static Curve prototype(DrawnLaw law, List<Curve> others) {
        Set<String> ids = others.stream().map(Curve::id).collect(Collectors.toSet());
        CurveRole role = law.role();
        return new Curve(curveId(role, law.family(), ids), role, law.label(), new double[0], new double[0], true);
    }

    /**
     * Marks of the eigenvalues above a bulk: the ends of the band of its largest eigenvalue, the upper saying how many lie above,
     * and a short line for each.
     *
     * @param lower where the band begins
     * @param upper where it ends
     * @param spikes the eigenvalues above it
     */
    public static List<Guide> spikeMarks(double lower, double upper, double[] spikes) {
        List<Guide> marks = new ArrayList<>();
        marks.add(new Guide.Vertical(Guide.Kind.MARK, lower, ""));
        String count = spikes.length + (spikes.length == 1 ? " spike" : " spikes");
        marks.add(new Guide.Vertical(Guide.Kind.MARK, upper, "MP edge, " + count));
        for (double value : spikes) {
            marks.add(new Guide.Vertical(Guide.Kind.MARK, value, ""));
        }
        return marks;
    }

    private static List<Guide> guides(FigureSpec figure, Ordinate view, DrawnLaw drawn, FigureRanges visible) {
        List<Guide> guides = new ArrayList<>();
        SpectralLaw law = drawn.law();
        double floor = law.supportLower();
        // the edge of a bulk is not its floor
        boolean bulk = drawn.family().role() == LawRole.INFINITE_KAPPA;
        if (floor > 0 && !bulk) {
            guides.add(new Guide.Vertical(Guide.Kind.TAU, floor, "τ"));
        }
        boolean logarithmic =
                figure.xAxis().scale() == AxisScale.LOG && figure.yAxis().scale() == AxisScale.LOG;
        if (logarithmic && view == Ordinate.DENSITY) {
            tail(drawn, visible).ifPresent(guides::add);
        }
        return guides;
    }

    /** A straight line of the tail's slope, where both axes are logarithmic and the law has a power tail. */
    private static Optional<Guide> tail(DrawnLaw drawn, FigureRanges visible) {
        SpectralLaw law = drawn.law();
        OptionalDouble exponent = law.upperTailExponent();
        if (exponent.isEmpty()) {
            return Optional.empty();
        }
        double from = Math.max(law.quantile(TAIL_BEGINS), visible.x().at(AxisScale.LOG, GUIDE_BEGINS));
        double to = visible.x().at(AxisScale.LOG, GUIDE_ENDS);
        double density = GUIDE_LIFT
                * Math.exp(drawn.function(Ordinate.DENSITY).logHeight().applyAsDouble(from));
        if (!(from > 0 && to > from && density > 0 && Double.isFinite(density))) {
            return Optional.empty();
        }
        String label = "slope " + NumberText.fixed(exponent.getAsDouble(), 2);
        return Optional.of(new Guide.Slope(exponent.getAsDouble(), from, to, density, label));
    }

    private static String abscissa(Spectrum spectrum) {
        Spectrum.Details details = spectrum.details();
        return "eigenvalue " + details.normalization().formula(details.source().isSquared());
    }
}
