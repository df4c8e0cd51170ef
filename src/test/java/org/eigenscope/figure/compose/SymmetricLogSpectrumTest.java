package org.eigenscope.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.law.WignerSemicircleLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

/** Spectra across zero on a symmetric logarithmic abscissa. */
class SymmetricLogSpectrumTest {
    private static final WignerSemicircleLaw SEMICIRCLE = WignerSemicircleLaw.of(0, 2);

    private static Spectrum spectrum(double... eigenvalues) {
        return Spectrum.of(
                eigenvalues,
                new Spectrum.Details(
                        eigenvalues.length,
                        eigenvalues.length,
                        Spectrum.Source.SYMMETRIC,
                        Normalization.RAW,
                        1e-300,
                        "given"));
    }

    private static Spectrum semicircle(int n) {
        return spectrum(IntStream.range(0, n)
                .mapToDouble(i -> SEMICIRCLE.quantile((i + 0.5) / n))
                .toArray());
    }

    private static double mass(HistogramSteps steps) {
        double total = 0;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            total += steps.density(bin) * (steps.upperEdge(bin) - steps.lowerEdge(bin));
        }
        return total;
    }

    private static double threshold(FigureSpec figure) {
        return ((SymmetricLogScale) figure.xAxis().scale()).threshold();
    }

    private static FigureSpec base(Spectrum spectrum, Ordinate ordinate) {
        return SpectrumFigure.base(spectrum, ordinate, AxisScale.SYMMETRIC_LOG, AxisScale.LOG);
    }

    @Test
    void thresholdIsThePowerOfTenBelowATenthOfTheSizes() {
        assertThat(SymmetricLogThreshold.of(semicircle(200))).isEqualTo(0.1);
        double[] values = DoubleStream.concat(
                        DoubleStream.of(-7, 3, 9),
                        DoubleStream.iterate(2e-5, x -> -x).limit(30))
                .toArray();
        assertThat(SymmetricLogThreshold.of(spectrum(values))).isEqualTo(1e-5);
    }

    @Test
    void thresholdIsAtLeastTheTrillionthPartOfTheLargestEigenvalue() {
        double[] values = DoubleStream.concat(
                        DoubleStream.of(-50),
                        DoubleStream.iterate(1e-15, x -> -x).limit(30))
                .toArray();
        assertThat(SymmetricLogThreshold.of(spectrum(values))).isEqualTo(1e-10);
    }

    @Test
    void thresholdOfZerosAloneIsOne() {
        assertThat(SymmetricLogThreshold.of(spectrum(0, 0, 0))).isEqualTo(1);
    }

    @Test
    void aThresholdThatWasChosenStays() {
        AxisScale chosen = SymmetricLogScale.of(0.03);
        assertThat(SymmetricLogThreshold.resolve(chosen, semicircle(50))).isEqualTo(chosen);
    }

    @Test
    void barsHoldAllEigenvaluesInBinsThatAreEquallyWideOnTheAxis() {
        FigureSpec figure = base(semicircle(500), Ordinate.DENSITY);
        AxisScale scale = figure.xAxis().scale();
        HistogramSteps steps = figure.histogram().orElseThrow();
        assertThat(mass(steps)).isCloseTo(1, within(1e-12));
        double[] places = Arrays.stream(steps.edges()).map(scale::forward).toArray();
        double width = places[1] - places[0];
        for (int i = 1; i < places.length; i++) {
            assertThat(places[i] - places[i - 1]).isCloseTo(width, within(1e-9));
        }
    }

    @Test
    void barsAreDensitiesPerUnitOfTheEigenvalue() {
        HistogramSteps steps =
                base(semicircle(20_000), Ordinate.DENSITY).histogram().orElseThrow();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            double from = steps.lowerEdge(bin);
            double to = steps.upperEdge(bin);
            double mean = (SEMICIRCLE.cumulative(to) - SEMICIRCLE.cumulative(from)) / (to - from);
            assertThat(steps.density(bin)).isCloseTo(mean, within(1.0 / 20_000 / (to - from)));
        }
    }

    @Test
    void aBinIsCentredInItsBarWhateverItsSigns() {
        FigureSpec figure = base(semicircle(500), Ordinate.DENSITY);
        AxisScale scale = figure.xAxis().scale();
        HistogramSteps steps = figure.histogram().orElseThrow();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            double middle = (scale.forward(steps.lowerEdge(bin)) + scale.forward(steps.upperEdge(bin))) / 2;
            assertThat(scale.forward(steps.center(bin, scale))).isCloseTo(middle, within(1e-12));
            assertThat(steps.center(bin, AxisScale.LINEAR)).isEqualTo(steps.center(bin));
        }
    }

    @Test
    void exactZerosStandInTheBarAtZero() {
        double[] values = DoubleStream.concat(
                        DoubleStream.iterate(0, x -> 0).limit(60), new Random(1).doubles(140, -1, 1))
                .toArray();
        HistogramSteps steps =
                base(spectrum(values), Ordinate.DENSITY).histogram().orElseThrow();
        assertThat(mass(steps)).isCloseTo(1, within(1e-12));
        int zero = IntStream.range(0, steps.binCount())
                .filter(bin -> steps.lowerEdge(bin) <= 0 && steps.upperEdge(bin) > 0)
                .findFirst()
                .orElseThrow();
        assertThat(steps.density(zero) * (steps.upperEdge(zero) - steps.lowerEdge(zero)))
                .isGreaterThan(0.3 - 1e-12);
    }

    @Test
    void spectraOfOneSignAndOfOneValueHaveBars() {
        for (double[] values : List.of(
                new double[] {1e-4, 1e-3, 0.01, 0.2, 7},
                new double[] {-1e-4, -1e-3, -0.01, -0.2, -7},
                new double[] {-3, -3, -3},
                new double[] {-1, -1 - 1e-12})) {
            FigureSpec figure = base(spectrum(values), Ordinate.DENSITY);
            assertThat(mass(figure.histogram().orElseThrow())).isCloseTo(1, within(1e-9));
            FigureRanges ranges = FigureRanges.of(figure);
            assertThat(ranges.x().objection(figure.xAxis().scale())).isEmpty();
            assertThat(Arrays.stream(values).allMatch(ranges.x()::contains)).isTrue();
        }
    }

    @Test
    void asManyBinsAsWantedAreMadeOfANarrowSpectrum() {
        AxisScale scale = SymmetricLogScale.of(1e-6);
        HistogramSteps steps = SpectrumBins.steps(spectrum(-1, -1 - 1e-8), scale, 10_000);
        assertThat(steps.binCount()).isEqualTo(10_000);
    }

    @Test
    void aLawIsSampledEvenlyAlongTheAxis() {
        Spectrum spectrum = semicircle(200);
        FigureSpec axes = base(spectrum, Ordinate.DENSITY);
        FigureRanges visible = FigureRanges.of(axes);
        LawCurve law = new LawCurve(LawFamily.SEMICIRCLE, SEMICIRCLE);
        Curve curve = SpectrumFigure.complete(
                        axes,
                        Ordinate.DENSITY,
                        visible,
                        new SpectrumFigure.Foreground(List.of(law), KeptWindow.EVERYTHING, List.of(), Set.of()),
                        List.of())
                .curves()
                .get(0);
        for (int i = 0; i < curve.size(); i++) {
            double before = i == 0 ? 0 : visible.x().fraction(axes.xAxis().scale(), curve.xAt(i - 1));
            assertThat(visible.x().fraction(axes.xAxis().scale(), curve.xAt(i)) - before)
                    .isLessThan(0.06);
        }
        assertThat(curve.densityAt(1e-3)).isCloseTo(SEMICIRCLE.density(1e-3), within(1e-4));
        assertThat(curve.densityAt(-1.2)).isCloseTo(SEMICIRCLE.density(-1.2), within(1e-3));
    }

    @Test
    void stepsOfTheDistributionGoFromNothingToAllAcrossZero() {
        Spectrum spectrum = semicircle(200);
        FigureSpec axes = base(spectrum, Ordinate.CUMULATIVE);
        Curve line = SpectrumFigure.background(spectrum, List.of(), Ordinate.CUMULATIVE, axes, FigureRanges.of(axes))
                .get(0);
        assertThat(line.yAt(0)).isZero();
        assertThat(line.yAt(line.size() - 1)).isEqualTo(1);
        assertThat(line.xAt(0)).isNegative();
        assertThat(line.label()).isEqualTo("eigenvalues");
        assertThat(threshold(axes)).isEqualTo(0.1);
    }

    @Test
    void theDescriptionNamesTheThreshold() {
        assertThat(FigureDescription.of(base(semicircle(200), Ordinate.DENSITY)))
                .contains("horizontal axis symmetric logarithmic with threshold 0.100, vertical axis logarithmic");
    }
}
