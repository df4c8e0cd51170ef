package org.eigenscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.lessons.script.Lesson;
import org.eigenscope.ui.lessons.script.StageControl;
import org.eigenscope.ui.lessons.script.StageScript;
import org.eigenscope.ui.lessons.script.Target;
import org.eigenscope.ui.lessons.script.Task;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.eigenscope.ui.text.Numbers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The targets of the shipped lessons, each on its own stage; fits are made once for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonTargetsTest {
    private static final double JUST_OUTSIDE = 1.01;
    /** Half as long as sliders are. */
    private static final double SLIDER_PIXELS = 150;

    private static final double MOST_ROOM_ABOVE = 3;

    private static final String OWN = "own answer";
    private static final String ENDS = "ends of the interval";
    private static final String NEIGHBOURS = "neighbours";
    private static final String DRAGGED = "dragged";
    private static final String TYPED = "typed";
    private static final String TYPED_OUTSIDE = "typed outside";
    private static final String PIXELS = "pixels";
    private static final String AXIS = "density axis";

    private final List<Tried> tries = new ArrayList<>();
    private final Map<String, FitResult> fits = new HashMap<>();
    private final ManualExecutor work = new ManualExecutor();
    private final MatrixLibrary files = new MatrixLibrary(MatrixFiles::open);
    private final StageModel stage = new StageModel(
            new StageSamples(
                    files,
                    new SpectrumService(new SpectrumCalculator()),
                    this::fitOnce,
                    name -> Optional.of(Path.of("samples", name)).filter(Files::isRegularFile)),
            task());
    private final LessonsModel lessons = new LessonsModel(stage, new LessonCatalog(), task(), new MemorySettings());

    private FitResult fitOnce(FitRequest request, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        String key = request.family() + " " + Arrays.hashCode(request.eigenvalues());
        if (!fits.containsKey(key)) {
            fits.put(key, new SpectralFitter().fit(request, progress, cancel));
        }
        return fits.get(key);
    }

    private LatestTask task() {
        return new LatestTask(work, work, new ActivityModel(() -> 0));
    }

    @AfterAll
    void closeFiles() {
        files.close();
    }

    /**
     * What came of a step.
     *
     * @param place lesson and step
     * @param wrong what was not as it should be, by name
     */
    private record Tried(String place, List<String> wrong) {
        void expect(String what, boolean asItShould) {
            if (!asItShould) {
                wrong.add(what);
            }
        }
    }

    /** Visits every step once, with its stage set; a draw or a curve for each test would take most of the time. */
    @BeforeAll
    void tryEveryStep() {
        lessons.load();
        work.runAll();
        for (Lesson lesson : lessons.lessons()) {
            lessons.open(lesson);
            for (int step = 0; step < lesson.steps().size(); step++) {
                work.runAll();
                Tried tried = new Tried(lesson.id() + ", step " + (step + 1), new ArrayList<>());
                tries.add(tried);
                attempt(lesson.steps().get(step).task(), tried);
                lessons.next();
            }
        }
    }

    private void attempt(Task task, Tried tried) {
        tried.expect(AXIS, axisFits());
        if (task instanceof Task.Move move) {
            checkTarget(move.target(), tried);
            move(move, stage.control(move.control()), tried);
        } else if (task instanceof Task.Answer answer) {
            checkTarget(answer.target(), tried);
            answer(answer, tried);
        }
    }

    private void checkTarget(Target target, Tried tried) {
        double value = target.value(stage::quantity);
        double reach = reach(target, value);
        tried.expect(OWN, verdict(target, value) == Target.Verdict.RIGHT);
        tried.expect(
                ENDS,
                verdict(target, value - reach) == Target.Verdict.RIGHT
                        && verdict(target, value + reach) == Target.Verdict.RIGHT);
        tried.expect(
                NEIGHBOURS,
                verdict(target, value - JUST_OUTSIDE * reach) == Target.Verdict.TOO_LOW
                        && verdict(target, value + JUST_OUTSIDE * reach) == Target.Verdict.TOO_HIGH);
    }

    private void move(Task.Move move, StageControlModel control, Tried tried) {
        double value = move.target().value(stage::quantity);
        double reach = reach(move.target(), value);
        SliderScale scale = control.scaleProperty().get();
        double width = scale.positionOf(value + reach) - scale.positionOf(value - reach);
        tried.expect(PIXELS, SLIDER_PIXELS * width > 1);
        for (double outside : new double[] {value - JUST_OUTSIDE * reach, value + JUST_OUTSIDE * reach}) {
            boolean taken = control.type(Double.toString(outside));
            tried.expect(TYPED_OUTSIDE, !taken || !Answers.check(move, stage).isDone());
        }
        boolean taken = control.type(Numbers.formatBrief(value));
        tried.expect(TYPED, taken && Answers.check(move, stage).isDone());
        control.dragToValue(value);
        work.runAll();
        tried.expect(DRAGGED, Answers.check(move, stage).isDone());
        tried.expect(AXIS, axisFits());
    }

    private void answer(Task.Answer answer, Tried tried) {
        double value = answer.target().value(stage::quantity);
        double reach = JUST_OUTSIDE * reach(answer.target(), value);
        String shown = Answers.solve(answer, stage).text();
        String typed = shown.substring("It is ".length(), shown.length() - 1);
        tried.expect(TYPED, Answers.check(answer, typed, stage).isDone());
        tried.expect(
                TYPED_OUTSIDE,
                Answers.check(answer, Double.toString(value - reach), stage)
                                .text()
                                .contains("too low")
                        && Answers.check(answer, Double.toString(value + reach), stage)
                                .text()
                                .contains("too high"));
    }

    private Target.Verdict verdict(Target target, double answer) {
        return target.check(answer, stage::quantity);
    }

    private static double reach(Target target, double value) {
        return target.relative() ? target.tolerance() * Math.abs(value) : target.tolerance();
    }

    private boolean axisFits() {
        FigureSpec figure = stage.figureProperty().get();
        FigureRanges ranges = FigureRanges.of(figure);
        DoubleStream curves = figure.curves().stream()
                .flatMapToDouble(curve -> IntStream.range(0, curve.size())
                        .filter(i -> ranges.x().contains(curve.xAt(i)))
                        .mapToDouble(curve::yAt))
                .filter(Double::isFinite);
        DoubleStream bars = figure.histogram().stream()
                .flatMapToDouble(steps -> IntStream.range(0, steps.binCount())
                        .filter(i -> steps.lowerEdge(i) < ranges.x().upper()
                                && steps.upperEdge(i) > ranges.x().lower())
                        .mapToDouble(steps::density));
        double highest = DoubleStream.concat(curves, bars).max().orElse(1);
        return ranges.y().upper() < MOST_ROOM_ABOVE * highest;
    }

    private void assertNever(String what) {
        assertThat(tries)
                .hasSizeGreaterThan(30)
                .allSatisfy(tried -> assertThat(tried.wrong()).as(tried.place()).doesNotContain(what));
    }

    @Test
    void everyTargetTakesItsOwnAnswer() {
        assertNever(OWN);
    }

    @Test
    void everyTargetTakesBothEndsOfItsInterval() {
        assertNever(ENDS);
    }

    @Test
    void everyTargetRefusesWhatLiesJustOutside() {
        assertNever(NEIGHBOURS);
    }

    @Test
    void everyControlThatIsDraggedToItsTargetIsRightThere() {
        assertNever(DRAGGED);
    }

    @Test
    void everyTargetIsTakenTypedAsThePersonReadsIt() {
        assertNever(TYPED);
    }

    @Test
    void nothingTypedJustOutsideIsRight() {
        assertNever(TYPED_OUTSIDE);
    }

    @Test
    void everyTargetIsWiderThanAPixelOfAShortSlider() {
        assertNever(PIXELS);
    }

    @Test
    void noDensityAxisReachesFarAboveWhatIsDrawn() {
        assertNever(AXIS);
    }

    @Test
    void intervalsTakeTheirEndsAsTheyAreWrittenAndNothingBeyond() {
        for (int low = 1; low < 100; low++) {
            for (int high = low + 1; high <= 100; high += 7) {
                double a = low / 100.0;
                double b = high / 100.0;
                Target target = Target.between(a, b);
                assertThat(List.of(a, b, a - 1e-9, b + 1e-9))
                        .as("between " + a + " and " + b)
                        .extracting(answer -> verdict(target, answer))
                        .containsExactly(
                                Target.Verdict.RIGHT,
                                Target.Verdict.RIGHT,
                                Target.Verdict.TOO_LOW,
                                Target.Verdict.TOO_HIGH);
            }
        }
    }

    @Test
    void everyDrawOfTheLessonOnMarchenkoAndPasturIsThatOfARealMatrix() {
        List<String> places = new ArrayList<>();
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
