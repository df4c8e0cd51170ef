package org.eigenscope.ui.main;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.eigenscope.ui.control.DialogWindow;
import org.eigenscope.ui.control.OnScreen;

/** Dialogs that are as high as what they hold, and lie wholly on the screen. */
public final class WholeDialog {
    private WholeDialog() {}

    /**
     * Sizes a dialog's window anew once it is on the screen. The toolkit sizes it before wrapped text and a list have their
     * height, and on some systems that leaves the buttons below its edge.
     */
    public static void keepWhole(Dialog<?> dialog) {
        DialogPane pane = dialog.getDialogPane();
        pane.setMinHeight(Region.USE_PREF_SIZE);
        // the type and its size are those of the window
        Window.getWindows().stream()
                .filter(window -> window.getScene() != null)
                .findFirst()
                .ifPresent(
                        window -> pane.getStylesheets().setAll(window.getScene().getStylesheets()));
        dialog.showingProperty().addListener((source, old, showing) -> {
            if (showing) {
                Platform.runLater(() -> fit(pane));
            }
        });
        // more text makes it higher
        pane.expandedProperty().addListener((source, old, expanded) -> Platform.runLater(() -> fit(pane)));
        pane.sceneProperty().addListener((source, old, scene) -> {
            if (scene != null) {
                DialogWindow.closeByShortcut(scene);
            }
        });
        if (pane.getScene() != null) {
            DialogWindow.closeByShortcut(pane.getScene());
        }
    }

    private static void fit(DialogPane pane) {
        if (pane.getScene() == null || !pane.getScene().getWindow().isShowing()) {
            return;
        }
        Window window = pane.getScene().getWindow();
        window.sizeToScene();
        OnScreen.put(window, new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight()));
    }
}
