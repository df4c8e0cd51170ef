package org.eigenscope.fit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedMetricsTest {
    private static final double ROUNDING = 1e-9;
    private static final int SIDE = 400;

    static List<String> metrics() {
        return Samples.lines("quoted_metrics.csv");
    }

    private static Spectrum spectrum(double[] values) {
        return Spectrum.of(
                values, new Spectrum.Details(values.length, SIDE, Spectrum.Source.GRAM, Normalization.RAW, 0, "test"));
    }

    private static Map<String, Double> of(double[] values) throws Exception {
        return QuotedMetrics.of(spectrum(values), CancelToken.NONE).asMap();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void metricsAgreeWithNumpy(String line) throws Exception {
        String[] cells = line.split(",");
        double expected = Double.parseDouble(cells[1]);

        assertThat(of(Samples.reference("digits")).get(cells[0]))
                .isCloseTo(expected, within(ROUNDING * Math.max(1, Math.abs(expected))));
    }

    @Test
    void gaussianLayerShowsTheStandardDeviationOfItsEntriesAndNoSpikes() throws Exception {
        double sigma = 0.3;
        double[] values = Samples.direct(Samples.htmp(200, 200, 0.5, 8), sigma * sigma * SIDE, 0);
        Map<String, Double> metrics = of(values);

        assertThat(metrics.get("bulk_sigma")).isCloseTo(sigma, within(0.01));
        assertThat(metrics.get("bulk_spikes")).isZero();
        assertThat(metrics.get("bulk_softrank")).isCloseTo(1, within(0.05));
    }

    @Test
    void theGuideDefinesEveryMetric() throws Exception {
        String page = Files.readString(Path.of("src", "site", "markdown", "guide", "verdicts.md"));
        Set<String> named = of(Samples.reference("digits")).keySet();
        assertThat(named)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void plantedSpikesAreCounted() throws Exception {
        double[] values = Samples.direct(Samples.htmp(200, 200, 0.5, 8), 1, 0);
        values[198] = 6;
        values[199] = 8;

        assertThat(of(values).get("bulk_spikes")).isEqualTo(2);
        assertThat(of(values).get("bulk_softrank")).isCloseTo(2.91 / 8, within(0.03));
    }

    @Test
    void theHeaviestOfTailsHasNoBulkToMeasure() throws Exception {
        double[] values = Samples.inverse(Samples.htmp(200, 0.3, 0.5, 5), 1, 0);

        assertThat(of(values)).containsKey("tail_alpha").doesNotContainKeys("bulk_sigma", "bulk_spikes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 9, 30})
    void fewEigenvaluesHaveFewerMetricsAndNoneThatIsNotANumber(int n) throws Exception {
        Random random = new Random(n);
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextDouble());

        assertThat(of(values).values()).allSatisfy(value -> assertThat(value).isFinite());
    }

    @Test
    void equalAndDominatedSpectraHaveFiniteMetrics() throws Exception {
        double[] equal = new double[60];
        Arrays.fill(equal, 2);
        double[] dominated = new double[60];
        Arrays.setAll(dominated, i -> i == 59 ? 1e12 : 1 + i / 60.0);

        assertThat(of(equal).values()).allSatisfy(value -> assertThat(value).isFinite());
        assertThat(of(dominated).values()).allSatisfy(value -> assertThat(value).isFinite());
        assertThat(of(dominated).get("stable_rank")).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void functionalsOfALawAreThoseOfItsQuantiles() {
        SpectralLaw law = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(12, 0.5, 1.5, 0.1));
        double[] values = new double[20_000];
        Arrays.setAll(values, i -> law.quantile((i + 0.5) / values.length));
        SpectralFunctionals sample = SpectralFunctionals.of(values);
        SpectralFunctionals exact = SpectralFunctionals.of(law, sample.trace());

        assertThat(exact.trace()).isCloseTo(sample.trace(), within(1e-3));
        assertThat(exact.logDeterminant()).isCloseTo(sample.logDeterminant(), within(1e-4));
        assertThat(exact.freeEnergy()).isCloseTo(sample.freeEnergy(), within(1e-5));
    }
}
