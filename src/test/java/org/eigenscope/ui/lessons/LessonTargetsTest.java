package org.eigenscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.lessons.script.Lesson;
import org.eigenscope.ui.lessons.script.StageControl;
import org.eigenscope.ui.lessons.script.StageScript;
import org.eigenscope.ui.lessons.script.Target;
import org.eigenscope.ui.lessons.script.Task;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The targets of the shipped lessons, each on its own stage. */
class LessonTargetsTest {
    private static final double JUST_OUTSIDE = 1.01;

    private final ManualExecutor work = new ManualExecutor();
    private final MatrixLibrary files = new MatrixLibrary(MatrixFiles::open);
    private final StageModel stage = new StageModel(
            new StageSamples(
                    files,
                    new SpectrumService(new SpectrumCalculator()),
                    new SpectralFitter(),
                    name -> Optional.of(Path.of("samples", name)).filter(Files::isRegularFile)),
            task());
    private final LessonsModel lessons = new LessonsModel(stage, new LessonCatalog(), task(), new MemorySettings());

    private LatestTask task() {
        return new LatestTask(work, work, new ActivityModel(() -> 0));
    }

    @AfterEach
    void closeFiles() {
        files.close();
    }

    /** Visits every step with its stage set. */
    private void forEveryStep(BiConsumer<String, Task> visitor) {
        lessons.load();
        work.runAll();
        for (Lesson lesson : lessons.lessons()) {
            lessons.open(lesson);
            for (int step = 0; step < lesson.steps().size(); step++) {
                work.runAll();
                visitor.accept(
                        lesson.id() + ", step " + (step + 1),
                        lesson.steps().get(step).task());
                lessons.next();
            }
        }
    }

    private static Optional<Target> target(Task task) {
        if (task instanceof Task.Move move) {
            return Optional.of(move.target());
        }
        return task instanceof Task.Answer answer ? Optional.of(answer.target()) : Optional.empty();
    }

    @Test
    void everyTargetTakesItsOwnAnswerAndRefusesWhatLiesJustOutside() {
        forEveryStep((place, task) -> target(task).ifPresent(target -> {
            double value = target.value(stage::quantity);
            double reach =
                    JUST_OUTSIDE * (target.relative() ? target.tolerance() * Math.abs(value) : target.tolerance());
            assertThat(target.check(value, stage::quantity)).as(place).isEqualTo(Target.Verdict.RIGHT);
            assertThat(target.check(value - reach, stage::quantity)).as(place).isEqualTo(Target.Verdict.TOO_LOW);
            assertThat(target.check(value + reach, stage::quantity)).as(place).isEqualTo(Target.Verdict.TOO_HIGH);
        }));
    }

    @Test
    void everyKnobThatIsDraggedToItsTargetIsRightThere() {
        forEveryStep((place, task) -> {
            if (task instanceof Task.Move move) {
                stage.control(move.control()).dragToValue(move.target().value(stage::quantity));
                work.runAll();
                assertThat(Answers.check(move, stage).isDone()).as(place).isTrue();
            }
        });
    }

    @Test
    void everyDrawOfTheLessonOnMarchenkoAndPasturIsThatOfARealMatrix() {
        List<String> places = new ArrayList<>();
        lessons.load();
        work.runAll();
        StageScript script = StageScript.EMPTY;
        for (var step : lessons.lessons().get(1).steps()) {
            script = script.changedBy(step.stage());
            assertThat(script.values().get(StageControl.KAPPA))
                    .isEqualTo(script.values().get(StageControl.N));
            places.add(step.title());
        }
        assertThat(places).hasSize(5);
    }
}
