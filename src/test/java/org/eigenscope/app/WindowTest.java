package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Guide;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.fit.law.TrimModel;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.plot.SpectrumPlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The whole window on a headless toolkit, with real files, spectra and fits. */
class WindowTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @TempDir
    private Path folder;

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private void show(String... arguments) throws TimeoutException {
        window = TestWindow.open(arguments);
    }

    private Models models() {
        return window.context().models();
    }

    private void waitUntilFitted() throws TimeoutException {
        waitUntil(() -> !models().fit().league().rowsProperty().get().isEmpty());
    }

    private Path matrix() throws IOException {
        Random random = new Random(5);
        String rows = IntStream.range(0, 30)
                .mapToObj(i ->
                        random.doubles(45, -1, 1).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("m.csv"), rows + "\n");
    }

    /** Plain keys go to the window's focus owner; asking for the focus waits for no layout, as a click would. */
    private FxRobot focusLibrary() {
        Node tree = robot.lookup(".library-tree").query();
        robot.interact(tree::requestFocus);
        return robot;
    }

    private Slider slider(String id) {
        return robot.lookup("#" + id).queryAs(Slider.class);
    }

    private List<Curve> drawnCurves() {
        return robot.lookup(".spectrum-plot")
                .queryAs(SpectrumPlot.class)
                .getFigure()
                .curves();
    }

    private double value(Parameter parameter) {
        return models().fit().parameter(parameter).valueProperty().get();
    }

    @Test
    void withoutArgumentsASampleIsDrawnWithItsLaws() throws TimeoutException {
        show();
        waitUntilFitted();
        assertThat(models().main().titleProperty().get()).startsWith("digits_b20_s0.safetensors#fc2.weight");
        assertThat(drawnCurves()).hasSize(3).allMatch(curve -> curve.size() > 0);
    }

    @Test
    void aFileNamedAsAnArgumentIsOpened() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        assertThat(models().spectrum()
                        .shownProperty()
                        .get()
                        .orElseThrow()
                        .spectrum()
                        .size())
                .isEqualTo(30);
    }

    @Test
    void draggingKappaKeepsItsValueAndMovesCurveAndRest() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        // in the direct orientation, in which a random matrix opens, s is the mean whatever κ
        double direct = value(Parameter.SCALE);
        robot.clickOn("#inverse");
        waitUntil(() -> value(Parameter.SCALE) != direct);
        double scaleBefore = value(Parameter.SCALE);
        List<Curve> curvesBefore = drawnCurves();
        Node thumb = slider("kappa-slider").lookup(".thumb");
        robot.drag(thumb, MouseButton.PRIMARY).moveBy(30, 0);
        double dragged = value(Parameter.KAPPA);
        robot.drop();
        waitUntil(() -> value(Parameter.SCALE) != scaleBefore);
        assertThat(models().fit().parameter(Parameter.KAPPA).byHandProperty().get())
                .isTrue();
        assertThat(value(Parameter.KAPPA)).isEqualTo(dragged);
        assertThat(drawnCurves()).isNotEqualTo(curvesBefore);
    }

    @Test
    void aTypedValueMovesTheSlider() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        TextField field = robot.lookup("#kappa-field").queryAs(TextField.class);
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write("1000").push(KeyCode.ENTER);
        assertThat(slider("kappa-slider").getValue()).isEqualTo(1);
    }

    @Test
    void anExtremeIsRefusedBesideTheFieldWhichReturnsToItsValue() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        TextField field = robot.lookup("#kappa-field").queryAs(TextField.class);
        String before = field.getText();
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write("1e30").push(KeyCode.ENTER);
        assertThat(field.getText()).isEqualTo(before);
        assertThat(robot.lookup("κ = 1e30 is outside its domain; it must be between 1e-4 and 1e5.")
                        .tryQuery())
                .isPresent();
    }

    @Test
    void undoTakesATypedValueBack() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        double before = value(Parameter.KAPPA);
        robot.interact(() -> models().fit().parameter(Parameter.KAPPA).type("77"));
        focusLibrary().push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(value(Parameter.KAPPA)).isEqualTo(before);
    }

    @Test
    void aFileThatCannotBeReadSaysWhyInPlace() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.npy"), "no matrix at all");
        show(broken.toString());
        waitUntil(() -> !models().library().failureProperty().get().isEmpty());
        assertThat(robot.lookup(".inline-message").match(Node::isVisible).queryAll())
                .hasSize(1);
    }

    @Test
    void theThemeCanBeSwitched() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(models().theme().darkProperty().get()).isTrue();
        assertThat(robot.lookup(".main").query().getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("dark"));
    }

    @Test
    void plainKeysToggleTheAxesButNotWhileTyping() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        focusLibrary().push(KeyCode.X);
        assertThat(models().spectrum().logXProperty().get()).isFalse();
        robot.clickOn(".text-field").push(KeyCode.X);
        assertThat(models().spectrum().logXProperty().get()).isFalse();
    }

    @Test
    void closingTheHelpGivesTheKeyboardBack() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        focusLibrary().push(KeyCode.F1);
        assertThat(robot.lookup(".help-card").query().getScene().getFocusOwner().getAccessibleText())
                .isEqualTo("Close help");
        robot.push(KeyCode.ESCAPE).push(KeyCode.Y);
        assertThat(models().main().helpShownProperty().get()).isFalse();
        assertThat(models().spectrum().logYProperty().get()).isFalse();
    }

    @Test
    void aBugOpensADialogWithDetails() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        Platform.runLater(() -> {
            throw new IllegalStateException("planted by the test");
        });
        waitUntil(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        assertThat(robot.lookup(".dialog-pane .text-area")
                        .queryAs(TextArea.class)
                        .getText())
                .contains("planted by the test");
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
    }

    @Test
    void clickingTheLikelihoodMapSetsKappaAndScaleByHand() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        Node map = robot.lookup(".likelihood-map").query();
        waitUntil(map::isVisible);
        double before = value(Parameter.KAPPA);
        robot.interact(() -> map.requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.UP);
        assertThat(value(Parameter.KAPPA)).isGreaterThan(before);
        assertThat(models().fit().parameter(Parameter.SCALE).byHandProperty().get())
                .isTrue();
        assertThat(map.getAccessibleText()).startsWith("Likelihood over κ and s. Highest near κ");
    }

    @Test
    void everySliderSaysWhatTheDataSayAlongIt() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        waitUntil(() -> robot.lookup("#kappa-strip").query().getAccessibleText() != null
                && robot.lookup("#kappa-strip").query().getAccessibleText().contains("95 % interval"));
        assertThat(robot.lookup("#kappa-interval").queryLabeled().getText()).startsWith("95 %");
    }

    @Test
    void trimmingInTheFitPaneShadesTheChart() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        robot.interact(() -> models().fit().trims().set(TrimModel.End.TOP, 3));
        SpectrumPlot plot = robot.lookup(".spectrum-plot").queryAs(SpectrumPlot.class);
        waitUntil(() -> plot.getFigure().vertical(Guide.Kind.TRIM_UPPER).isPresent());
        waitUntilFitted();
        assertThat(models().fit().lastFitProperty().get().orElseThrow().sampleSize())
                .isEqualTo(27);
    }

    @Test
    void everyControlHasAnAccessibleName() throws Exception {
        show(matrix().toString());
        waitUntilFitted();
        assertThat(robot.lookup((Node node) -> node instanceof Slider || node instanceof TextField)
                        .queryAllAs(Node.class))
                .isNotEmpty()
                .allMatch(node -> node.getAccessibleText() != null
                        && !node.getAccessibleText().isBlank());
    }
}
