package org.eigenscope.ui.fit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.interval.ProfileLikelihood;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.fit.law.Eigenvalues;
import org.eigenscope.ui.fit.law.FitScene;
import org.eigenscope.ui.fit.parameter.LikelihoodStrip;
import org.eigenscope.ui.fit.parameter.ParameterRanges;
import org.eigenscope.ui.fit.parameter.StripInterval;
import org.eigenscope.ui.fit.parameter.StripText;
import org.junit.jupiter.api.Test;

/** Strips against the likelihood itself, on the quantiles of a known law. */
class StripsTest {
    private static final ParameterSet TRUTH = ParameterSet.ofHtmp(2, 0.5, 1, 0);
    private static final SpectralLaw LAW = LawFamily.INVERSE_HTMP.law(TRUTH);
    private static final double[] SAMPLE = IntStream.range(0, 150)
            .mapToDouble(i -> LAW.quantile((i + 0.5) / 150))
            .toArray();
    /** In standard errors; straight lines between the points of a strip are off by this much where it is no parabola. */
    private static final double DEPTH_TOLERANCE = 0.1;

    private static FitScene scene(ParameterSet values, Trims trims) {
        return new FitScene(Eigenvalues.of(SAMPLE), trims, Orientation.INVERSE, values, Set.of(GAMMA), Set.of());
    }

    private static double logLikelihood(ParameterSet values) {
        SpectralLaw law = LawFamily.INVERSE_HTMP.law(values);
        return Arrays.stream(SAMPLE).map(law::logDensity).sum();
    }

    private static SliderScale scale(Parameter parameter) {
        return ParameterRanges.of(parameter, SAMPLE);
    }

    @Test
    void aSliceIsTheLikelihoodWithTheOthersHeld() throws Exception {
        SliceCalculator slices = new SliceCalculator(scene(TRUTH, new Trims(0, 0)), CancelToken.NONE);
        LikelihoodStrip strip = slices.slice(SCALE, scale(SCALE));
        SliderScale scale = scale(SCALE);
        double[] positions = strip.positions();
        double top = Arrays.stream(positions)
                .map(t -> logLikelihood(TRUTH.with(SCALE, scale.valueAt(t))))
                .max()
                .orElseThrow();
        for (int i = 0; i < positions.length; i++) {
            double drop = top - logLikelihood(TRUTH.with(SCALE, scale.valueAt(positions[i])));
            assertThat(strip.depths()[i]).isCloseTo(Math.sqrt(2 * drop), within(1e-6));
        }
    }

    @Test
    void theEndsOfASliceLieAtTheLevelOf95Percent() throws Exception {
        SliceCalculator slices = new SliceCalculator(scene(TRUTH, new Trims(0, 0)), CancelToken.NONE);
        LikelihoodStrip strip = slices.slice(KAPPA, scale(KAPPA));
        for (double end :
                new double[] {strip.interval().lower(), strip.interval().upper()}) {
            assertThat(strip.depthAt(scale(KAPPA).positionOf(end)))
                    .isCloseTo(LikelihoodStrip.DEPTH_95, within(DEPTH_TOLERANCE));
        }
    }

    @Test
    void aSliceOfATrimmedSampleIsNormalisedOnItsWindow() throws Exception {
        SliceCalculator slices = new SliceCalculator(scene(TRUTH, new Trims(4, 0)), CancelToken.NONE);
        double mass = LAW.survival(SAMPLE[3]);
        double expected = Arrays.stream(SAMPLE, 4, SAMPLE.length)
                .map(x -> LAW.logDensity(x) - Math.log(mass))
                .sum();
        assertThat(slices.logLikelihood(TRUTH)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aSliceWhereTheLawIsNotComputedIsInfinitelyDeep() throws Exception {
        SliceCalculator slices = new SliceCalculator(scene(TRUTH, new Trims(0, 0)), CancelToken.NONE);
        LikelihoodStrip strip = slices.slice(TAU, SliderScale.linear(0, 2 * SAMPLE[0]));
        assertThat(strip.depthAt(0.9)).isInfinite();
        assertThat(strip.depthAt(0.1)).isFinite();
    }

    @Test
    void aProfileHasTheIntervalOfTheProfileLikelihood() throws Exception {
        FitScene scene = scene(TRUTH, new Trims(0, 0));
        LikelihoodStrip strip =
                new StripCalculator(new SpectralFitter()).profile(scene, KAPPA, scale(KAPPA), CancelToken.NONE);
        FitRequest request = FitRequest.of(SAMPLE, LawFamily.INVERSE_HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5))
                .withStart(TRUTH);
        FitResult fit = new SpectralFitter().fit(request, ProgressListener.NONE, CancelToken.NONE);
        Interval interval = new ProfileLikelihood(request, fit, CancelToken.NONE)
                .intervals(ProgressListener.NONE)
                .get(KAPPA);
        assertThat(strip.interval().lower()).isCloseTo(interval.lower(), withinPercentage(1));
        assertThat(strip.interval().upper()).isCloseTo(interval.upper(), withinPercentage(1));
        assertThat(strip.depthAt(scale(KAPPA).positionOf(interval.upper())))
                .isCloseTo(LikelihoodStrip.DEPTH_95, within(DEPTH_TOLERANCE));
    }

    @Test
    void theProfileOfALockedParameterSaysWhatTheDataThinkOfIt() throws Exception {
        LikelihoodStrip strip = new StripCalculator(new SpectralFitter())
                .profile(scene(TRUTH, new Trims(0, 0)), GAMMA, scale(GAMMA), CancelToken.NONE);
        assertThat(Arrays.stream(strip.depths()).max().orElseThrow()).isGreaterThan(LikelihoodStrip.DEPTH_95);
    }

    @Test
    void theTextOfAStripNamesTheInterval() {
        LikelihoodStrip strip = new LikelihoodStrip(
                KAPPA,
                LikelihoodStrip.Kind.PROFILE,
                new double[] {0.4, 0.5, 0.6},
                new double[] {3, 0, 3},
                new StripInterval(1.2, 2.3, false, false));
        assertThat(StripText.spoken(strip)).isEqualTo("κ: 95 % interval 1.20 to 2.30, by profile likelihood");
        assertThat(StripText.brief(strip)).isEqualTo("95 %  1.20 – 2.30");
    }

    @Test
    void anIntervalThatTheDataLeaveOpenIsWrittenAsABound() {
        LikelihoodStrip strip = new LikelihoodStrip(
                KAPPA,
                LikelihoodStrip.Kind.SLICE,
                new double[] {0, 1},
                new double[] {2, 0},
                new StripInterval(3, 1000, false, true));
        assertThat(StripText.brief(strip)).isEqualTo("others held  above 3.00");
    }

    @Test
    void aFloorThatMayLieAnywhereIsNotSaidToLieAboveZero() {
        LikelihoodStrip strip = new LikelihoodStrip(
                TAU,
                LikelihoodStrip.Kind.PROFILE,
                new double[] {0, 1},
                new double[] {0, 1},
                new StripInterval(0, 0.02, false, true));
        assertThat(StripText.brief(strip)).isEqualTo("95 %  open");
    }
}
