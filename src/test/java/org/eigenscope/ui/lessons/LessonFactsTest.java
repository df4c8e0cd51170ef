package org.eigenscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.diagnosis.PhaseRules;
import org.eigenscope.fit.diagnosis.SpectralPhase;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.fit.tail.PowerLawTail;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers that the text of the shipped lessons states. */
class LessonFactsTest {
    private static final String LAYER = ".safetensors#fc2.weight";
    private static final ParameterSet HALF = ParameterSet.EMPTY.with(Parameter.GAMMA, 0.5);
    private static final double MP_EDGE = Math.pow(1 + Math.sqrt(0.5), 2);

    private final MatrixLibrary files = new MatrixLibrary(MatrixFiles::open);
    private final StageSamples samples = new StageSamples(
            files,
            new SpectrumService(new SpectrumCalculator()),
            new SpectralFitter(),
            name -> Optional.of(Path.of("samples", name)).filter(Files::isRegularFile));

    @AfterEach
    void closeFiles() {
        files.close();
    }

    private StageSample layer(String file, Orientation orientation) throws Exception {
        return samples.layer(file + LAYER, orientation, ProgressListener.NONE, CancelToken.NONE);
    }

    private double[] sorted(String file) throws Exception {
        double[] eigenvalues = layer(file, Orientation.INVERSE).eigenvalues();
        Arrays.sort(eigenvalues);
        return eigenvalues;
    }

    private static FitResult fit(double[] eigenvalues, LawFamily family) throws Exception {
        boolean repels = family.parameters().contains(Parameter.GAMMA);
        FitRequest request = FitRequest.of(eigenvalues, family);
        return new SpectralFitter()
                .fit(repels ? request.withFixed(HALF) : request, ProgressListener.NONE, CancelToken.NONE);
    }

    private static double share(double[] ascending, int largest) {
        double all = Arrays.stream(ascending).sum();
        return Arrays.stream(ascending).skip(ascending.length - largest).sum() / all;
    }

    private static double kappa(FitResult fit) {
        return fit.parameters().get(Parameter.KAPPA);
    }

    @Test
    void theFirstLayersTraceLiesInTenDirections() throws Exception {
        double[] trained = sorted("digits_b20_s0");
        assertThat(trained[100]).isLessThan(0.02);
        assertThat(trained[199]).isCloseTo(9.5, within(0.05));
        assertThat(share(trained, 10)).isCloseTo(0.93, within(0.005));
    }

    @Test
    void theUntrainedLayersTraceDoesNot() throws Exception {
        double[] untrained = sorted("digits_init_s0");
        assertThat((untrained[99] + untrained[100]) / 2).isCloseTo(0.28, within(0.005));
        assertThat(untrained[199]).isCloseTo(0.96, within(0.005)).isLessThan(MP_EDGE / 3);
        assertThat(share(untrained, 10)).isCloseTo(0.13, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1000})
    void theLargestEigenvaluesOfLessonTwoStayBelowTheEdgeByWhatIsSaid(int size) throws Exception {
        ParameterSet realMatrix =
                HALF.with(Parameter.KAPPA, size).with(Parameter.SCALE, 1).with(Parameter.TAU, 0);
        double[] drawn = samples.draw(new StageDraw(Orientation.DIRECT, realMatrix, size, 7))
                .eigenvalues();
        double below = MP_EDGE - Arrays.stream(drawn).max().orElseThrow();
        assertThat(below).isCloseTo(size == 40 ? 0.22 : 0.06, within(0.005));
    }

    @Test
    void htmpAtKappa200DiffersFromItsLimitByTwoThousandths() {
        assertThat(distance(200, 0.5, LawFamily.MP.law(HALF))).isCloseTo(0.002, within(0.0005));
    }

    @Test
    void htmpAtSmallGammaNearsTheGammaLawAsKappaFalls() {
        assertThat(distance(1, 0.03, gamma(1 / 0.06))).isCloseTo(0.07, within(0.005));
        assertThat(distance(0.3, 0.03, gamma(0.3 / 0.06))).isCloseTo(0.03, within(0.005));
    }

    private static SpectralLaw gamma(double shape) {
        return LawFamily.GAMMA_LAW.law(
                ParameterSet.EMPTY.with(Parameter.SHAPE, shape).with(Parameter.RATE, shape));
    }

    private static double distance(double kappa, double gamma, SpectralLaw other) {
        SpectralLaw htmp = LawFamily.HTMP.law(
                ParameterSet.EMPTY.with(Parameter.KAPPA, kappa).with(Parameter.GAMMA, gamma));
        double largest = 0;
        for (double x = 1e-3; x < 20; x *= 1.01) {
            largest = Math.max(largest, Math.abs(htmp.cumulative(x) - other.cumulative(x)));
        }
        return largest;
    }

    @Test
    void theDirectLawExpectsEigenvaluesNearItsFloorThatTheLayerDoesNotHave() throws Exception {
        StageSample direct = layer("digits_b20_s0", Orientation.DIRECT);
        SpectralLaw law = direct.fit().orElseThrow().law();
        double below = 200 * law.cumulative(0.0032);
        long there = Arrays.stream(direct.eigenvalues()).filter(v -> v < 0.0032).count();
        assertThat(below).isCloseTo(49, within(0.6));
        assertThat(there).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b500", "b100", "b20", "b5"})
    void theInverseLawBeatsTheDirectOneAndInverseGammaBeatsBothOnEveryTrainedLayer(String batch) throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            String file = "digits_" + batch + "_s" + seed;
            FitResult inverse = layer(file, Orientation.INVERSE).fit().orElseThrow();
            FitResult direct = layer(file, Orientation.DIRECT).fit().orElseThrow();
            FitResult limit = fit(sorted(file), LawFamily.INVERSE_GAMMA);
            assertThat(direct.aic() - inverse.aic()).as(file).isBetween(73.5, 349.5);
            assertThat(inverse.aic() - limit.aic()).as(file).isBetween(9.5, 17.5);
        }
    }

    @Test
    void theUntrainedLayerFollowsTheDirectLawFarBetter() throws Exception {
        FitResult inverse = layer("digits_init_s0", Orientation.INVERSE).fit().orElseThrow();
        FitResult direct = layer("digits_init_s0", Orientation.DIRECT).fit().orElseThrow();
        assertThat(inverse.aic() - direct.aic()).isCloseTo(98, within(1.0));
    }

    @Test
    void marchenkoPasturWithTenOutliersBeatsTheInverseLawAtBatch500() throws Exception {
        double[] eigenvalues = sorted("digits_b500_s0");
        FitResult outliers = fit(eigenvalues, LawFamily.MP);
        FitResult inverse = fit(eigenvalues, LawFamily.INVERSE_HTMP);
        assertThat(inverse.aic() - outliers.aic()).isCloseTo(24, within(0.5));
        assertThat(Arrays.stream(eigenvalues).filter(v -> v > MP_EDGE / 3).count())
                .isEqualTo(10);
    }

    @Test
    void theSpikesOfBatch20StandApartFromTheBulk() throws Exception {
        double[] eigenvalues = sorted("digits_b20_s0");
        assertThat(eigenvalues[190]).isCloseTo(0.97, within(0.005));
        assertThat(eigenvalues[189]).isCloseTo(0.23, within(0.005));
    }

    @Test
    void theEstimateOfBatch20MovesOutOfItsIntervalWhenTheLargestAreLeftOut() throws Exception {
        FitRequest request =
                FitRequest.of(sorted("digits_b20_s0"), LawFamily.INVERSE_HTMP).withFixed(HALF);
        SpectralFitter fitter = new SpectralFitter();
        assertThat(kappa(fitter.fit(request.withTrims(0, 4), ProgressListener.NONE, CancelToken.NONE)))
                .isCloseTo(2.3, within(0.05));
        assertThat(kappa(fitter.fit(request.withTrims(0, 10), ProgressListener.NONE, CancelToken.NONE)))
                .isCloseTo(6.7, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits_b500_s0 3.5", "digits_b20_s0 1.78", "digits_b5_s1 0.32", "digits_b5_s2 0.36"})
    void theEstimatesAreThoseInTheText(String fileAndKappa) throws Exception {
        String[] parts = fileAndKappa.split(" ");
        FitResult fit = layer(parts[0], Orientation.INVERSE).fit().orElseThrow();
        assertThat(kappa(fit)).isCloseTo(Double.parseDouble(parts[1]), within(0.005));
    }

    @Test
    void aFitWithoutTheFloorMissesKappaOfLessonSix() throws Exception {
        ParameterSet drawnAt =
                HALF.with(Parameter.KAPPA, 2).with(Parameter.SCALE, 0.5).with(Parameter.TAU, 1);
        double[] drawn = samples.draw(new StageDraw(Orientation.INVERSE, drawnAt, 2000, 1))
                .eigenvalues();
        FitRequest request = FitRequest.of(drawn, LawFamily.INVERSE_HTMP);
        SpectralFitter fitter = new SpectralFitter();
        FitResult withFloor = fitter.fit(request.withFixed(HALF), ProgressListener.NONE, CancelToken.NONE);
        FitResult without =
                fitter.fit(request.withFixed(HALF.with(Parameter.TAU, 0)), ProgressListener.NONE, CancelToken.NONE);
        assertThat(kappa(withFloor)).isCloseTo(1.9, within(0.05));
        assertThat(kappa(without)).isCloseTo(6.6, within(0.05));
    }

    @Test
    void twelveEigenvaluesOfBatch5CarryTheTraceOverSevenDecades() throws Exception {
        double[] eigenvalues = sorted("digits_b5_s0");
        assertThat(share(eigenvalues, 12)).isGreaterThan(0.99);
        assertThat(share(eigenvalues, 11)).isLessThan(0.99);
        assertThat(Math.log10(eigenvalues[199] / eigenvalues[0])).isCloseTo(7, within(0.5));
    }

    @Test
    void batch5IsHeavyTailedAndNoRankCollapse() throws Exception {
        double[] eigenvalues = sorted("digits_b5_s0");
        Spectrum.Details shape =
                new Spectrum.Details(200, 400, Spectrum.Source.GRAM, Normalization.RAW, 0, "digits_b5_s0");
        SpectralPhase phase = PhaseRules.diagnose(Spectrum.of(eigenvalues, shape), CancelToken.NONE)
                .phase();
        PowerLawTail tail = PowerLawTail.of(eigenvalues);
        assertThat(phase).isEqualTo(SpectralPhase.HEAVY_TAILED);
        assertThat(tail.exponent()).isCloseTo(1.31, within(0.005));
        assertThat(tail.tailCount()).isEqualTo(86);
        assertThat(tail.decades(eigenvalues[199])).isCloseTo(4.7, within(0.05));
    }

    @Test
    void theInverseLawMissesBatch5() throws Exception {
        FitResult fit = layer("digits_b5_s0", Orientation.INVERSE).fit().orElseThrow();
        assertThat(fit.warnings()).extracting(FitWarning::kind).contains(FitWarning.Kind.MISFIT);
    }
}
