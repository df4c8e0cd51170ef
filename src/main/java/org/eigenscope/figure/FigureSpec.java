package org.eigenscope.figure;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.figure.axis.AxisSpec;

/**
 * Everything that a spectrum figure shows, for the window's chart and for exports alike.
 *
 * @param title above the axes, may be empty
 * @param xAxis the abscissa, eigenvalues
 * @param yAxis the ordinate, densities
 * @param histogram the empirical spectral density, if there is one
 * @param curves the laws, the most important first; ids differ
 * @param guides marks
 * @param legend where the legend stands
 */
public record FigureSpec(
        String title,
        AxisSpec xAxis,
        AxisSpec yAxis,
        Optional<HistogramSteps> histogram,
        List<Curve> curves,
        List<Guide> guides,
        LegendPosition legend) {
    /** A log-log figure with nothing in it. */
    public static final FigureSpec EMPTY = new FigureSpec(
            "",
            AxisSpec.log("eigenvalue λ"),
            AxisSpec.log("density ρ(λ)"),
            Optional.empty(),
            List.of(),
            List.of(),
            LegendPosition.AUTO);

    public FigureSpec {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(xAxis, "xAxis");
        Objects.requireNonNull(yAxis, "yAxis");
        Objects.requireNonNull(histogram, "histogram");
        Objects.requireNonNull(legend, "legend");
        curves = List.copyOf(curves);
        guides = List.copyOf(guides);
        Set<String> ids = new HashSet<>();
        for (Curve curve : curves) {
            if (!ids.add(curve.id())) {
                throw new IllegalArgumentException("curve id " + curve.id() + " appears twice");
            }
        }
    }

    /** A log-log figure of a histogram. */
    public static FigureSpec of(HistogramSteps histogram) {
        return EMPTY.withHistogram(histogram);
    }

    /** Whether there is neither a bar nor a curve to draw. */
    public boolean isEmpty() {
        return histogram.filter(h -> !h.isEmpty()).isEmpty() && curves.stream().allMatch(c -> c.size() == 0);
    }

    /** The vertical guide of the given kind, the first if there are several. */
    public Optional<Guide.Vertical> vertical(Guide.Kind kind) {
        return guides.stream()
                .filter(Guide.Vertical.class::isInstance)
                .map(Guide.Vertical.class::cast)
                .filter(g -> g.kind() == kind)
                .findFirst();
    }

    public FigureSpec withTitle(String value) {
        return new FigureSpec(value, xAxis, yAxis, histogram, curves, guides, legend);
    }

    public FigureSpec withXAxis(AxisSpec value) {
        return new FigureSpec(title, value, yAxis, histogram, curves, guides, legend);
    }

    public FigureSpec withYAxis(AxisSpec value) {
        return new FigureSpec(title, xAxis, value, histogram, curves, guides, legend);
    }

    public FigureSpec withHistogram(HistogramSteps value) {
        return new FigureSpec(title, xAxis, yAxis, Optional.of(value), curves, guides, legend);
    }

    public FigureSpec withoutHistogram() {
        return new FigureSpec(title, xAxis, yAxis, Optional.empty(), curves, guides, legend);
    }

    public FigureSpec withCurves(List<Curve> value) {
        return new FigureSpec(title, xAxis, yAxis, histogram, value, guides, legend);
    }

    public FigureSpec withGuides(List<? extends Guide> value) {
        return new FigureSpec(title, xAxis, yAxis, histogram, curves, List.copyOf(value), legend);
    }

    public FigureSpec withLegend(LegendPosition value) {
        return new FigureSpec(title, xAxis, yAxis, histogram, curves, guides, value);
    }
}
