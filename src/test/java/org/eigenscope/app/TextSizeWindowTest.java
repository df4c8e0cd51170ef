package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.eigenscope.ui.control.TextScale;
import org.eigenscope.ui.main.MainTab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** Larger text, and the presenter mode, in one window for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextSizeWindowTest {
    private static final double ROUNDING = 0.01;

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
        robot.interact(() -> {
            window.stage().setWidth(1280);
            window.stage().setHeight(800);
        });
    }

    @AfterEach
    void putBack() {
        robot.interact(() -> {
            window.context().models().theme().presentingProperty().set(false);
            window.context().models().theme().resetTextSize();
            window.stage().setHeight(800);
            window.context().models().main().tabProperty().set(MainTab.SPECTRUM);
        });
    }

    @AfterAll
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private Scene scene() {
        return window.stage().getScene();
    }

    private void settle() {
        robot.interact(() -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        });
    }

    private List<TextScale> scales() {
        return FocusWalk.all(scene().getRoot())
                .filter(TextScale.class::isInstance)
                .map(TextScale.class::cast)
                .filter(FocusWalk::isShown)
                .toList();
    }

    private static double size(Node label) {
        return ((Label) label).getFont().getSize();
    }

    @Test
    void keysMakeTextLargerSmallerAndUsualAgain() {
        Node status = scene().lookup(".status-line > .label");
        double usual = size(status);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.CONTROL, KeyCode.ADD);
        settle();
        assertThat(size(status)).isCloseTo(1.2 * usual, within(ROUNDING));
        robot.push(KeyCode.CONTROL, KeyCode.MINUS);
        settle();
        assertThat(size(status)).isCloseTo(1.1 * usual, within(ROUNDING));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        settle();
        assertThat(size(status)).isCloseTo(usual, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource(MainTab.class)
    void chartsFollowTheSizeOfText(MainTab tab) {
        robot.interact(() -> {
            window.context().models().main().tabProperty().set(tab);
            window.context().models().theme().setTextSize(150);
        });
        settle();
        assertThat(scales()).allSatisfy(scale -> assertThat(scale.factor()).isCloseTo(1.5, within(ROUNDING)));
    }

    /** Words on buttons are whole; what scrolls may be out of sight, and names of files are shortened at any size. */
    @ParameterizedTest
    @EnumSource(MainTab.class)
    void noButtonIsCutAtOneAndAHalfTimesTheSize(MainTab tab) throws TimeoutException {
        robot.interact(() -> {
            window.context().models().main().tabProperty().set(tab);
            window.context().models().theme().setTextSize(150);
        });
        settle();
        List<String> cut = new ArrayList<>();
        FocusWalk.all(scene().getRoot())
                .filter(node -> node instanceof ButtonBase && FocusWalk.isShown(node))
                .map(ButtonBase.class::cast)
                .filter(button -> button.getWidth() > 0
                        && !button.isWrapText()
                        && !button.getText().isEmpty())
                .forEach(button -> {
                    String shown = FocusWalk.all(button)
                            .filter(Text.class::isInstance)
                            .map(text -> ((Text) text).getText())
                            .collect(Collectors.joining());
                    boolean beyond =
                            button.localToScene(button.getLayoutBounds()).getMaxX() > scene().getWidth() + 1;
                    if (shown.contains("…") && !button.getText().contains("…") || beyond) {
                        cut.add(FocusWalk.describe(button) + " shows " + shown);
                    }
                });
        assertThat(cut).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MainTab.class)
    void presentingLeavesChartsAndTextAndBringsTheRestBack(MainTab tab) throws TimeoutException {
        robot.interact(() -> window.context().models().main().tabProperty().set(tab));
        settle();
        List<Node> before = chrome();
        assertThat(before).isNotEmpty();
        robot.interact(() -> scene().getRoot().requestFocus());
        robot.push(KeyCode.F11);
        waitUntil(() -> window.context().models().theme().presentingProperty().get());
        settle();
        assertThat(chrome()).isEmpty();
        assertThat(scales()).allSatisfy(scale -> assertThat(scale.factor()).isCloseTo(1.6, within(ROUNDING)));
        robot.push(KeyCode.F11);
        waitUntil(() -> !window.context().models().theme().presentingProperty().get());
        settle();
        assertThat(chrome()).containsExactlyElementsOf(before);
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    private List<Node> chrome() {
        return FocusWalk.all(scene().getRoot())
                .filter(node -> node.getStyleClass().stream()
                        .anyMatch(List.of(
                                "menu-bar",
                                "status-line",
                                "library-pane",
                                "chart-controls",
                                "fit-scroll",
                                "figure-tools",
                                "lesson-pane",
                                "not-presented")::contains))
                .filter(FocusWalk::isShown)
                .toList();
    }

    @Test
    void whatHasTheFocusIsScrolledIntoSight() {
        robot.interact(() -> {
            window.context().models().theme().setTextSize(200);
            window.stage().setHeight(600);
        });
        settle();
        ScrollPane pane = (ScrollPane) scene().lookup(".main-split .fit-scroll");
        Node low = pane.lookup("#top");
        assertThat(top(low)).isGreaterThan(top(pane) + pane.getHeight());
        robot.interact(low::requestFocus);
        settle();
        assertThat(top(low)).isBetween(top(pane), top(pane) + pane.getHeight());
        robot.interact(() -> pane.setVvalue(1));
        settle();
        Node high = pane.lookup("#kappa-field");
        assertThat(top(high)).isLessThan(top(pane));
        robot.interact(high::requestFocus);
        settle();
        assertThat(top(high)).isBetween(top(pane), top(pane) + pane.getHeight());
    }
}
