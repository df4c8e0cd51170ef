package org.eigenscope.ui.main;

import javafx.application.Platform;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;

/** Dialogs that are as high as what they hold. */
public final class WholeDialog {
    private WholeDialog() {}

    /**
     * Sizes a dialog's window anew once it is on the screen. The toolkit sizes it before wrapped text and a list have their
     * height, and on some systems that leaves the buttons below its edge.
     */
    public static void keepWhole(Dialog<?> dialog) {
        DialogPane pane = dialog.getDialogPane();
        pane.setMinHeight(Region.USE_PREF_SIZE);
        dialog.showingProperty().addListener((source, old, showing) -> {
            if (showing) {
                Platform.runLater(() -> pane.getScene().getWindow().sizeToScene());
            }
        });
    }
}
