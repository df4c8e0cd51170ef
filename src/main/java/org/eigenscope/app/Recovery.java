package org.eigenscope.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.eigenscope.ui.session.SessionModel;

/** Offers the session of a window that did not end properly. */
final class Recovery {
    private static final ButtonType RESTORE = new ButtonType("Open it again", ButtonBar.ButtonData.OK_DONE);
    private static final ButtonType FORGET = new ButtonType("Forget it", ButtonBar.ButtonData.CANCEL_CLOSE);

    private Recovery() {}

    /** Asks, if there is anything to ask about; the window stays usable meanwhile. */
    static void offer(Autosave autosave, SessionModel sessions, Stage owner) {
        Optional<Path> left = autosave.left();
        if (left.isEmpty()) {
            return;
        }
        Alert question = new Alert(
                Alert.AlertType.CONFIRMATION,
                "Eigenscope did not end properly the last time. What was on screen is kept.",
                RESTORE,
                FORGET);
        question.setTitle("Eigenscope");
        question.setHeaderText("Open the last session again?");
        // the toolkit's own icon is of another theme
        question.setGraphic(null);
        question.initOwner(owner);
        question.setOnHidden(event -> {
            if (question.getResult() == RESTORE) {
                sessions.open(left.get(), autosave::forgetLeft);
            } else {
                autosave.forgetLeft();
            }
        });
        question.show();
    }
}
