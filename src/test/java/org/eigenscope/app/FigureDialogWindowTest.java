package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The figure's dialog listens to the figure for as long as the window is there. */
class FigureDialogWindowTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private static List<Stage> dialogs() {
        return Window.getWindows().stream()
                .filter(one -> one instanceof Stage stage && "Figure – Eigenscope".equals(stage.getTitle()))
                .map(Stage.class::cast)
                .toList();
    }

    private Stage shown() throws TimeoutException {
        robot.interact(() -> window.context().figures().actions().showDialog(window.stage()));
        waitUntil(() -> dialogs().size() == 1);
        return dialogs().get(0);
    }

    @Test
    void closedAndOpenedAgainItIsTheSame() throws Exception {
        window = TestWindow.open();
        Stage first = shown();
        robot.interact(first::hide);
        waitUntil(() -> dialogs().isEmpty());
        assertThat(shown()).isSameAs(first);
    }
}
