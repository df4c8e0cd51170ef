package org.eigenscope.session.draw;

import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.RangeCurves;
import org.eigenscope.figure.compose.Residuals;
import org.eigenscope.figure.compose.StripRange;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.spectrum.Spectrum;

/** Builds the strip below a panel. */
final class Strips {
    private final FigureLook look;
    private final SeriesPlan series;
    private final Spectrum spectrum;
    private final List<LawCurve> laws;

    Strips(FigureLook look, SeriesPlan series, Spectrum spectrum, List<LawCurve> laws) {
        this.look = look;
        this.series = series;
        this.spectrum = spectrum;
        this.laws = laws;
    }

    /**
     * The strip; empty if none is wanted, or there is no law to compare with.
     *
     * @param shown the ranges of the axes above
     * @throws BadInputException if κ by range is wanted and not there
     */
    Optional<Panel.Strip> build(FigureRanges shown) throws BadInputException {
        return switch (look.extras().strip()) {
            case NONE -> Optional.empty();
            case RATIO ->
                laws.isEmpty() || look.view() != Ordinate.DENSITY
                        ? Optional.empty()
                        : Optional.of(RatioStrip.of(spectrum, look, laws.get(0)));
            case EXCESS -> laws.isEmpty() ? Optional.empty() : Optional.of(excess(shown));
            case KAPPA_RANGE -> Optional.of(range());
        };
    }

    private Panel.Strip excess(FigureRanges shown) {
        Residuals residuals = Residuals.of(spectrum, laws, look.x().scale(), shown);
        List<Curve> curves = residuals.curves().stream()
                .map(curve -> curve.withVisible(!look.names().hidden().contains(curve.id())))
                .toList();
        return strip("data − law", curves, residuals.band(), StripRange.of(residuals));
    }

    private Panel.Strip range() throws BadInputException {
        List<Curve> curves = RangeCurves.of(series.range()
                .orElseThrow(() -> new BadInputException("κ by range of " + series.label()
                        + " is not there: it is still being worked out, or no law could be fitted. Wait for it, or"
                        + " choose another strip.")));
        return strip("ln κ ratio", curves, Double.NaN, StripRange.of(curves));
    }

    private static Panel.Strip strip(String label, List<Curve> curves, double band, double end) {
        AxisSpec axis = new AxisSpec(label, AxisScale.LINEAR, Optional.of(new AxisRange(-end, end)));
        return Panel.Strip.of(axis, curves, band);
    }
}
