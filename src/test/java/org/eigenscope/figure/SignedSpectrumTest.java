package org.eigenscope.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.Residuals;
import org.eigenscope.figure.compose.SpectrumBins;
import org.eigenscope.figure.compose.SpectrumFigure;
import org.eigenscope.law.GammaLaw;
import org.eigenscope.law.WignerSemicircleLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

/** Figures of spectra with negative eigenvalues and zeros are relative to all eigenvalues. */
class SignedSpectrumTest {
    private static final FigureRanges RANGES = new FigureRanges(new AxisRange(-1, 1), new AxisRange(0, 1));

    private static double[] numbers(String kind) throws IOException, URISyntaxException {
        Path file = Path.of(SignedSpectrumTest.class
                .getResource("/figure/signed_histogram.csv")
                .toURI());
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(kind + ","))
                .mapToDouble(line -> Double.parseDouble(line.substring(kind.length() + 1)))
                .toArray();
    }

    private static Spectrum spectrum(double... eigenvalues) {
        return Spectrum.of(
                eigenvalues,
                new Spectrum.Details(
                        eigenvalues.length,
                        eigenvalues.length,
                        Spectrum.Source.SYMMETRIC,
                        Normalization.RAW,
                        1e-12,
                        "given"));
    }

    private static double mass(HistogramSteps steps) {
        double total = 0;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            total += steps.density(bin) * (steps.upperEdge(bin) - steps.lowerEdge(bin));
        }
        return total;
    }

    @Test
    void barsOnALinearAbscissaAreNumpysHistogram() throws Exception {
        HistogramSteps steps = SpectrumBins.steps(spectrum(numbers("eigenvalue")), AxisScale.LINEAR, 20);
        assertThat(steps.edges()).containsExactly(numbers("edge"), within(1e-12));
        assertThat(steps.densities()).containsExactly(numbers("density"), within(1e-12));
    }

    @Test
    void barsOnALogarithmicAbscissaHoldThePartOfThePositiveEigenvalues() throws Exception {
        double[] all = numbers("eigenvalue");
        double positive = DoubleStream.of(all).filter(v -> v > 0).count();
        HistogramSteps steps = SpectrumBins.steps(spectrum(all), AxisScale.LOG, 0);
        assertThat(mass(steps)).isCloseTo(positive / all.length, within(1e-12));
        assertThat(steps.label()).isEqualTo("eigenvalues (not shown: " + (60 - (int) positive) + " negative of 60)");
    }

    @Test
    void zerosAreSaidAndNotDrawnWithoutNegatives() {
        Spectrum deficient = spectrum(0, 0, 1, 2, 3, 4, 5, 6);
        for (AxisScale scale : AxisScale.kinds()) {
            HistogramSteps steps = SpectrumBins.steps(deficient, scale, 0);
            assertThat(mass(steps)).isCloseTo(0.75, within(1e-12));
            assertThat(steps.label()).isEqualTo("eigenvalues (not shown: 2 zero of 8)");
        }
    }

    @Test
    void zerosAmongNegativesAndPositivesAreDrawnOnALinearAbscissa() {
        HistogramSteps steps = SpectrumBins.steps(spectrum(-2, -1, 0, 0, 1, 2), AxisScale.LINEAR, 4);
        assertThat(mass(steps)).isCloseTo(1, within(1e-12));
        assertThat(steps.label()).isEqualTo("eigenvalues");
    }

    @Test
    void negativeEigenvaluesAloneAreDrawnOnALinearAbscissa() {
        FigureSpec figure =
                SpectrumFigure.base(spectrum(-3, -2, -1), Ordinate.DENSITY, AxisScale.LINEAR, AxisScale.LINEAR);
        assertThat(figure.histogram()).isPresent();
        assertThat(FigureRanges.of(figure).x().contains(-2)).isTrue();
    }

    @Test
    void lawOfPositiveEigenvaluesHasTheirWeightAndThatOfAnySignAll() {
        Spectrum half = spectrum(-2, -1, 1, 2);
        GammaLaw gamma = GammaLaw.of(3, 1);
        LawCurve positive = new LawCurve(LawFamily.GAMMA_LAW, gamma).among(half);
        assertThat(positive.cumulative(1)).isCloseTo(0.5 + 0.5 * gamma.cumulative(1), within(1e-15));
        assertThat(positive.survival(1)).isCloseTo(0.5 * gamma.survival(1), within(1e-15));
        double logHeight = positive.function(Ordinate.DENSITY).logHeight().applyAsDouble(1);
        assertThat(logHeight).isCloseTo(gamma.logDensity(1) + Math.log(0.5), within(1e-15));
        WignerSemicircleLaw semicircle = WignerSemicircleLaw.of(0, 2);
        assertThat(new LawCurve(LawFamily.SEMICIRCLE, semicircle).among(half).cumulative(1))
                .isEqualTo(semicircle.cumulative(1));
    }

    @Test
    void residualsOfASemicircleAreThoseOfAllEigenvaluesOnEitherAbscissa() {
        WignerSemicircleLaw law = WignerSemicircleLaw.of(0, 1);
        double[] quantiles = new double[40];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = law.quantile((i + 0.5) / quantiles.length);
        }
        List<LawCurve> laws = List.of(new LawCurve(LawFamily.SEMICIRCLE, law));
        Residuals all = Residuals.of(spectrum(quantiles), laws, AxisScale.LINEAR, RANGES);
        assertThat(all.distance()).isCloseTo(0.0125, within(1e-9));
        assertThat(all.curves().get(0).size()).isEqualTo(80);
        FigureRanges above = new FigureRanges(new AxisRange(1e-3, 1), new AxisRange(0, 1));
        Residuals upper = Residuals.of(spectrum(quantiles), laws, AxisScale.LOG, above);
        assertThat(upper.distance()).isCloseTo(0.0125, within(1e-9));
        for (double residual : upper.curves().get(0).y()) {
            // half a step of the 20 positive ones
            assertThat(Math.abs(residual)).isCloseTo(0.025, within(1e-9));
        }
    }

    @Test
    void sharesOnALogarithmicAbscissaStartAtThePartThatIsNotPositive() {
        FigureSpec axes =
                SpectrumFigure.base(spectrum(-2, -1, 1, 2), Ordinate.CUMULATIVE, AxisScale.LOG, AxisScale.LINEAR);
        Curve line = SpectrumFigure.background(
                        spectrum(-2, -1, 1, 2), List.of(), Ordinate.CUMULATIVE, axes, FigureRanges.of(axes))
                .get(0);
        assertThat(line.yAt(0)).isCloseTo(0.5, within(1e-15));
        assertThat(line.yAt(line.size() - 1)).isCloseTo(1, within(1e-15));
    }
}
