package org.eigenscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.data.BundledData;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.RateSchedule;
import org.eigenscope.network.train.Snapshot;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.network.train.TrainingListener;
import org.eigenscope.network.train.TrainingPace;
import org.eigenscope.network.train.TrainingSettings;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the lessons on training say of networks that a learner trains, as long as the lessons look at them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainedLessonFactsTest {
    private static final double EDGE = Math.pow(1 + Math.sqrt(0.5), 2) / 3;
    /** What KS of 200 draws of a known law exceeds in 5 % of cases. */
    private static final double KS_95 = 1.358 / Math.sqrt(200);

    private final DataSplit digits = BundledData.DIGITS.read();
    private final Map<String, Snapshot> kept = new HashMap<>();
    private final Map<String, double[]> spectra = new HashMap<>();
    private Network network;

    @BeforeAll
    void train() throws Exception {
        network = Architecture.parse("mlp:400,200").build(digits.training().shape(), 10);
        train(20, 5e-4, Set.of(0, 1, 4, 20));
        train(20, 0, Set.of(20));
        train(100, 5e-4, Set.of(4, 20));
        train(500, 5e-4, Set.of(10, 20));
    }

    private static String key(int batch, double decay, int epoch) {
        return batch + " " + decay + " " + epoch;
    }

    private void train(int batch, double decay, Set<Integer> epochs) throws Exception {
        TrainingSettings settings = new TrainingSettings(
                batch, 20, LearningRate.parse("0.02", RateSchedule.CONSTANT), 0.9, decay, Loss.CROSS_ENTROPY, 0);
        try (Trainer trainer = new Trainer(network, digits, settings, Arithmetic.of(Precision.FLOAT32))) {
            trainer.run(
                    epochs,
                    new TrainingListener() {
                        @Override
                        public void snapshot(Snapshot snapshot) {
                            kept.put(key(batch, decay, snapshot.epoch()), snapshot);
                        }
                    },
                    new TrainingPace(),
                    CancelToken.NONE);
        }
    }

    private double[] spectrum(String key) throws Exception {
        if (!spectra.containsKey(key)) {
            spectra.put(key, computed(key));
        }
        return spectra.get(key);
    }

    private double[] computed(String key) throws Exception {
        double[] all = kept.get(key).parameters();
        int first = network.parameters().stream()
                .filter(each -> each.name().equals("fc2.weight"))
                .findFirst()
                .orElseThrow()
                .offset();
        Matrix weights = Matrix.ofRowMajor(
                Arrays.copyOfRange(all, first, first + 200 * 400),
                200,
                400,
                ElementType.F32,
                new Provenance(Path.of("net"), "fc2.weight", Map.of()));
        return new SpectrumCalculator()
                .compute(weights, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE)
                .ascending();
    }

    private FitResult fit(String key, LawFamily family) throws Exception {
        FitRequest request =
                FitRequest.of(spectrum(key), family).withFixed(ParameterSet.EMPTY.with(Parameter.GAMMA, 0.5));
        return new SpectralFitter().fit(request, ProgressListener.NONE, CancelToken.NONE);
    }

    private double kappa(String key) throws Exception {
        return fit(key, LawFamily.INVERSE_HTMP).parameters().get(Parameter.KAPPA);
    }

    private long above(String key) throws Exception {
        return Arrays.stream(spectrum(key)).filter(value -> value > EDGE).count();
    }

    private static double decades(double[] ascending) {
        return Math.log10(ascending[ascending.length - 1] / ascending[0]);
    }

    private double accuracy(String key) {
        return kept.get(key).measures().testAccuracy();
    }

    @Test
    void eigenvaluesLeaveTheBulkAtItsUpperEndAlone() throws Exception {
        assertThat(above(key(20, 5e-4, 0))).isEqualTo(1);
        assertThat(above(key(20, 5e-4, 1))).isEqualTo(7);
        assertThat(above(key(20, 5e-4, 4))).isEqualTo(10);
        assertThat(spectrum(key(20, 5e-4, 0))[0]).isCloseTo(0.031, within(0.0005));
        assertThat(spectrum(key(20, 5e-4, 4))[0]).isCloseTo(0.030, within(0.0005));
    }

    @Test
    void theSpectrumOfBatch20BecomesADecadeWider() throws Exception {
        assertThat(decades(spectrum(key(20, 5e-4, 0)))).isCloseTo(1.5, within(0.05));
        assertThat(decades(spectrum(key(20, 5e-4, 20)))).isCloseTo(2.6, within(0.05));
    }

    @Test
    void theInverseLawFitsNeitherBeforeNorAfter() throws Exception {
        FitResult before = fit(key(20, 5e-4, 0), LawFamily.INVERSE_HTMP);
        FitResult after = fit(key(20, 5e-4, 20), LawFamily.INVERSE_HTMP);

        assertThat(before.parameters().get(Parameter.KAPPA)).isCloseTo(7.6, within(0.05));
        assertThat(before.kolmogorovSmirnov()).isCloseTo(0.19, within(0.005)).isGreaterThan(KS_95);
        assertThat(after.kolmogorovSmirnov()).isCloseTo(0.12, within(0.005)).isGreaterThan(KS_95);
    }

    @Test
    void theCurvesEndWhereTheLessonsSay() throws Exception {
        assertThat(kappa(key(20, 5e-4, 20))).isCloseTo(3.1, within(0.05));
        assertThat(kappa(key(100, 5e-4, 20))).isCloseTo(3.9, within(0.05));
        assertThat(kappa(key(500, 5e-4, 20))).isCloseTo(6.8, within(0.05));
        assertThat(kappa(key(20, 0, 20))).isCloseTo(3.3, within(0.05));
    }

    @Test
    void atEquallyManyStepsKappaIsTheSameToAHundredth() throws Exception {
        assertThat(kept.get(key(20, 5e-4, 4)).step()).isEqualTo(288);
        assertThat(kept.get(key(100, 5e-4, 20)).step()).isEqualTo(300);
        assertThat(kappa(key(20, 5e-4, 4)) / kappa(key(100, 5e-4, 20))).isCloseTo(1, within(0.01));
        assertThat(kept.get(key(100, 5e-4, 4)).step())
                .isEqualTo(kept.get(key(500, 5e-4, 20)).step())
                .isEqualTo(60);
        assertThat(kappa(key(100, 5e-4, 4)) / kappa(key(500, 5e-4, 20))).isCloseTo(1, within(0.01));
    }

    @Test
    void batch500HasLearntBeforeItsSpectrumShowsIt() throws Exception {
        String early = key(500, 5e-4, 10);

        assertThat(accuracy(early)).isCloseTo(0.73, within(0.01));
        assertThat(above(early)).isEqualTo(1);
        assertThat(fit(early, LawFamily.MP).kolmogorovSmirnov()).isLessThan(0.03);
    }

    @Test
    void accuraciesAreThoseOfTheText() {
        assertThat(accuracy(key(20, 5e-4, 20))).isCloseTo(0.98, within(0.0075));
        assertThat(accuracy(key(100, 5e-4, 20))).isCloseTo(0.94, within(0.0075));
        assertThat(accuracy(key(500, 5e-4, 20))).isCloseTo(0.85, within(0.0075));
    }
}
