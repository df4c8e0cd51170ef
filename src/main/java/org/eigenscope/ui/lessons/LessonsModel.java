package org.eigenscope.ui.lessons;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.ui.lessons.script.Lesson;
import org.eigenscope.ui.lessons.script.LessonStep;
import org.eigenscope.ui.lessons.script.Task;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Runs lessons: which one is open, which step, and whether what it asks for is done. */
public final class LessonsModel {
    private static final String FOLDER_KEY = "lessons.folder";

    private final StageModel stage;
    private final LessonCatalog catalog;
    private final LatestTask reading;
    private final Settings settings;
    private final LessonProgress progress;
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private final ReadOnlyObjectWrapper<Feedback> feedback =
            new ReadOnlyObjectWrapper<>(this, "feedback", Feedback.OPEN);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
    /** Whether the control that the step asks to move was off its target since the step began. */
    private boolean wasOff;

    /**
     * Where the learner is.
     *
     * @param lesson the open lesson
     * @param step the index of its step
     */
    public record Place(Lesson lesson, int step) {
        public LessonStep current() {
            return lesson.steps().get(step);
        }

        /** Whether no step follows. */
        public boolean isLast() {
            return step == lesson.steps().size() - 1;
        }
    }

    /**
     * @param stage what the lesson shows
     * @param catalog reads lessons
     * @param reading runs that in the background
     * @param settings remembers which lessons are done, and the teacher's folder
     */
    public LessonsModel(StageModel stage, LessonCatalog catalog, LatestTask reading, Settings settings) {
        this.stage = stage;
        this.catalog = catalog;
        this.reading = reading;
        this.settings = settings;
        this.progress = new LessonProgress(settings);
        stage.setOnSettled(this::settled);
        stage.setOnMoved(this::noteIfOff);
    }

    /** Reads the catalog; the open lesson stays open. */
    public void load() {
        Optional<Path> folder = folder();
        reading.submit(
                "Reading the lessons", (report, cancel) -> catalog.read(folder), new Outcome<LessonCatalog.Contents>() {
                    @Override
                    public void succeeded(LessonCatalog.Contents contents) {
                        accept(contents);
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        failure.set(reason.getMessage());
                    }
                });
    }

    private void accept(LessonCatalog.Contents contents) {
        lessons.setAll(contents.lessons());
        failure.set(String.join(" ", contents.failures()));
        if (place.get().isEmpty() && !lessons.isEmpty()) {
            open(lessons.stream().filter(l -> !progress.isDone(l)).findFirst().orElse(lessons.get(0)));
        }
    }

    /** Shows the lessons of a folder as well, after those that come with the program. */
    public void addFolder(Path folder) {
        settings.put(FOLDER_KEY, folder.toString());
        load();
    }

    /** Shows only the lessons that come with the program. */
    public void forgetFolder() {
        settings.put(FOLDER_KEY, "");
        load();
    }

    /** The teacher's own folder, if one was added. */
    public Optional<Path> folder() {
        return settings.get(FOLDER_KEY).filter(text -> !text.isBlank()).map(Path::of);
    }

    /** Begins a lesson. */
    public void open(Lesson lesson) {
        goTo(new Place(lesson, 0));
    }

    /** Goes on to the next step; from the last one to the next lesson. */
    public void next() {
        place.get().ifPresent(now -> {
            if (!now.isLast()) {
                goTo(new Place(now.lesson(), now.step() + 1));
                return;
            }
            int following = lessons.indexOf(now.lesson()) + 1;
            if (following < lessons.size()) {
                open(lessons.get(following));
            }
        });
    }

    /** Whether nothing follows the open step. */
    public boolean atTheEnd() {
        return place.get()
                .map(now -> now.isLast() && lessons.indexOf(now.lesson()) == lessons.size() - 1)
                .orElse(true);
    }

    /** Goes back a step. */
    public void back() {
        place.get().filter(now -> now.step() > 0).ifPresent(now -> goTo(new Place(now.lesson(), now.step() - 1)));
    }

    private void goTo(Place target) {
        place.set(Optional.of(target));
        feedback.set(atTheStart(target));
        wasOff = false;
        stage.show(target.lesson().stageAt(target.step()));
        noteIfOff();
        recordProgress();
    }

    private static Feedback atTheStart(Place place) {
        return place.current().task() instanceof Task.Read ? Feedback.DONE : Feedback.OPEN;
    }

    private void noteIfOff() {
        wasOff |=
                task(Task.Move.class).filter(move -> Answers.isOff(move, stage)).isPresent();
    }

    /** Checks the control that the step asks to move. */
    public void check() {
        task(Task.Move.class).ifPresent(move -> {
            Feedback verdict = Answers.check(move, stage);
            judge(verdict.isDone() && !wasOff ? Answers.notMoved(move) : verdict);
        });
    }

    /** Checks a typed number. */
    public void answer(String text) {
        task(Task.Answer.class).ifPresent(task -> judge(Answers.check(task, text, stage)));
    }

    /** Checks a choice. */
    public void choose(int option) {
        task(Task.Choose.class).ifPresent(task -> judge(Answers.check(task, option)));
    }

    /** Checks a choice before anything was chosen. */
    public void chooseNothing() {
        task(Task.Choose.class).ifPresent(task -> judge(Feedback.wrong("Choose an answer first.")));
    }

    /** Does what the step asks for. */
    public void showHow() {
        place.get().ifPresent(now -> {
            Feedback shown = Answers.solve(now.current().task(), stage);
            judge(shown);
        });
    }

    /** Puts the step back to how it began: the stage, and what was said of the last try. */
    public void restart() {
        place.get().ifPresent(now -> feedback.set(atTheStart(now)));
        wasOff = false;
        stage.reset();
        noteIfOff();
    }

    private <T extends Task> Optional<T> task(Class<T> kind) {
        return place.get()
                .map(now -> now.current().task())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** A control that rests where it should is right without being asked, but not one that stood there from the start. */
    private void settled() {
        noteIfOff();
        if (feedback.get().isDone() || !wasOff) {
            return;
        }
        task(Task.Move.class)
                .map(move -> Answers.check(move, stage))
                .filter(Feedback::isDone)
                .ifPresent(this::judge);
    }

    private void judge(Feedback verdict) {
        if (!feedback.get().isDone()) {
            feedback.set(verdict);
            recordProgress();
        }
    }

    private void recordProgress() {
        place.get()
                .filter(now -> now.isLast() && feedback.get().isDone())
                .ifPresent(now -> progress.done(now.lesson()));
    }

    /** Whether a lesson was gone through to its end, now or earlier. */
    public boolean isDone(Lesson lesson) {
        return progress.isDone(lesson);
    }

    public void dismissFailure() {
        failure.set("");
    }

    public StageModel stage() {
        return stage;
    }

    public ObservableList<Lesson> lessons() {
        return FXCollections.unmodifiableObservableList(lessons);
    }

    /** The open lesson and step; empty before the catalog is read. */
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** How the learner does with the step. */
    public ReadOnlyObjectProperty<Feedback> feedbackProperty() {
        return feedback.getReadOnlyProperty();
    }

    /** Which lessons could not be read and why, empty when all could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether type is large and the list is put away. */
    public BooleanProperty presentingProperty() {
        return presenting;
    }
}
