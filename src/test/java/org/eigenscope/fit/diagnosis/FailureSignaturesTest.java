package org.eigenscope.fit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.tail.PowerLawTail;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.Test;

/** Signatures of spectra whose cause is known. */
class FailureSignaturesTest {
    private static final int N = 200;
    private static final double HALF = 0.5;

    private static List<String> signatures(double[] values, LawFamily family) throws Exception {
        Spectrum spectrum = Spectrum.of(
                values,
                new Spectrum.Details(
                        values.length, 2 * values.length, Spectrum.Source.GRAM, Normalization.RAW, 1e-13, "test"));
        FitRequest request =
                FitRequest.of(spectrum.positive(), family).withFixed(ParameterSet.EMPTY.with(Parameter.GAMMA, HALF));
        return FailureSignatures.of(
                PhaseRules.diagnose(spectrum, CancelToken.NONE),
                Samples.fit(request),
                PowerLawTail.find(spectrum.positive()));
    }

    private static double[] untrained() throws Exception {
        return Samples.htmp(N, N, HALF, 3);
    }

    private static double[] inverse(double kappa) throws Exception {
        return Samples.inverse(Samples.htmp(N, kappa, HALF, 3), 1, 0);
    }

    @Test
    void gaussianMatrixIsCalledUntrained() throws Exception {
        assertThat(signatures(untrained(), LawFamily.HTMP))
                .singleElement()
                .asString()
                .contains("κ like ∞", "untrained");
    }

    /** Whose own κ̂ is about 8, since its limit is the inverse of Marchenko and Pastur's law. */
    @Test
    void gaussianMatrixIsCalledUntrainedUnderTheInverseLawToo() throws Exception {
        assertThat(signatures(untrained(), LawFamily.INVERSE_HTMP))
                .singleElement()
                .asString()
                .contains("untrained")
                .doesNotContain("κ like ∞");
    }

    @Test
    void inverseMarchenkoPasturSpectrumIsNotCalledUntrained() throws Exception {
        assertThat(signatures(inverse(N), LawFamily.INVERSE_HTMP)).noneMatch(s -> s.contains("untrained"));
    }

    /** Four directions carry the trace, as the heaviest of tails have it, and all the others are there. */
    @Test
    void weakRepulsionAloneIsNoLossOfRank() throws Exception {
        assertThat(signatures(inverse(0.4), LawFamily.INVERSE_HTMP)).isEmpty();
    }

    @Test
    void oneMassiveEigenvalueOverABulkIsNoLossOfRank() throws Exception {
        double[] values = untrained();
        values[N - 1] = 1000 * N;
        assertThat(signatures(values, LawFamily.INVERSE_HTMP)).noneMatch(s -> s.contains("ollapse"));
    }

    @Test
    void fewDirectionsAboveAFloorOfNoiseAreALowRank() throws Exception {
        double[] values = untrained();
        for (int i = 0; i < 10; i++) {
            values[N - 10 + i] = 1e7 * (1 + i);
        }
        assertThat(signatures(values, LawFamily.INVERSE_HTMP))
                .singleElement()
                .asString()
                .contains("Low rank up to noise: 10 of the directions");
    }

    @Test
    void noiseThatCarriesAPartOfTheTraceIsNoFloor() throws Exception {
        double[] values = untrained();
        for (int i = 0; i < 10; i++) {
            values[N - 10 + i] = 1e3 * (1 + i);
        }
        assertThat(signatures(values, LawFamily.INVERSE_HTMP)).noneMatch(s -> s.contains("rank"));
    }

    @Test
    void equalEigenvaluesHaveNothingToFit() throws Exception {
        double[] values = new double[N];
        Arrays.setAll(values, i -> 1 + 1e-6 * Math.sin(i));
        assertThat(signatures(values, LawFamily.HTMP))
                .singleElement()
                .asString()
                .contains("All eigenvalues are equal");
    }

    @Test
    void lostDirectionsAreRankCollapseUnderEveryLaw() throws Exception {
        double[] values = untrained();
        Arrays.fill(values, 0, 40, 1e-14);
        for (LawFamily family : List.of(LawFamily.HTMP, LawFamily.INVERSE_HTMP, LawFamily.MP)) {
            assertThat(signatures(values, family)).anyMatch(s -> s.startsWith("Rank collapse"));
        }
    }

    @Test
    void tailThatKappaMakesIsNotLaidToTheData() throws Exception {
        assertThat(signatures(inverse(2), LawFamily.INVERSE_HTMP)).isEmpty();
    }

    /** Gaussian rows of standard deviations i^−1/2: the tail is theirs, and no κ gives it together with the bulk. */
    @Test
    void tailOfThePopulationIsNotLaidToKappa() throws Exception {
        int n = 500;
        Random random = new Random(1);
        DMatrixRMaj x = new DMatrixRMaj(n, 2 * n);
        for (int k = 0; k < x.data.length; k++) {
            int row = k / (2 * n);
            x.data[k] = random.nextGaussian() / Math.sqrt((row + HALF) / n);
        }
        double[] values = Arrays.stream(SingularOps_DDRM.singularValues(x))
                .map(sigma -> sigma * sigma)
                .toArray();

        assertThat(signatures(values, LawFamily.INVERSE_HTMP))
                .singleElement()
                .asString()
                .contains("κ does not set this tail");
    }

    @Test
    void directLawThatCannotMakeTheTailSendsToTheInverseOne() throws Exception {
        assertThat(signatures(inverse(2), LawFamily.HTMP))
                .singleElement()
                .asString()
                .contains("compare the inverse law")
                .doesNotContain("Σ");
    }

    @Test
    void ordinaryFitHasNoSignature() throws Exception {
        assertThat(signatures(Samples.htmp(N, 2, HALF, 3), LawFamily.HTMP)).isEmpty();
    }
}
