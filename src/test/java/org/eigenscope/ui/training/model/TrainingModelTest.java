package org.eigenscope.ui.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.training.form.FormKey;
import org.eigenscope.ui.training.run.Digits;
import org.junit.jupiter.api.Test;

class TrainingModelTest {
    private final ManualExecutor training = new ManualExecutor();
    private final ManualExecutor observing = new ManualExecutor();
    private final TrainingWorkers workers = new TrainingWorkers(
            task(),
            training,
            1,
            observing,
            (work, delay) -> observing.execute(work),
            task(),
            new TrainingWorkers.Foreground(Runnable::run, Runnable::run));
    private final TrainingModel model = new TrainingModel(workers, new SpectralFitter());

    private static LatestTask task() {
        return new LatestTask(Runnable::run, Runnable::run, new ActivityModel(() -> 0));
    }

    private void fill(String batch, String epochs, String... more) {
        Map<String, String> texts = new HashMap<>(Digits.texts(batch, epochs));
        for (int i = 0; i < more.length; i += 2) {
            texts.put(more[i], more[i + 1]);
        }
        model.form().fill(texts);
    }

    private void work() {
        while (training.waiting() + observing.waiting() > 0) {
            training.runAll();
            observing.runAll();
        }
    }

    private RunsModel runs() {
        return model.runs();
    }

    @Test
    void aTrainingFillsTableCurvesAndSpectrum() {
        fill("500,1000", "2");

        model.train();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.TRAINING);
        work();

        assertThat(model.phaseProperty().get()).isEqualTo(Phase.IDLE);
        assertThat(runs().lines()).extracting(RunLine::batch).containsExactly("500", Numbers.count(1000));
        assertThat(runs().lines()).allMatch(line -> line.stateProperty().get().equals("done"));
        assertThat(runs().lines()).noneMatch(line -> line.kappaProperty().get().equals("–"));
        assertThat(runs().curvesProperty(RunCurves.KAPPA).get().lines()).hasSize(2);
        assertThat(runs().curvesProperty(RunCurves.LOSS).get().lines().get(0).xs())
                .containsExactly(0, 1, 2);
        assertThat(runs().shownProperty().get().orElseThrow().network().epoch()).isEqualTo(2);
    }

    @Test
    void theSliderGoesBackThroughWhatWasAndForwardToTheNewest() {
        fill("500", "3");
        model.train();
        work();
        assertThat(runs().placeProperty().get()).isEqualTo(new RunsModel.Place(3, 4));

        runs().goTo(1);
        assertThat(runs().shownProperty().get().orElseThrow().network().epoch()).isEqualTo(1);
        assertThat(runs().followingProperty().get()).isFalse();

        runs().goTo(3);
        assertThat(runs().followingProperty().get()).isTrue();
    }

    @Test
    void anotherRunIsShownWhenItIsChosen() {
        fill("500,1000", "1");
        model.train();
        work();

        runs().chosenProperty().set(Optional.of(runs().lines().get(1)));

        assertThat(runs().curvesProperty(RunCurves.KAPPA).get().chosen()).isEqualTo(1);
        assertThat(runs().shownProperty().get())
                .isEqualTo(runs().lines().get(1).seen().stream().reduce((a, b) -> b));
    }

    @Test
    void aPausedTrainingTakesStepsAndGoesOn() {
        fill("500", "2");
        model.train();
        model.pause();
        work();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.PAUSED);

        model.step();
        work();
        assertThat(runs().shownProperty().get().orElseThrow().network().step()).isEqualTo(1);

        model.resume();
        work();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.IDLE);
        assertThat(runs().lines().get(0).epochProperty().get()).isEqualTo("2");
    }

    @Test
    void aStoppedTrainingCanBeFollowedByAnother() {
        fill("500", "2");
        model.train();
        model.stop();
        work();
        assertThat(runs().lines().get(0).stateProperty().get()).isEqualTo("stopped");

        fill("1000", "1");
        model.train();
        work();

        assertThat(runs().lines()).hasSize(1);
        assertThat(runs().lines().get(0).stateProperty().get()).isEqualTo("done");
    }

    @Test
    void aDivergedRunSaysAtWhichStepAndRateAndTheOtherGoesOn() {
        fill("50,1000", "2", "rate", "1000000/batch", "loss", "squared", "momentum", "0");

        model.train();
        work();

        assertThat(runs().lines().get(0).stateProperty().get()).isEqualTo("diverged");
        assertThat(runs().lines().get(0).message()).contains("at step", "at a learning rate of 20000.0");
        assertThat(model.failureProperty().get()).contains("The loss became");
        assertThat(runs().lines().get(0).seen()).isNotEmpty();
    }

    @Test
    void aBatchLargerThanTheDataIsRefusedAtItsField() {
        fill("5000", "1");

        model.train();

        assertThat(model.form().field(FormKey.BATCH).problemProperty().get())
                .contains("A batch of 5000 is larger than the data digits");
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.IDLE);
        assertThat(runs().lines()).isEmpty();
    }

    @Test
    void aFieldThatIsWrongIsNotTrained() {
        fill("500", "x");

        model.train();

        assertThat(model.failureProperty().get()).startsWith("A field cannot be used");
        assertThat(runs().lines()).isEmpty();
    }

    @Test
    void anotherMatrixIsShownOfTheSameNetworks() {
        fill("500", "1");
        model.train();
        work();

        model.form().field(FormKey.TARGET).textProperty().set("ntk");
        assertThat(runs().shownProperty().get()).isEmpty();
        work();

        assertThat(runs().shownProperty()
                        .get()
                        .orElseThrow()
                        .spectrum()
                        .orElseThrow()
                        .size())
                .isEqualTo(40);
    }

    @Test
    void anotherLawIsFittedToTheSameSpectra() {
        fill("500", "0");
        model.train();
        work();

        model.lawProperty().set(LawFamily.HTMP);
        work();

        assertThat(runs().shownProperty()
                        .get()
                        .orElseThrow()
                        .spectrum()
                        .orElseThrow()
                        .fit()
                        .orElseThrow()
                        .family())
                .isEqualTo(LawFamily.HTMP);
    }

    @Test
    void anotherNetInTheFieldsLeavesTheSpectraAlone() {
        fill("500", "0");
        model.train();
        work();

        fill("500", "0", "net", "mlp:20,10", "target", "weight:fc3");
        work();

        assertThat(runs().look().orElseThrow().matrix().layer()).isEqualTo("fc1");
    }

    @Test
    void algorithmOneSaysItsStandardErrorOverSeeds() {
        fill("500", "1", "net", "mlp:30");
        model.train();
        work();
        IterationModel iterations = new IterationModel(runs(), task());

        iterations.run(LawFamily.INVERSE_HTMP);

        assertThat(iterations.resultProperty().get())
                .startsWith("Algorithm 1 at epoch 1: κ = ")
                .contains("over 8 seeds");
    }
}
