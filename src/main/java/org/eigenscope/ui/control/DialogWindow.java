package org.eigenscope.ui.control;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** What all dialogs do: they are on the screen, and Esc and Ctrl+W close them. */
public final class DialogWindow {
    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

    private DialogWindow() {}

    /** Puts a dialog over the middle of its owner, moved and shrunk to lie wholly on a screen. */
    public static void place(Stage dialog, Window owner, double width, double height) {
        OnScreen.put(dialog, OnScreen.over(owner, width, height));
    }

    /** Closes a dialog by Esc, where nothing in it has a use for that key, and by Ctrl+W. */
    public static void closeByKeys(Stage dialog) {
        closeByShortcut(dialog.getScene());
        dialog.getScene().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close(dialog);
                event.consume();
            }
        });
    }

    /** Closes the window of a scene by Ctrl+W, as its frame's button would. */
    public static void closeByShortcut(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (CLOSE.match(event)) {
                close(scene.getWindow());
                event.consume();
            }
        });
    }

    private static void close(Window window) {
        Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
