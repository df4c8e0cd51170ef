package org.eigenscope.ui.training.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.ui.task.Outcome;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.training.form.FormKey;
import org.eigenscope.ui.training.form.TrainingForm;
import org.eigenscope.ui.training.form.TrainingPlan;
import org.eigenscope.ui.training.run.Observer;
import org.eigenscope.ui.training.run.Preparation;
import org.eigenscope.ui.training.run.PreparedTraining;
import org.eigenscope.ui.training.run.RunStatus;
import org.eigenscope.ui.training.run.TrainingCost;
import org.eigenscope.ui.training.run.TrainingEngine;
import org.eigenscope.ui.training.run.TrainingRun;

/** A training from its fields to its end. Belongs to the thread of the window; what trains and looks runs elsewhere and is asked. */
public final class TrainingModel {
    /** Results of a longer training are not thrown away unasked. */
    private static final double WORTH_ASKING = 60;

    private final TrainingForm form = new TrainingForm();
    private final TrainingWorkers workers;
    private final Observer observer;
    private final RunsModel runs;
    private final ObjectProperty<LawFamily> law = new SimpleObjectProperty<>(this, "law", LawFamily.INVERSE_HTMP);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.IDLE);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Question> question =
            new ReadOnlyObjectWrapper<>(this, "question", Question.NONE);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private final AtomicBoolean asked = new AtomicBoolean();
    private Optional<Current> current = Optional.empty();
    private boolean kept = true;
    /** What ended runs early and was said already. */
    private final Set<String> told = new HashSet<>();

    /** The training that is on screen. */
    private record Current(PreparedTraining prepared, TrainingEngine engine) {}

    public TrainingModel(TrainingWorkers workers, LawFitter fitter) {
        this.workers = workers;
        observer = new Observer(workers.observing(), workers.delay(), fitter, new Listening());
        runs = new RunsModel(observer);
        form.planProperty().addListener((source, old, now) -> look());
        law.addListener((source, old, now) -> look());
    }

    /** What the threads that train and look tell. */
    private final class Listening implements Observer.Listener, TrainingEngine.Listener {
        @Override
        public void stepped(TrainingRun run) {
            if (observer.wantsGlimpse(run)) {
                run.now().ifPresent(network -> observer.glimpse(run, network));
            }
        }

        @Override
        public void left(TrainingRun run) {
            observer.ask();
            ask();
        }

        @Override
        public void rested() {
            observer.training(false);
            ask();
        }

        @Override
        public void observed() {
            ask();
        }

        @Override
        public void broke(Throwable bug) {
            workers.foreground().now().execute(() -> {
                throw new IllegalStateException("the training broke", bug);
            });
        }

        /** Shows what is new soon; many changes until then are shown at once. */
        private void ask() {
            if (asked.compareAndSet(false, true)) {
                workers.foreground().soon().execute(TrainingModel.this::refresh);
            }
        }
    }

    /** Trains what the fields say; asks first if that would lose much, or is large. */
    public void train() {
        if (phase.get().isUnderWay()) {
            return;
        }
        failure.set("");
        Optional<TrainingPlan> plan = form.planProperty().get();
        if (plan.isEmpty()) {
            failure.set("A field cannot be used as it is; what is wrong stands below it.");
            return;
        }
        double spent = runs.seconds();
        if (!kept && spent > WORTH_ASKING) {
            question.set(new Question(
                    "The runs on screen took " + TrainingCost.duration(spent) + " and are neither kept nor saved.",
                    "Train anew",
                    () -> prepare(plan.get())));
        } else {
            prepare(plan.get());
        }
    }

    private void prepare(TrainingPlan plan) {
        question.set(Question.NONE);
        phase.set(Phase.PREPARING);
        progress.set("Reading the data");
        Preparation preparation = new Preparation(plan, workers.jobs());
        workers.preparing().submit("Preparing", preparation, new Outcome<PreparedTraining>() {
            @Override
            public void succeeded(PreparedTraining prepared) {
                phase.set(Phase.IDLE);
                progress.set("");
                if (prepared.cost().isLarge()) {
                    question.set(new Question(prepared.cost().sentence(), "Train all the same", () -> begin(prepared)));
                } else {
                    begin(prepared);
                }
            }

            @Override
            public void failed(EigenscopeException reason) {
                phase.set(Phase.IDLE);
                progress.set("");
                Optional<FormKey> field = preparation.asked();
                field.ifPresentOrElse(
                        key -> form.object(key, reason.getMessage()), () -> failure.set(reason.getMessage()));
                field.ifPresent(key -> failure.set(
                        "The field “" + key.label() + "” does not suit the data; what is wrong stands below it."));
            }
        });
    }

    private void begin(PreparedTraining prepared) {
        question.set(Question.NONE);
        current.ifPresent(old -> old.engine().stop());
        TrainingEngine engine =
                new TrainingEngine(prepared.runs(), workers.training(), workers.jobs(), new Listening());
        current = Optional.of(new Current(prepared, engine));
        kept = false;
        told.clear();
        runs.begin(prepared.runs());
        Observer.Look at = look(prepared, prepared.plan());
        runs.began(at);
        observer.begin(prepared.runs(), at);
        phase.set(Phase.TRAINING);
        engine.start();
        refresh();
    }

    /** Another matrix of the networks on screen, if the fields still describe them. */
    private void look() {
        Optional<TrainingPlan> plan = form.planProperty().get();
        if (current.isEmpty() || plan.isEmpty()) {
            return;
        }
        PreparedTraining prepared = current.get().prepared();
        boolean same = plan.get().net().equals(prepared.plan().net());
        int count = prepared.data().training().count();
        if (same && plan.get().matrix().needsInputs() && plan.get().inputs() > count) {
            form.object(
                    FormKey.INPUTS,
                    "The number of inputs " + plan.get().inputs() + " is more than the " + count
                            + " training samples of the data " + prepared.data().name() + ".");
        } else if (same) {
            Observer.Look wanted = look(prepared, plan.get());
            if (runs.look().filter(wanted::isSameAs).isEmpty()) {
                runs.look(wanted);
            }
        }
    }

    private Observer.Look look(PreparedTraining prepared, TrainingPlan plan) {
        DataSet training = prepared.data().training();
        int count = plan.matrix().needsInputs() ? Math.min(plan.inputs(), training.count()) : 1;
        return new Observer.Look(plan.matrix(), training.first(count), law.get());
    }

    /** Stops after the steps that are being taken. */
    public void pause() {
        if (phase.get() == Phase.TRAINING) {
            current.ifPresent(now -> now.engine().pause());
            phase.set(Phase.PAUSED);
            refresh();
        }
    }

    /** Goes on. */
    public void resume() {
        if (phase.get() == Phase.PAUSED) {
            observer.training(true);
            phase.set(Phase.TRAINING);
            current.ifPresent(now -> now.engine().start());
        }
    }

    /** Takes one step of the run that is looked at, and rests. */
    public void step() {
        if (phase.get() == Phase.TRAINING || phase.get() == Phase.PAUSED) {
            phase.set(Phase.PAUSED);
            runs.followLast();
            Optional<RunLine> line = runs.chosenProperty().get();
            current.ifPresent(now -> line.ifPresent(chosen -> now.engine().step(chosen.run())));
        }
    }

    /** Ends the training, or its preparation; what is there stays. */
    public void stop() {
        workers.preparing().cancel();
        question.set(Question.NONE);
        progress.set("");
        current.ifPresent(now -> now.engine().stop());
        phase.set(Phase.IDLE);
        observer.training(false);
        refresh();
    }

    /** Ends everything, as the window closes. */
    public void close() {
        workers.preparing().cancel();
        workers.iterating().cancel();
        current.ifPresent(now -> now.engine().stop());
        observer.close();
    }

    /** Shows what is known by now. */
    private void refresh() {
        asked.set(false);
        runs.refresh();
        if (current.isEmpty()) {
            return;
        }
        TrainingEngine engine = current.get().engine();
        if (phase.get() != Phase.PREPARING && engine.isOver()) {
            phase.set(Phase.IDLE);
        }
        runs.lines().stream()
                .map(line -> line.run().status())
                .filter(status ->
                        status.state() == RunStatus.State.DIVERGED || status.state() == RunStatus.State.FAILED)
                .filter(status -> told.add(status.message()))
                .forEach(status -> failure.set(status.message()));
        if (phase.get() != Phase.PREPARING) {
            progress.set(words());
        }
    }

    private String words() {
        List<RunStatus> all =
                runs.lines().stream().map(line -> line.run().status()).toList();
        long ended = all.stream().filter(status -> status.state().isEnd()).count();
        String count = all.size() == 1 ? "" : ended + " of " + all.size() + " runs ended";
        if (!phase.get().isUnderWay()) {
            return all.size() == 1 ? "" : count;
        }
        int epochs = current.orElseThrow().prepared().plan().recipe().epochs();
        int least = all.stream()
                .filter(status -> !status.state().isEnd())
                .mapToInt(RunStatus::epoch)
                .min()
                .orElse(epochs);
        List<String> parts = new ArrayList<>();
        parts.add("epoch " + Numbers.count(least) + " of " + Numbers.count(epochs));
        if (!count.isEmpty()) {
            parts.add(count);
        }
        double left = all.stream().mapToDouble(RunStatus::secondsLeft).sum() / Math.min(workers.jobs(), all.size());
        if (phase.get() == Phase.PAUSED) {
            parts.add("paused");
        } else if (Double.isFinite(left)) {
            parts.add("about " + TrainingCost.duration(left) + " left");
        }
        return String.join(" · ", parts);
    }

    /** What was trained was kept or saved, and can be replaced unasked. */
    public void markKept() {
        kept = true;
    }

    public void fail(String sentence) {
        failure.set(sentence);
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Does what was asked. */
    public void affirm() {
        Question now = question.get();
        question.set(Question.NONE);
        now.action().run();
    }

    /** Does not do what was asked. */
    public void decline() {
        question.set(Question.NONE);
    }

    public TrainingForm form() {
        return form;
    }

    public RunsModel runs() {
        return runs;
    }

    /** The law that is fitted, one with κ. */
    public ObjectProperty<LawFamily> lawProperty() {
        return law;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** What went wrong last, a sentence, or empty. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What is asked before something is done. */
    public ReadOnlyObjectProperty<Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** How far it is, and about how long the rest takes. */
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
