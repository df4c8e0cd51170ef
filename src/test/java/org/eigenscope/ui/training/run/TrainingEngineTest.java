package org.eigenscope.ui.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.network.train.TrainingListener;
import org.eigenscope.network.train.TrainingPace;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;

class TrainingEngineTest {
    private final List<String> order = new ArrayList<>();
    private Optional<TrainingEngine> engine = Optional.empty();
    private Consumer<TrainingRun> afterStep = run -> {};

    private List<TrainingRun> begin(Map<String, String> texts) throws EigenscopeException {
        List<TrainingRun> runs = Digits.prepared(texts).runs();
        engine = Optional.of(new TrainingEngine(runs, Runnable::run, 1, new TrainingEngine.Listener() {
            @Override
            public void stepped(TrainingRun run) {
                afterStep.accept(run);
            }

            @Override
            public void left(TrainingRun run) {
                order.add(run.description().settings().batchSize() + "@"
                        + run.status().epoch());
            }

            @Override
            public void rested() {
                order.add("rest");
            }

            @Override
            public void broke(Throwable bug) {
                throw new AssertionError(bug);
            }
        }));
        return runs;
    }

    private TrainingEngine engine() {
        return engine.orElseThrow();
    }

    @Test
    void runsAreTrainedInTurn() throws EigenscopeException {
        List<TrainingRun> runs = begin(Digits.texts("500,1000", "2"));

        engine().start();

        assertThat(order).containsExactly("500@1", "1000@1", "500@2", "1000@2", "rest");
        assertThat(runs).allMatch(run -> run.status().state() == RunStatus.State.DONE);
        assertThat(runs.get(0).kept()).extracting(KeptNetwork::epoch).containsExactly(0, 1, 2);
    }

    @Test
    void aRunAmongOthersIsTheSameToTheBitAsAlone() throws EigenscopeException {
        List<TrainingRun> runs = begin(Digits.texts("500,1000", "2"));
        engine().start();

        double[] alone;
        try (Trainer trainer = new Trainer(
                runs.get(1).description().network(),
                runs.get(1).data(),
                runs.get(1).description().settings(),
                Arithmetic.of(Precision.FLOAT32))) {
            trainer.run(Set.of(), TrainingListener.NONE, new TrainingPace(), CancelToken.NONE);
            alone = trainer.parameters();
        }

        assertThat(runs.get(1).kept().get(2).doubles()).isEqualTo(alone);
    }

    @Test
    void aPauseHoldsAfterTheStepAndGoingOnEndsTheTraining() throws EigenscopeException {
        List<TrainingRun> runs = begin(Digits.texts("500", "2"));
        afterStep = run -> {
            if (run.status().step() == 2) {
                engine().pause();
            }
        };

        engine().start();
        assertThat(runs.get(0).status().step()).isEqualTo(2);

        engine().start();
        assertThat(runs.get(0).status().state()).isEqualTo(RunStatus.State.DONE);
    }

    @Test
    void aStepIsTakenOfOneRunAndItsNetworkKept() throws EigenscopeException {
        List<TrainingRun> runs = begin(Digits.texts("500,1000", "2"));

        engine().step(runs.get(1));

        assertThat(runs.get(0).status().step()).isZero();
        assertThat(runs.get(1).kept()).extracting(KeptNetwork::step).containsExactly(0L, 1L);
        assertThat(runs.get(1).kept().get(1).place()).isEqualTo(0.5);
    }

    @Test
    void aStoppedTrainingKeepsWhatThereIs() throws EigenscopeException {
        List<TrainingRun> runs = begin(Digits.texts("500,1000", "3"));
        afterStep = run -> {
            if (run.status().step() == 4) {
                engine().stop();
            }
        };

        engine().start();

        assertThat(runs).allMatch(run -> run.status().state() == RunStatus.State.STOPPED);
        assertThat(runs.get(0).kept()).extracting(KeptNetwork::step).containsExactly(0L, 3L, 4L);
        assertThat(engine().isOver()).isTrue();
    }

    @Test
    void aLossThatIsNotFiniteEndsItsRunAlone() throws EigenscopeException {
        Map<String, String> texts = new HashMap<>(Digits.texts("50,1000", "4"));
        texts.put("rate", "1000000/batch");
        texts.put("net", "mlp:16");
        texts.put("momentum", "0");
        texts.put("loss", "squared");
        List<TrainingRun> runs = begin(texts);

        engine().start();

        RunStatus status = runs.get(0).status();
        assertThat(status.state()).isEqualTo(RunStatus.State.DIVERGED);
        assertThat(status.message()).contains("at step", "batch size 50", "at a learning rate of 20000.0");
        assertThat(runs.get(0).kept()).isNotEmpty();
    }

    @Test
    void theLossIsTheMeanOverTheSamplesOfAnEpoch() throws EigenscopeException {
        List<TrainingRun> runs = begin(Digits.texts("1000", "1"));
        engine().start();

        double[] epoch = new double[1];
        try (Trainer trainer = new Trainer(
                runs.get(0).description().network(),
                runs.get(0).data(),
                runs.get(0).description().settings(),
                Arithmetic.of(Precision.FLOAT32))) {
            trainer.run(
                    Set.of(),
                    new TrainingListener() {
                        @Override
                        public void epoch(int done, double loss) {
                            epoch[0] = loss;
                        }
                    },
                    new TrainingPace(),
                    CancelToken.NONE);
        }

        assertThat(runs.get(0).status().loss()).isCloseTo(epoch[0], within(1e-12));
    }
}
