package org.eigenscope.fit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Samples;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseRulesTest {
    private static Spectrum spectrum(double[] values) {
        int n = values.length;
        return Spectrum.of(
                values, new Spectrum.Details(n, 2 * n, Spectrum.Source.GRAM, Normalization.RAW, 1e-13, "test"));
    }

    private static Diagnosis diagnose(double[] values) throws Exception {
        return PhaseRules.diagnose(spectrum(values), CancelToken.NONE);
    }

    /** A spectrum of independent Gaussian entries: κ = N. */
    private static double[] wishart(int n, long seed) throws Exception {
        return Samples.htmp(n, n, 0.5, seed);
    }

    private static double[] with(double[] values, double... more) {
        double[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    /** A spectrum of {@code phase_spectra.csv}. */
    record Known(String name, String phase, Spectrum spectrum) {
        static Known of(String line) {
            String[] cells = line.split(",");
            double[] values = Arrays.stream(cells[4].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double largest = Arrays.stream(values).max().orElseThrow();
            int rows = Integer.parseInt(cells[2]);
            int columns = Integer.parseInt(cells[3]);
            Spectrum.Details details = new Spectrum.Details(
                    rows, columns, Spectrum.Source.GRAM, Normalization.RAW, largest * columns * 5e-32, "numpy");
            return new Known(cells[0], cells[1], Spectrum.of(values, details));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Known> known() {
        return Samples.lines("phase_spectra.csv").stream().map(Known::of).toList();
    }

    @ParameterizedTest
    @MethodSource("known")
    void spectrumOfAKnownKindHasItsPhase(Known known) throws Exception {
        Diagnosis diagnosis = PhaseRules.diagnose(known.spectrum(), CancelToken.NONE);
        assertThat(diagnosis.phase().id()).as("%s", diagnosis.evidence()).isEqualTo(known.phase());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 2000})
    void heaviestTailsKeepTheirPhaseAtEverySize(int n) throws Exception {
        Diagnosis diagnosis = diagnose(Samples.inverse(Samples.htmp(n, 0.5, 0.5, 4), 1, 0));
        assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isEqualTo(SpectralPhase.HEAVY_TAILED);
    }

    @Test
    void smallSpectraOfTheHeaviestTailsDoNotCollapse() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            Diagnosis diagnosis = diagnose(Samples.inverse(Samples.htmp(60, 0.4, 0.5, seed), 1, 0));
            assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isNotEqualTo(SpectralPhase.RANK_COLLAPSE);
        }
    }

    @Test
    void decayOverManyDecadesWithoutAGapIsRankCollapse() throws Exception {
        double[] values = new double[200];
        Arrays.setAll(values, i -> Math.pow(0.5, i));
        assertThat(diagnose(values).phase()).isEqualTo(SpectralPhase.RANK_COLLAPSE);
    }

    @Test
    void nearlyEqualEigenvaluesAreDegenerateButAModeratelyNarrowBulkIsNot() throws Exception {
        double[] narrow = new double[100];
        Arrays.setAll(narrow, i -> 1 + 0.09 * i / 99);
        double[] wider = new double[100];
        Arrays.setAll(wider, i -> 1 + 0.2 * i / 99);
        assertThat(diagnose(narrow).phase()).isEqualTo(SpectralPhase.DEGENERATE);
        assertThat(diagnose(wider).phase()).isNotEqualTo(SpectralPhase.DEGENERATE);
    }

    @Test
    void narrowBulkOfAVeryWideMatrixIsNotDegenerate() throws Exception {
        double[] values = Samples.htmp(60, 60, 1e-4, 2);
        Spectrum wide = Spectrum.of(
                values, new Spectrum.Details(60, 600_000, Spectrum.Source.GRAM, Normalization.RAW, 1e-13, "test"));
        assertThat(PhaseRules.diagnose(wide, CancelToken.NONE).phase()).isEqualTo(SpectralPhase.RANDOM_LIKE);
    }

    @Test
    void gaussianMatrixIsRandomLike() throws Exception {
        Diagnosis diagnosis = diagnose(wishart(250, 3));
        assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isEqualTo(SpectralPhase.RANDOM_LIKE);
    }

    @Test
    void aSmallGaussianMatrixIsRandomLikeThoughItsLowestEigenvalueStrays() throws Exception {
        for (long seed = 1; seed <= 12; seed++) {
            double[] values = Samples.htmp(60, 60, 0.3, seed);
            Spectrum spectrum = Spectrum.of(
                    values, new Spectrum.Details(60, 200, Spectrum.Source.GRAM, Normalization.RAW, 1e-13, "test"));
            Diagnosis diagnosis = PhaseRules.diagnose(spectrum, CancelToken.NONE);
            assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isEqualTo(SpectralPhase.RANDOM_LIKE);
        }
    }

    @Test
    void anEigenvalueFarBelowABulkIsNoStray() throws Exception {
        Diagnosis diagnosis = diagnose(with(wishart(60, 3), 1e-4));
        assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isNotEqualTo(SpectralPhase.RANDOM_LIKE);
    }

    @Test
    void eigenvaluesJustBeyondTheEdgeBleedOut() throws Exception {
        Diagnosis diagnosis = diagnose(with(wishart(250, 3), 3.4, 3.5, 3.7));
        assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isEqualTo(SpectralPhase.BLEEDING_OUT);
    }

    @Test
    void eigenvaluesFarBeyondTheEdgeAreSpikes() throws Exception {
        Diagnosis diagnosis = diagnose(with(wishart(250, 3), 7, 12));
        assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isEqualTo(SpectralPhase.BULK_AND_SPIKES);
    }

    @Test
    void inverseHtmpOfLowKappaIsHeavyTailed() throws Exception {
        Diagnosis diagnosis = diagnose(Samples.inverse(Samples.htmp(300, 2, 0.5, 8), 1, 0));
        assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isEqualTo(SpectralPhase.HEAVY_TAILED);
    }

    @Test
    void directHtmpOfLowKappaIsBulkDecay() throws Exception {
        Diagnosis diagnosis = diagnose(Samples.htmp(300, 2, 0.5, 8));
        assertThat(diagnosis.phase()).as("%s", diagnosis.evidence()).isEqualTo(SpectralPhase.BULK_DECAY);
    }

    @Test
    void manyZerosAreRankCollapse() throws Exception {
        Diagnosis diagnosis = diagnose(with(wishart(200, 3), new double[40]));
        assertThat(diagnosis.phase()).isEqualTo(SpectralPhase.RANK_COLLAPSE);
        assertThat(diagnosis.metrics().zeroFraction()).isCloseTo(40.0 / 240, within(1e-12));
    }

    @Test
    void manyTinyEigenvaluesAreRankCollapse() throws Exception {
        double[] tiny = new double[60];
        Arrays.setAll(tiny, i -> 1e-12 * (1 + i));
        assertThat(diagnose(with(wishart(200, 3), tiny)).phase()).isEqualTo(SpectralPhase.RANK_COLLAPSE);
    }

    @Test
    void allZerosAreRankCollapse() throws Exception {
        assertThat(diagnose(new double[30]).phase()).isEqualTo(SpectralPhase.RANK_COLLAPSE);
    }

    @Test
    void negativeEigenvaluesAloneAreNoCollapse() throws Exception {
        double[] negative = IntStream.rangeClosed(1, 30).mapToDouble(i -> -i).toArray();
        assertThat(diagnose(negative).phase()).isEqualTo(SpectralPhase.UNDECIDED);
    }

    @Test
    void fewEigenvaluesAreUndecided() throws Exception {
        assertThat(diagnose(wishart(30, 3)).phase()).isEqualTo(SpectralPhase.UNDECIDED);
    }

    @Test
    void negativeEigenvaluesAreUndecided() throws Exception {
        Diagnosis diagnosis = diagnose(with(wishart(100, 3), -1));
        assertThat(diagnosis.phase()).isEqualTo(SpectralPhase.UNDECIDED);
        assertThat(diagnosis.evidence()).anyMatch(sentence -> sentence.contains("negative"));
    }

    @Test
    void twoEqualLevelsAreUndecided() throws Exception {
        double[] values = new double[200];
        Arrays.setAll(values, i -> i < 100 ? 1 : 2);
        assertThat(diagnose(values).phase()).isEqualTo(SpectralPhase.UNDECIDED);
    }

    @Test
    void verdictComesWithEvidence() throws Exception {
        assertThat(diagnose(wishart(100, 3)).evidence()).isNotEmpty().allMatch(sentence -> sentence.endsWith("."));
    }

    @Test
    void cancelledDiagnosisStops() throws Exception {
        Spectrum spectrum = spectrum(wishart(100, 3));
        assertThatThrownBy(() -> PhaseRules.diagnose(spectrum, () -> true)).isInstanceOf(CancelledException.class);
    }

    @Test
    void identitySpectrumHasFullRanks() {
        double[] ones = new double[40];
        Arrays.fill(ones, 9);
        SpectrumMetrics metrics = SpectrumMetrics.of(spectrum(ones));

        assertThat(metrics.stableRank()).isCloseTo(40, within(1e-9));
        assertThat(metrics.effectiveRank()).isCloseTo(40, within(1e-9));
        assertThat(metrics.spectralNorm()).isCloseTo(3, within(1e-12));
        assertThat(metrics.conditionNumber()).isEqualTo(1);
    }
}
