package org.eigenscope.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.network.Reference;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training: against PyTorch's loss step by step, to the bit the same again, and what ends it. */
class TrainerTest {
    private static final double PYTORCH = 1e-9;
    private static final Arithmetic DOUBLES = Arithmetic.of(Precision.FLOAT64);
    private static final Arithmetic FLOATS = Arithmetic.of(Precision.FLOAT32);

    private static DataSplit data(Shape shape) {
        DataSet set = Reference.data(shape, 150, 10);
        return new DataSplit("formula", set, set, false);
    }

    private static TrainingSettings settings(double rate, int epochs) throws BadInputException {
        LearningRate constant = LearningRate.parse(Double.toString(rate), RateSchedule.CONSTANT);
        return new TrainingSettings(32, epochs, constant, 0.9, 5e-4, Loss.CROSS_ENTROPY, 3);
    }

    private static Trainer mlp(Arithmetic arithmetic, TrainingSettings settings) throws EigenscopeException {
        Network network = Architecture.parse("mlp:16,12").build(Shape.flat(20), 10);
        return new Trainer(network, data(Shape.flat(20)), settings, arithmetic);
    }

    private static List<Double> losses(Trainer trainer) throws EigenscopeException {
        List<Double> losses = new ArrayList<>();
        trainer.run(
                Set.of(),
                new TrainingListener() {
                    @Override
                    public void step(long step, double loss) {
                        losses.add(loss);
                    }
                },
                new TrainingPace(),
                CancelToken.NONE);
        return losses;
    }

    @ParameterizedTest
    @CsvSource({
        "mlp, 'mlp:16,12', 0.3, true",
        "gelu, 'mlp:16,12+gelu', 0.3, true",
        "lenet, lenet, 0.1, true",
        "lenet, lenet, 0.1, false"
    })
    void lossIsPyTorchsStepByStep(String curve, String net, double scale, boolean openBlas) throws EigenscopeException {
        Shape shape = net.equals("lenet") ? new Shape(1, 8, 8) : Shape.flat(20);
        Network network = Architecture.parse(net).build(shape, 10);
        double[] parameters = Reference.parameters(network.parameterCount(), scale);
        Arithmetic arithmetic = new Arithmetic(Precision.FLOAT64, openBlas);
        try (Trainer trainer = new Trainer(network, data(shape), settings(0.05, 20), arithmetic, parameters)) {
            List<Double> losses = losses(trainer);
            double[] expected = Reference.read("curve-" + curve, "loss");
            assertThat(losses).hasSize(100);
            for (int i = 0; i < expected.length; i++) {
                assertThat(losses.get(i)).as("step %d", i).isCloseTo(expected[i], within(PYTORCH));
            }
        }
    }

    @Test
    void singlePrecisionFollowsDoublePrecision() throws EigenscopeException {
        try (Trainer floats = mlp(FLOATS, settings(0.05, 20));
                Trainer doubles = mlp(DOUBLES, settings(0.05, 20))) {
            List<Double> expected = losses(doubles);
            List<Double> losses = losses(floats);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(losses.get(i)).as("step %d", i).isCloseTo(expected.get(i), within(1e-4));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() throws EigenscopeException {
        try (Trainer one = mlp(FLOATS, settings(0.05, 5));
                Trainer other = mlp(FLOATS, settings(0.05, 5))) {
            losses(one);
            losses(other);
            assertThat(one.parameters()).isEqualTo(other.parameters());
        }
    }

    @Test
    void anotherSeedGivesOtherBits() throws EigenscopeException {
        try (Trainer one = mlp(FLOATS, settings(0.05, 1));
                Trainer other = mlp(FLOATS, settings(0.05, 1).withRun(32, 4))) {
            losses(one);
            losses(other);
            assertThat(one.parameters()).isNotEqualTo(other.parameters());
        }
    }

    @Test
    void aTrainingResumedFromASnapshotEndsWithTheSameBits() throws EigenscopeException {
        List<Snapshot> kept = new ArrayList<>();
        try (Trainer whole = mlp(FLOATS, settings(0.05, 6));
                Trainer second = mlp(FLOATS, settings(0.05, 6))) {
            whole.run(
                    Set.of(2),
                    new TrainingListener() {
                        @Override
                        public void snapshot(Snapshot snapshot) {
                            kept.add(snapshot);
                        }
                    },
                    new TrainingPace(),
                    CancelToken.NONE);
            second.resume(kept.get(0));
            losses(second);
            assertThat(second.parameters()).isEqualTo(whole.parameters());
        }
    }

    @Test
    void measuringDoesNotChangeTheTraining() throws EigenscopeException {
        try (Trainer looked = mlp(FLOATS, settings(0.05, 2));
                Trainer other = mlp(FLOATS, settings(0.05, 2))) {
            looked.run(Set.of(0, 1, 2), TrainingListener.NONE, new TrainingPace(), CancelToken.NONE);
            losses(other);
            assertThat(looked.parameters()).isEqualTo(other.parameters());
        }
    }

    @Test
    void aLossThatIsNoNumberEndsTheTrainingAndSaysWhen() throws EigenscopeException {
        try (Trainer trainer = mlp(FLOATS, settings(1e6, 20))) {
            assertThatThrownBy(() -> losses(trainer))
                    .isInstanceOf(NoConvergenceException.class)
                    .hasMessageContaining("at step")
                    .hasMessageContaining("learning rate of 1000000.0");
            assertThat(trainer.isFinished()).isFalse();
        }
    }

    @Test
    void aBatchLargerThanTheDataIsRefused() throws EigenscopeException {
        TrainingSettings settings = settings(0.05, 1).withRun(151, 0);
        assertThatThrownBy(() -> mlp(FLOATS, settings))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("A batch of 151 is larger than the data formula, which have 150");
    }

    @Test
    void theLargestBatchIsAllData() throws EigenscopeException {
        try (Trainer trainer = mlp(FLOATS, settings(0.05, 3).withRun(150, 0))) {
            assertThat(losses(trainer)).hasSize(3);
        }
    }

    @Test
    void singleStepsAreTakenWhilePaused() throws EigenscopeException {
        TrainingPace pace = new TrainingPace();
        pace.step(2);
        CancelSource cancel = new CancelSource();
        List<Long> steps = new ArrayList<>();
        try (Trainer trainer = mlp(FLOATS, settings(0.05, 3))) {
            assertThatThrownBy(() -> trainer.run(
                            Set.of(),
                            new TrainingListener() {
                                @Override
                                public void step(long step, double loss) {
                                    steps.add(step);
                                    if (step == 2) {
                                        cancel.cancel();
                                    }
                                }
                            },
                            pace,
                            cancel))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(steps).containsExactly(1L, 2L);
        assertThat(pace.isPaused()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.02, 20, 0.02", "2/batch, 20, 0.1", "0.001*batch, 20, 0.02", "1e-3, 5, 0.001"})
    void aRateMayDependOnTheBatch(String text, int batch, double expected) throws BadInputException {
        assertThat(LearningRate.parse(text, RateSchedule.CONSTANT).base(batch)).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1e7", "nan", "infinity", "2/b", "''", "1e999", "x/batch"})
    void anAbsurdRateIsRefused(String text) {
        assertThatThrownBy(() -> LearningRate.parse(text, RateSchedule.CONSTANT))
                .isInstanceOf(BadInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"constant, 3, 0.5, 1", "linear, 3, 0.25, 0.75", "cosine, 3, 0.5, 0.5", "'steps:2,0.1', 5, 0.5, 0.01"})
    void schedulesMultiplyTheRate(String text, int epoch, double done, double factor) throws BadInputException {
        assertThat(RateSchedule.parse(text).at(epoch, done)).isCloseTo(factor, within(1e-15));
    }
}
