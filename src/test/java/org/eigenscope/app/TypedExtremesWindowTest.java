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
import javafx.scene.control.TextField;
import javafx.stage.Window;
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
            "--");

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

    private int tryEverything() {
        List<Node> nodes = new ArrayList<>();
        robot.interact(() -> nodes.addAll(everywhere()));
        int tried = 0;
        for (Node node : nodes) {
            if (node instanceof TextField field && field.isEditable()) {
                EXTREMES.forEach(text -> robot.interact(() -> enter(field, text)));
                tried++;
            } else if (node instanceof Slider slider) {
                robot.interact(() -> slider.setValue(slider.getMax()));
                robot.interact(() -> slider.setValue(slider.getMin()));
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
        robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> bugs.add(bug)));
        for (MainTab tab : MainTab.values()) {
            robot.interact(() -> window.context().models().main().tabProperty().set(tab));
            assertThat(tryEverything()).as(tab.title()).isPositive();
        }
        robot.interact(() -> window.context().models().main().tabProperty().set(MainTab.SPECTRUM));
        robot.interact(() -> window.context().figures().actions().showDialog(window.stage()));
        assertThat(tryEverything()).isPositive();
        assertThat(bugs).isEmpty();
    }
}
