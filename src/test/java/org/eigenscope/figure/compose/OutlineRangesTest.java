package org.eigenscope.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The axes show the outlines of other spectra as well, wherever those lie. */
class OutlineRangesTest {
    private static Spectrum spectrum(double scale) {
        double[] values =
                new Random(3).doubles(200, 0.5 * scale, 2 * scale).sorted().toArray();
        return Spectrum.of(
                values, new Spectrum.Details(200, 200, Spectrum.Source.SYMMETRIC, Normalization.RAW, 1e-300, "given"));
    }

    private static FigureSpec figure(Ordinate view, AxisScale x, AxisScale y, double ghostScale) {
        Spectrum own = spectrum(1);
        List<Ghost> ghosts = List.of(new Ghost(CurveRole.PREVIOUS, "other", spectrum(ghostScale)));
        FigureSpec base = SpectrumFigure.base(own, new SpectrumFigure.Bars(0, ghosts), view, x, y);
        FigureRanges tall = SpectrumFigure.rangesForLaws(base);
        return SpectrumFigure.complete(
                base,
                view,
                tall,
                SpectrumFigure.Foreground.of(List.of()),
                SpectrumFigure.background(own, ghosts, view, base, tall));
    }

    @ParameterizedTest
    @EnumSource(Ordinate.class)
    void logarithmicAxesReachFromEndToEndOfEveryOutline(Ordinate view) {
        for (double scale : new double[] {1e-6, 0.3, 5, 1e7}) {
            FigureRanges ranges = FigureRanges.of(figure(view, AxisScale.LOG, AxisScale.LOG, scale));
            assertThat(ranges.x().lower()).isLessThan(0.51 * Math.min(1, scale));
            assertThat(ranges.x().upper()).isGreaterThan(1.98 * Math.max(1, scale));
        }
    }

    @ParameterizedTest
    @CsvSource({"LOG", "LINEAR"})
    void theOrdinateReachesTheTopOfEveryOutline(String name) {
        AxisScale y = name.equals("LOG") ? AxisScale.LOG : AxisScale.LINEAR;
        FigureSpec figure = figure(Ordinate.DENSITY, AxisScale.LOG, y, 0.01);
        Curve ghost = figure.curves().get(0);
        assertThat(FigureRanges.of(figure).y().upper())
                .isGreaterThan(Arrays.stream(ghost.y()).max().orElseThrow());
    }

    @Test
    void aHiddenOutlineLeavesTheAxesAlone() {
        FigureSpec figure = figure(Ordinate.DENSITY, AxisScale.LOG, AxisScale.LOG, 1e5);
        FigureSpec hidden = figure.withCurves(
                figure.curves().stream().map(curve -> curve.withVisible(false)).toList());
        assertThat(FigureRanges.of(hidden)).isEqualTo(FigureRanges.of(figure.withCurves(List.of())));
    }
}
