package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.main.MainTab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Keys that work wherever the focus is, in one window for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysWindowTest {
    private final FxRobot robot = new FxRobot();

    private TestWindow window;
    private Path matrix;

    @BeforeAll
    void show(@TempDir Path folder) throws Exception {
        Random random = new Random(5);
        String rows = IntStream.range(0, 12)
                .mapToObj(i ->
                        random.doubles(20, -1, 1).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        matrix = Files.writeString(folder.resolve("m.csv"), rows + "\n");
        window = TestWindow.open(matrix.toString());
    }

    @BeforeEach
    void begin() throws TimeoutException {
        robot.interact(() -> {
            window.context().models().main().tabProperty().set(MainTab.SPECTRUM);
            window.context().figures().actions().closeDialog();
            window.stage().requestFocus();
            if (window.context().models().library().files().isEmpty()) {
                window.context().models().library().openPaths(List.of(matrix));
            }
        });
        robot.targetWindow(window.stage());
        waitUntil(() -> window.stage().isFocused()
                && !fit().league().rowsProperty().get().isEmpty());
        while (fit().undoableProperty().get()) {
            robot.interact(fit()::undo);
        }
    }

    @AfterAll
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private FitModel fit() {
        return window.context().models().fit();
    }

    private double kappa() {
        return fit().parameter(Parameter.KAPPA).valueProperty().get();
    }

    private void focus(String selector) {
        Node node = robot.lookup(selector).query();
        robot.interact(node::requestFocus);
    }

    private void undo() {
        robot.push(KeyCode.CONTROL, KeyCode.Z);
    }

    private void redo() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }

    private void write(String text) {
        robot.push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void undoAndRedoReachTheFitFromEveryPlaceThatTakesTheFocus() {
        for (String place : new String[] {
            "#kappa-field", "#kappa-slider", "#bottom", "#top", ".library-tree", "#kappa-lock", ".spectrum-plot"
        }) {
            double before = kappa();
            robot.interact(() -> fit().parameter(Parameter.KAPPA).type("77"));
            focus(place);
            undo();
            assertThat(kappa()).as("undone at " + place).isEqualTo(before);
            redo();
            assertThat(kappa()).as("redone at " + place).isEqualTo(77);
            undo();
        }
    }

    @Test
    void whatWasTypedIntoAParameterIsTakenBackFromItsField() {
        double before = kappa();
        focus("#kappa-field");
        write("77");
        assertThat(kappa()).isEqualTo(77);
        undo();
        assertThat(kappa()).isEqualTo(before);
        redo();
        assertThat(kappa()).isEqualTo(77);
    }

    @Test
    void unfinishedTypingIsUndoneFirstAndTheFitAfterIt() {
        double before = kappa();
        TextField field = robot.lookup("#kappa-field").queryAs(TextField.class);
        robot.interact(() -> fit().parameter(Parameter.KAPPA).type("77"));
        focus("#kappa-field");
        String shown = field.getText();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("5");
        undo();
        assertThat(kappa()).isEqualTo(77);
        for (int i = 0; i < 3 && !field.getText().equals(shown); i++) {
            undo();
        }
        assertThat(field.getText()).isEqualTo(shown);
        undo();
        assertThat(kappa()).isEqualTo(before);
    }

    @Test
    void aTrimIsTakenBackFromItsSpinner() throws TimeoutException {
        Spinner<?> top = robot.lookup("#top").queryAs(Spinner.class);
        focus("#top");
        write("2");
        waitUntil(() -> fit().trims().trimsProperty().get().top() == 2);
        undo();
        assertThat(fit().trims().trimsProperty().get().top()).isZero();
        assertThat(top.getEditor().getText()).isEqualTo("0");
        redo();
        assertThat(fit().trims().trimsProperty().get().top()).isEqualTo(2);
    }

    @Test
    void anEditOfTheFigureIsTakenBackFromItsField() throws TimeoutException {
        Stage dialog = figureDialog();
        TextField title = (TextField) dialog.getScene().lookup("#titles > .text-field");
        robot.interact(title::requestFocus);
        robot.targetWindow(dialog);
        write("layer");
        assertThat(titleOfTheFigure()).isEqualTo("layer");
        undo();
        assertThat(titleOfTheFigure()).isEmpty();
        assertThat(title.getText()).isEmpty();
        redo();
        assertThat(titleOfTheFigure()).isEqualTo("layer");
    }

    private String titleOfTheFigure() {
        return window.context()
                .figures()
                .figure()
                .editsProperty()
                .get()
                .titles()
                .get(0);
    }

    private Stage figureDialog() throws TimeoutException {
        robot.interact(() -> window.context().figures().actions().showDialog(window.stage()));
        waitUntil(() -> shownDialog() != null && shownDialog().isFocused());
        WaitForAsyncUtils.waitForFxEvents();
        return shownDialog();
    }

    private static Stage shownDialog() {
        return Window.getWindows().stream()
                .filter(one -> one instanceof Stage stage && "Figure – Eigenscope".equals(stage.getTitle()))
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Test
    void theFigureDialogLiesOnTheScreenAlsoWhenItsOwnerDoesNot() throws TimeoutException {
        robot.interact(() -> {
            window.stage().setX(Screen.getPrimary().getBounds().getWidth() - 200);
            window.stage().setY(-150);
        });
        Stage dialog = figureDialog();
        robot.interact(() -> window.stage().centerOnScreen());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertThat(screen.contains(dialog.getX(), dialog.getY(), dialog.getWidth(), dialog.getHeight()))
                .isTrue();
    }

    @Test
    void escAndCtrlWCloseTheFigureDialog() throws TimeoutException {
        figureDialog();
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> shownDialog() == null);
        figureDialog();
        robot.push(KeyCode.CONTROL, KeyCode.W);
        waitUntil(() -> shownDialog() == null);
        assertThat(window.context().models().library().files()).hasSize(1);
    }

    @Test
    void ctrlWInTheWindowClosesTheDialogThenTheFile() throws TimeoutException {
        figureDialog();
        robot.interact(() -> window.stage().requestFocus());
        waitUntil(() -> window.stage().isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.W);
        waitUntil(() -> shownDialog() == null);
        assertThat(window.context().models().library().files()).hasSize(1);
        robot.interact(() -> window.stage().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.W);
        assertThat(window.context().models().library().files()).isEmpty();
    }

    @Test
    void undoLeavesAFitAloneThatAnotherTabHides() {
        robot.interact(() -> fit().parameter(Parameter.KAPPA).type("77"));
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        undo();
        assertThat(kappa()).isEqualTo(77);
    }
}
