package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.MarchenkoPasturLaw;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

class SpikesTest {
    private static final int N = 400;
    private static final double EDGE = Math.pow(1 + Math.sqrt(0.5), 2);

    private static Spectrum spectrum(Spectrum.Source source, double... spikes) {
        MarchenkoPasturLaw law = MarchenkoPasturLaw.of(0.5);
        DoubleStream bulk = IntStream.range(0, N - spikes.length).mapToDouble(i -> law.quantile((i + 0.5) / N));
        return Spectrum.of(
                DoubleStream.concat(bulk, DoubleStream.of(spikes)).toArray(),
                new Spectrum.Details(N, 2 * N, source, Normalization.MP, 0, "quantiles"));
    }

    @Test
    void eigenvaluesFarAboveTheBulkAreSpikes() throws Exception {
        Spikes spikes = Spikes.of(new SpectralFitter(), spectrum(Spectrum.Source.GRAM, 5, 9), CancelToken.NONE)
                .orElseThrow();
        assertThat(spikes.values()).containsExactly(5, 9);
    }

    @Test
    void aPureBulkHasNone() throws Exception {
        Spikes spikes = Spikes.of(new SpectralFitter(), spectrum(Spectrum.Source.GRAM), CancelToken.NONE)
                .orElseThrow();
        assertThat(spikes.values()).isEmpty();
    }

    @Test
    void theBandLiesAboutTheEdgeAndNarrowsWithTheTwoThirdsPower() {
        Spikes few = Spikes.above(new double[N], 0.5, 1, 1);
        Spikes many = Spikes.above(new double[8 * N], 0.5, 1, 1);
        assertThat(few.bandLower()).isLessThan(EDGE);
        assertThat(few.bandUpper()).isCloseTo(EDGE, within(0.1));
        assertThat((few.bandUpper() - few.bandLower()) / (many.bandUpper() - many.bandLower()))
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void aSymmetricMatrixHasNoSuchBulk() throws Exception {
        assertThat(Spikes.of(new SpectralFitter(), spectrum(Spectrum.Source.SYMMETRIC), CancelToken.NONE))
                .isEmpty();
    }
}
