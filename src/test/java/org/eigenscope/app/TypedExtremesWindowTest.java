package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import org.eigenscope.ui.lessons.LessonsModel;
import org.eigenscope.ui.lessons.script.Lesson;
import org.eigenscope.ui.main.MainTab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever is typed or dragged is data: nothing of it reaches the dialog for bugs. */
class TypedExtremesWindowTest {
    private static final List<String> EXTREMES = List.of(
            "",
            "-1",
            "0",
            "1e400",
            "-1e400",
            "NaN",
            "∞",
            "1e-320",
            "1e308",
            "7".repeat(10_000),
            "\uD83D\uDE00",
            "1,5",
            "--",
            "-0",
            "1e",
            "\u0661\u0662\u0663",
            "1\n2\t3\u0000",
            "0x1p3",
            "1e-5000");

    private final FxRobot robot = new FxRobot();
    private final List<Throwable> bugs = new ArrayList<>();

    @TempDir
    private Path folder;

    private TestWindow window;

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private void show() throws Exception {
        Random random = new Random(5);
        String rows = IntStream.range(0, 12)
                .mapToObj(i ->
                        random.doubles(20, -1, 1).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        Path matrix = Files.writeString(folder.resolve("m.csv"), rows + "\n");
        window = TestWindow.open(matrix.toString());
        waitUntil(() ->
                !window.context().models().fit().league().rowsProperty().get().isEmpty());
    }

    private static List<Node> within(Node node) {
        List<Node> nodes = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nodes.addAll(within(child)));
        }
        return nodes;
    }

    private static List<Node> everywhere() {
        return Window.getWindows().stream()
                .flatMap(open -> within(open.getScene().getRoot()).stream())
                .toList();
    }

    /** On the toolkit's thread, without the robot's wait for an idle toolkit after every step. */
    private static void fx(Runnable step) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, step);
    }

    private int tryEverything() {
        List<Node> nodes = new ArrayList<>();
        fx(() -> nodes.addAll(everywhere()));
        return tryAll(nodes);
    }

    private void tryAllIn(Node root) {
        List<Node> nodes = new ArrayList<>();
        fx(() -> nodes.addAll(within(root)));
        tryAll(nodes);
    }

    private int tryAll(List<Node> nodes) {
        int tried = 0;
        for (Node node : nodes) {
            if (node instanceof TextField field && field.isEditable()) {
                fx(() -> EXTREMES.forEach(text -> enter(field, text)));
                tried++;
            } else if (node instanceof TextArea area && area.isEditable()) {
                fx(() -> EXTREMES.forEach(area::setText));
                tried++;
            } else if (node instanceof Slider slider) {
                fx(() -> {
                    slider.setValue(slider.getMax());
                    slider.setValue(slider.getMin());
                });
                tried++;
            }
        }
        WaitForAsyncUtils.waitForFxEvents();
        return tried;
    }

    private static void enter(TextField field, String text) {
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    @Test
    void noExtremeInAnyFieldOfAnyTabOrDialogReachesTheBugDialog() throws Exception {
        show();
        fx(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> bugs.add(bug)));
        for (MainTab tab : MainTab.values()) {
            fx(() -> window.context().models().main().tabProperty().set(tab));
            assertThat(tryEverything()).as(tab.title()).isPositive();
        }
        everyPanelOfTheLab();
        everyStepOfTheLessons();
        fx(() -> window.context().models().main().tabProperty().set(MainTab.SPECTRUM));
        fx(() -> window.context().figures().actions().showDialog(window.stage()));
        assertThat(tryEverything()).isPositive();
        assertThat(bugs).isEmpty();
    }

    private void everyPanelOfTheLab() {
        fx(() -> window.context().models().main().tabProperty().set(MainTab.REPULSION));
        for (String panel : List.of("#structures", "#map", "#power", "#spacings")) {
            fx(() -> robot.lookup(panel).queryAs(ToggleButton.class).fire());
            tryAllIn(robot.lookup(".lab-panel").query());
        }
    }

    private void everyStepOfTheLessons() throws TimeoutException {
        fx(() -> window.context().models().main().tabProperty().set(MainTab.LESSONS));
        LessonsModel lessons = window.context().lessons();
        waitUntil(() -> lessons.placeProperty().get().isPresent());
        for (Lesson lesson : List.copyOf(lessons.lessons())) {
            fx(() -> lessons.open(lesson));
            for (int step = 0; step < lesson.steps().size(); step++) {
                fx(() -> EXTREMES.forEach(lessons::answer));
                tryAllIn(robot.lookup(".lesson-stage").query());
                fx(lessons::next);
            }
        }
    }
}
