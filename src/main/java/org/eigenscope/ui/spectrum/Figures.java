package org.eigenscope.ui.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.AxisScale;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.EmpiricalSteps;
import org.eigenscope.figure.FigureRanges;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.SpectrumFigure;
import org.eigenscope.histogram.LogHistogram;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.fit.LawCurve;

/** Puts a spectrum and the laws over it into one figure. */
final class Figures {
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

    /** The axes of a spectrum, with its histogram, as on paper. */
    static FigureSpec base(Spectrum spectrum, Ordinate ordinate, AxisScale x, AxisScale y) {
        return SpectrumFigure.base(spectrum, ordinate, x, y);
    }

    /** The outline of another spectrum, as the figure would show its eigenvalues. */
    static Curve ghost(Ghost ghost, Ordinate ordinate, FigureSpec figure, FigureRanges visible) {
        Curve prototype = Curve.of(ghost.role(), ghost.label(), new double[0], new double[0]);
        return ordinate == Ordinate.DENSITY
                ? SpectrumFigure.steps(ghost.spectrum(), LogHistogram.of(ghost.spectrum()))
                        .outline(prototype)
                : EmpiricalSteps.of(ghost.spectrum().positive(), ordinate, prototype, figure, visible);
    }

    /** The line of the eigenvalues themselves, where the figure has no histogram for them. */
    static Optional<Curve> eigenvalues(Spectrum spectrum, Ordinate ordinate, FigureSpec figure, FigureRanges visible) {
        return ordinate == Ordinate.DENSITY || spectrum.positiveCount() == 0
                ? Optional.empty()
                : Optional.of(SpectrumFigure.eigenvalues(spectrum, ordinate, figure, visible));
    }

    /** The ranges of the histogram, with room above for laws that rise higher than its bars. */
    static FigureRanges rangesForLaws(FigureSpec figure) {
        return SpectrumFigure.rangesForLaws(figure);
    }

    /** The figure with the laws drawn over it, and with handles where trims are. */
    static FigureSpec withLaws(FigureSpec figure, Ordinate ordinate, FigureRanges visible, List<LawCurve> laws) {
        FigureSpec drawn = SpectrumFigure.withLaws(figure.withCurves(List.of()), ordinate, visible, laws);
        if (laws.isEmpty()) {
            return drawn;
        }
        List<Guide> guides = new ArrayList<>(trims(laws.get(0)));
        guides.addAll(drawn.guides());
        return drawn.withGuides(guides);
    }

    private static List<Guide> trims(LawCurve curve) {
        List<Guide> guides = new ArrayList<>();
        if (Double.isFinite(curve.window().lowerMark())) {
            guides.add(new Guide.Vertical(Guide.Kind.TRIM_LOWER, curve.window().lowerMark(), LOWER_TRIM));
        }
        if (Double.isFinite(curve.window().upperMark())) {
            guides.add(new Guide.Vertical(Guide.Kind.TRIM_UPPER, curve.window().upperMark(), UPPER_TRIM));
        }
        return guides;
    }
}
