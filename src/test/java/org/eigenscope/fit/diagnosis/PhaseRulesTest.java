package org.eigenscope.fit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Samples;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

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
