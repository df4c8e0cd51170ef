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
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eigenscope.ui.main.MainTab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** Every tab and dialog, gone through with the Tab key and node by node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FocusWalkWindowTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeAll
    void show(@TempDir Path folder) throws Exception {
        Random random = new Random(5);
        String rows = IntStream.range(0, 12)
                .mapToObj(i ->
                        random.doubles(20, -1, 1).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        window = TestWindow.open(
                Files.writeString(folder.resolve("m.csv"), rows + "\n").toString());
        waitUntil(() ->
                !window.context().models().fit().league().rowsProperty().get().isEmpty());
    }

    @AfterAll
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private Scene open(MainTab tab) throws TimeoutException {
        robot.interact(() -> {
            window.stage().setWidth(1280);
            window.stage().setHeight(800);
            window.context().models().main().tabProperty().set(tab);
        });
        if (tab == MainTab.LESSONS) {
            waitUntil(() -> !window.context().lessons().lessons().isEmpty());
        }
        robot.interact(() -> window.stage().getScene().getRoot().layout());
        return window.stage().getScene();
    }

    /** A stop is looked at while it has the focus, as a person does. */
    private List<String> objections(Scene scene) {
        List<String> found = new ArrayList<>();
        FocusWalk walk = new FocusWalk(scene);
        robot.interact(() -> {
            Node start = scene.getRoot().lookup(".tab-pane");
            List<Node> stops = walk.stops(start == null ? scene.getFocusOwner() : start, stop -> {
                String objection = walk.objection(stop);
                if (!objection.isEmpty()) {
                    found.add(FocusWalk.describe(stop) + " " + objection);
                }
            });
            found.addAll(outOfOrder(stops));
        });
        return found;
    }

    /** Neighbours are visited from left to right and from top to bottom. */
    private static List<String> outOfOrder(List<Node> stops) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i < stops.size(); i++) {
            Node before = stops.get(i - 1);
            Node now = stops.get(i);
            if (before.getParent() == now.getParent() && i < stops.size() - 1) {
                Bounds a = before.getBoundsInParent();
                Bounds b = now.getBoundsInParent();
                if (b.getMaxX() <= a.getMinX() && b.getMinY() < a.getMaxY() || b.getMaxY() <= a.getMinY()) {
                    found.add(FocusWalk.describe(now) + " comes after " + before);
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(MainTab.class)
    void everyStopOfTheTabKeyIsInSightWithARingAndInOrder(MainTab tab) throws TimeoutException {
        assertThat(objections(open(tab))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MainTab.class)
    void everythingThatTakesTheFocusHasAName(MainTab tab) throws TimeoutException {
        Scene scene = open(tab);
        assertThat(new FocusWalk(scene).nameless()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MainTab.class)
    void everySliderSaysItsValue(MainTab tab) throws TimeoutException {
        assertThat(FocusWalk.all(open(tab).getRoot())
                        .filter(node -> node instanceof Slider && FocusWalk.isShown(node))
                        .map(Node::getAccessibleText))
                .allMatch(text -> text.matches("(?s).*(\\d|∞).*"));
    }

    @Test
    void everyPanelOfTheRepulsionTabIsWalkedToo() throws TimeoutException {
        Scene scene = open(MainTab.REPULSION);
        for (String id : List.of("#structures", "#map", "#power", "#spacings")) {
            robot.interact(() -> ((ToggleButton) scene.lookup(id)).fire());
            assertThat(objections(scene)).as(id).isEmpty();
            assertThat(new FocusWalk(scene).nameless()).as(id).isEmpty();
        }
    }

    @Test
    void theFigureDialogIsWalkedToo() throws TimeoutException {
        robot.interact(() -> window.context().figures().actions().showDialog(window.stage()));
        waitUntil(() -> dialog() != null && dialog().isFocused());
        Scene scene = dialog().getScene();
        assertThat(new FocusWalk(scene).nameless()).isEmpty();
        assertThat(objections(scene)).isEmpty();
        robot.interact(() -> window.context().figures().actions().closeDialog());
    }

    private static Stage dialog() {
        return Window.getWindows().stream()
                .filter(one -> one instanceof Stage stage && "Figure – Eigenscope".equals(stage.getTitle()))
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Test
    void theHelpIsWalkedToo() throws TimeoutException {
        Scene scene = open(MainTab.SPECTRUM);
        robot.interact(
                () -> window.context().models().main().helpShownProperty().set(true));
        assertThat(new FocusWalk(scene).nameless()).isEmpty();
        robot.interact(
                () -> window.context().models().main().helpShownProperty().set(false));
    }

    @Test
    void segmentsAreOneStopAndArrowsGoAmongThem() throws TimeoutException {
        Scene scene = open(MainTab.SPECTRUM);
        ToggleButton density = (ToggleButton) scene.lookup("#density");
        ToggleButton ecdf = (ToggleButton) scene.lookup("#ecdf");
        robot.interact(() -> {
            density.requestFocus();
            Event.fireEvent(
                    density, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
        });
        assertThat(ecdf.isFocused()).isTrue();
        assertThat(ecdf.isSelected()).isTrue();
        assertThat(density.isFocusTraversable()).isFalse();
        robot.interact(density::fire);
    }
}
