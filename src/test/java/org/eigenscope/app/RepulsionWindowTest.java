package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.repulsion.lab.LabFrame;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The repulsion lab in the window, driven by mouse and keys. */
class RepulsionWindowTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeEach
    void openTheLab() throws TimeoutException {
        window = TestWindow.open();
        robot.interact(() -> window.context().models().main().tabProperty().set(MainTab.REPULSION));
        waitUntil(() -> lab().frameProperty().get().isPresent());
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private LabModel lab() {
        return window.context().lab();
    }

    private LabFrame frame() {
        return lab().frameProperty().get().orElseThrow();
    }

    @Test
    void aTypedKappaChangesTheEnsemble() throws TimeoutException {
        robot.clickOn("#lab-kappa-field")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("200")
                .push(KeyCode.ENTER);
        waitUntil(() -> frame().settings().kappa() == 200);
        assertThat(frame().eigenvalues()).hasSize(200);
    }

    @Test
    void playMovesTheEigenvaluesAndPauseStopsThem() throws TimeoutException {
        double[] before = frame().eigenvalues();
        robot.clickOn("#play");
        waitUntil(() -> frame().local().frames() > 3);
        robot.clickOn("#play");
        assertThat(lab().playingProperty().get()).isFalse();
        assertThat(frame().eigenvalues()).isNotEqualTo(before);
    }

    @Test
    void anEigenvalueCanBePulledAlongItsLine() throws TimeoutException {
        Node view = robot.lookup(".gas-view").query();
        Bounds place = view.localToScreen(view.getBoundsInLocal());
        double trails = Math.min(150, place.getHeight() * 0.24);
        double line = place.getMaxY() - trails - 27;
        robot.moveTo(place.getCenterX(), line).press(MouseButton.PRIMARY).moveBy(-60, 0);
        waitUntil(() -> frame().held().isPresent());
        assertThat(lab().pullingProperty().get()).isTrue();
        robot.release(MouseButton.PRIMARY);
        waitUntil(() -> frame().held().isEmpty());
    }

    @Test
    void everyPanelOpens() {
        for (String panel : new String[] {"#structures", "#map", "#power", "#spacings"}) {
            robot.clickOn(panel);
            assertThat(robot.lookup(".lab-panel").tryQuery()).as(panel).isPresent();
        }
    }
}
