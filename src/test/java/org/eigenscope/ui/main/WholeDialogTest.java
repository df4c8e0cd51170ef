package org.eigenscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WholeDialogTest {
    private static final double TOO_LOW = 60;

    private Alert dialog;

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> dialog.close());
    }

    /** As some window managers do it. */
    @Test
    void windowThatWasMadeTooLowGetsTheHeightOfItsButtonsToo(FxRobot robot) {
        robot.interact(() -> {
            dialog = new Alert(Alert.AlertType.CONFIRMATION, "a question", ButtonType.OK);
            WholeDialog.keepWhole(dialog);
            dialog.setOnShown(event -> window().setHeight(TOO_LOW));
            dialog.show();
        });
        WaitForAsyncUtils.waitForFxEvents();

        DialogPane pane = dialog.getDialogPane();
        assertThat(pane.getScene().getHeight()).isGreaterThan(TOO_LOW).isGreaterThanOrEqualTo(pane.prefHeight(-1) - 1);
    }

    private Window window() {
        return dialog.getDialogPane().getScene().getWindow();
    }
}
