package org.eigenscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Guide;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.lessons.script.Lesson;
import org.eigenscope.ui.lessons.script.LessonReader;
import org.eigenscope.ui.lessons.script.StageControl;
import org.eigenscope.ui.lessons.script.Task;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons, run without a window: the real catalog, real draws, layers and fits. */
class LessonsModelTest {
    private static final Path SHIPPED = Path.of("src/main/resources/org/eigenscope/ui/lessons/library");

    private final ManualExecutor work = new ManualExecutor();
    private final MatrixLibrary files = new MatrixLibrary(MatrixFiles::open);
    private final MemorySettings settings = new MemorySettings();
    private final StageModel stage = new StageModel(
            new StageSamples(
                    files,
                    new SpectrumService(new SpectrumCalculator()),
                    new SpectralFitter(),
                    LessonsModelTest::sample),
            task());
    private final LessonsModel lessons = model();

    /** As many as there are lesson files among the resources; each has to be in the index of the catalog. */
    private static int shipped() throws IOException {
        try (Stream<Path> found = Files.list(SHIPPED)) {
            return (int) found.filter(file -> file.toString().endsWith(".md")).count();
        }
    }

    private LatestTask task() {
        return new LatestTask(work, work, new ActivityModel(() -> 0));
    }

    private LessonsModel model() {
        return new LessonsModel(stage, new LessonCatalog(), task(), settings);
    }

    private static Optional<Path> sample(String name) {
        return Optional.of(Path.of("samples", name)).filter(Files::isRegularFile);
    }

    @AfterEach
    void closeFiles() {
        files.close();
    }

    private void load() {
        lessons.load();
        work.runAll();
    }

    private void open(String text) throws Exception {
        lessons.open(LessonReader.read("test", text));
        work.runAll();
    }

    private Feedback feedback() {
        return lessons.feedbackProperty().get();
    }

    @Test
    void everyShippedLessonCanBeReadAndTheFirstOneIsOpen() throws IOException {
        load();
        assertThat(lessons.failureProperty().get()).isEmpty();
        assertThat(lessons.lessons()).hasSize(shipped());
        assertThat(lessons.placeProperty().get().orElseThrow().lesson())
                .isEqualTo(lessons.lessons().get(0));
    }

    @Test
    void everyStepOfEveryShippedLessonCanBeDoneAndIsNotDoneAtTheStart() {
        load();
        for (Lesson lesson : lessons.lessons()) {
            lessons.open(lesson);
            for (int step = 0; step < lesson.steps().size(); step++) {
                work.runAll();
                String place = lesson.id() + ", step " + (step + 1);
                assertThat(stage.failureProperty().get()).as(place).isEmpty();
                Task task = lesson.steps().get(step).task();
                assertThat(feedback().isDone()).as(place).isEqualTo(task instanceof Task.Read);
                lessons.check();
                assertThat(feedback().isDone()).as(place + ", checked").isEqualTo(task instanceof Task.Read);
                lessons.showHow();
                assertThat(feedback().isDone()).as(place).isTrue();
                lessons.next();
            }
            assertThat(lessons.isDone(lesson)).as(lesson.id()).isTrue();
        }
    }

    @Test
    void aControlThatRestsInTheRightPlaceNeedsNoCheck() throws Exception {
        open("## A\n```stage\ncontrols: kappa\nkappa: 9\n```\n```task\nmove kappa between 1 and 3\nprompt: p\n```\n");
        stage.control(StageControl.KAPPA).dragToValue(2);
        assertThat(feedback().state()).as("during the drag").isEqualTo(Feedback.State.OPEN);
        stage.control(StageControl.KAPPA).rest();
        assertThat(feedback().state()).isEqualTo(Feedback.State.DONE);
    }

    @Test
    void aControlThatStandsAtItsTargetHasToBeLedAwayAndBack() throws Exception {
        open("""
                ## A
                ```stage
                sample: digits_b20_s0.safetensors#fc2.weight
                orientation: inverse
                laws: htmp
                controls: kappa
                ```
                ```task
                move kappa to fit.kappa within 12%
                prompt: p
                ```
                """);
        double fitted = stage.quantity("fit.kappa");
        assertThat(feedback()).as("as soon as the layer has loaded").isEqualTo(Feedback.OPEN);
        stage.control(StageControl.KAPPA).nudge(1, true);
        assertThat(feedback().isDone()).as("still near the fit").isFalse();
        lessons.check();
        assertThat(feedback().text()).contains("away and back");
        stage.control(StageControl.KAPPA).dragToValue(3 * fitted);
        stage.control(StageControl.KAPPA).dragToValue(fitted);
        assertThat(feedback().isDone()).as("during the drag").isFalse();
        stage.control(StageControl.KAPPA).rest();
        assertThat(feedback().isDone()).isTrue();
    }

    @Test
    void afterStartingOverAControlAtItsTargetHasToBeMovedAgain() throws Exception {
        open("## A\n```stage\ncontrols: kappa\nkappa: 2\n```\n```task\nmove kappa between 1 and 3\nprompt: p\n```\n");
        stage.control(StageControl.KAPPA).dragToValue(9);
        lessons.restart();
        stage.control(StageControl.KAPPA).rest();
        assertThat(feedback().isDone()).isFalse();
    }

    @Test
    void aWrongControlIsToldWhichWayToGo() throws Exception {
        open("## A\n```stage\nkappa: 9\n```\n```task\nmove kappa between 1 and 3\nprompt: p\nhint: Left.\n```\n");
        lessons.check();
        assertThat(feedback().text()).contains("too high").contains("Left.");
        assertThat(feedback().isDone()).isFalse();
    }

    @Test
    void aNumberIsComparedWithAQuantityOfTheStage() throws Exception {
        open("## A\n```stage\ngamma: 0.25\n```\n```task\nanswer edge.upper within 1%\nprompt: p\n```\n");
        lessons.answer("two");
        assertThat(feedback().text()).contains("not a number");
        lessons.answer("2.2");
        assertThat(feedback().text()).contains("too low");
        lessons.answer("2,25");
        assertThat(feedback().isDone()).isTrue();
    }

    @Test
    void onlyTheRightOptionIsRight() throws Exception {
        open("## A\n```task\nchoose\nprompt: p\n- one\n* two\n```\n");
        lessons.choose(0);
        assertThat(feedback().state()).isEqualTo(Feedback.State.WRONG);
        lessons.choose(1);
        assertThat(feedback().isDone()).isTrue();
    }

    @Test
    void theSameSeedDrawsTheSameEigenvalues() throws Exception {
        String text = "## A\n```stage\nsample: ensemble\nn: 50\nkappa: 3\nseed: 11\n```\n";
        open(text);
        double[] first = stage.sample().eigenvalues();
        open(text);
        assertThat(first).hasSize(50);
        assertThat(stage.sample().eigenvalues()).isEqualTo(first);
    }

    @Test
    void onlyTheNewestDrawIsShown() throws Exception {
        open("## A\n```stage\nsample: ensemble\ncontrols: n\n```\n");
        stage.control(StageControl.N).dragToValue(20);
        stage.control(StageControl.N).dragToValue(30);
        work.runAll();
        assertThat(stage.sample().eigenvalues()).hasSize(30);
    }

    @Test
    void aMarkerStandsWhereItsControlDoes() throws Exception {
        open("## A\n```stage\nlaws: mp\naxes: linear\nrange: 0, 4\ncontrols: marker\nmarker: 1\n```\n");
        stage.control(StageControl.MARKER).dragToValue(2.5);
        assertThat(stage.figureProperty()
                        .get()
                        .vertical(Guide.Kind.MARKER)
                        .orElseThrow()
                        .position())
                .isEqualTo(2.5);
    }

    @Test
    void startingOverPutsTheControlsBack() throws Exception {
        open("## A\n```stage\ncontrols: kappa\nkappa: 9\n```\n");
        stage.control(StageControl.KAPPA).dragToValue(2);
        lessons.restart();
        assertThat(stage.control(StageControl.KAPPA).valueProperty().get()).isEqualTo(9);
    }

    @Test
    void startingOverTakesTheVerdictBack() throws Exception {
        open("## A\n```task\nchoose\nprompt: p\n- one\n* two\n```\nBecause.\n");
        lessons.choose(0);
        lessons.restart();
        assertThat(feedback()).isEqualTo(Feedback.OPEN);
        lessons.choose(1);
        lessons.restart();
        assertThat(feedback()).isEqualTo(Feedback.OPEN);
    }

    @Test
    void numbersInVerdictsHaveNoZerosAtTheirEnd() throws Exception {
        open("## A\n```task\nanswer 200 within 0.5\nprompt: p\n```\n");
        lessons.answer("200");
        assertThat(feedback().text()).isEqualTo("Right. It is 200.");
    }

    @Test
    void checkingWithoutAnAnswerAsksForOne() throws Exception {
        open("## A\n```task\nanswer 200 within 0.5\nprompt: p\n```\n");
        lessons.answer(" ");
        assertThat(feedback().text()).isEqualTo("Type a number first.");
        open("## A\n```task\nchoose\nprompt: p\n- one\n* two\n```\n");
        lessons.chooseNothing();
        assertThat(feedback().text()).isEqualTo("Choose an answer first.");
    }

    @Test
    void aMissingSampleIsSaidInPlace() throws Exception {
        open("## A\n```stage\nsample: gone.safetensors#w\n```\n");
        assertThat(stage.failureProperty().get()).contains("gone.safetensors");
    }

    @Test
    void aTeachersFolderIsReadAfterTheShippedLessonsAndItsMistakesAreNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.md"), "title: Mine\n## One\nText.");
        Files.writeString(folder.resolve("broken.md"), "no lesson");
        Files.write(folder.resolve("latin.md"), "## é".getBytes(StandardCharsets.ISO_8859_1));
        lessons.addFolder(folder);
        work.runAll();
        assertThat(lessons.lessons()).hasSize(shipped() + 1);
        assertThat(lessons.lessons().get(shipped()).title()).isEqualTo("Mine");
        assertThat(lessons.failureProperty().get()).contains("broken").contains("latin.md");
        lessons.forgetFolder();
        work.runAll();
        assertThat(lessons.lessons()).hasSize(shipped());
    }

    @Test
    void whatIsDoneIsRememberedByTheNextStart() throws Exception {
        open("title: x\n## A\nOnly to read.");
        Lesson lesson = lessons.placeProperty().get().orElseThrow().lesson();
        assertThat(lessons.isDone(lesson)).isTrue();
        assertThat(model().isDone(lesson)).isTrue();
    }

    @Test
    void aPopulationIsMultipliedInAndTheHeavierTailSurvives() throws Exception {
        open("""
                title: Product

                ## One
                ```stage
                sample: ensemble
                orientation: inverse
                laws: htmp
                population: 2.25
                kappa: 5
                n: 50
                ```
                ```task
                move kappa to 1 within 1%
                prompt: Move it.
                ```
                """);
        assertThat(stage.quantity("product.tail")).isEqualTo(-2.25);
        assertThat(stage.sample().eigenvalues()).hasSize(50);
        assertThat(stage.figureProperty().get().curves())
                .extracting(Curve::label)
                .containsExactly("inverse HTMP", "population Σ", "product Σ ⊠ ρ");
        stage.control(StageControl.KAPPA).put(1);
        work.runAll();
        assertThat(stage.quantity("product.tail")).isCloseTo(-1.5, within(1e-12));
    }

    @Test
    void theOtherOrientationOfALayerIsFittedAnew() throws Exception {
        open("""
                title: Both

                ## One
                ```stage
                sample: digits_b20_s0.safetensors#fc2.weight
                orientation: direct
                laws: htmp
                kappa: 7
                ```
                ## Two
                ```stage
                orientation: inverse
                ```
                """);
        FitResult direct = stage.sample().fit().orElseThrow();
        lessons.next();
        work.runAll();
        FitResult inverse = stage.sample().fit().orElseThrow();
        assertThat(inverse.family()).isNotEqualTo(direct.family());
    }

    @Test
    void anotherSampleBringsControlsOfItsOwn() throws Exception {
        open("""
                title: Controls

                ## One
                ```stage
                sample: nothing
                orientation: inverse
                laws: htmp
                kappa: 7
                ```
                ## Two
                ```stage
                sample: digits_b20_s0.safetensors#fc2.weight
                ```
                """);
        assertThat(stage.quantity("kappa")).isEqualTo(7);
        lessons.next();
        work.runAll();
        assertThat(stage.quantity("kappa"))
                .isEqualTo(stage.quantity("fit.kappa"))
                .isLessThan(3);
    }

    @Test
    void aStageThatSaysKnobsIsReadAsOneThatSaysControls() throws Exception {
        open("## A\n```stage\nknobs: kappa\n```\n");
        assertThat(stage.control(StageControl.KAPPA).movableProperty().get()).isTrue();
        assertThat(stage.control(StageControl.GAMMA).movableProperty().get()).isFalse();
    }

    @Test
    void aMarkerThatCannotBeMovedIsNotShown() throws Exception {
        open("""
                title: Marker

                ## One
                ```stage
                laws: mp
                controls: marker
                ```
                ## Two
                ```stage
                controls: gamma
                ```
                """);
        assertThat(stage.figureProperty().get().guides()).hasSize(1);
        lessons.next();
        work.runAll();
        assertThat(stage.figureProperty().get().guides()).isEmpty();
    }
}
