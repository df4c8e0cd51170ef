package org.eigenscope.ui.control;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Undo and redo by keys wherever the focus is. Text fields keep these keys to themselves, and so would undo only what was typed
 * into them; here they do so until the text is what it was when typing began, and after that the window's own undo follows.
 */
public final class UndoKeys {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final Scene scene;
    private final Runnable undo;
    private final Runnable redo;
    private String settled = "";

    private UndoKeys(Scene scene, Runnable undo, Runnable redo) {
        this.scene = scene;
        this.undo = undo;
        this.redo = redo;
    }

    /** Takes the keys in a scene from now on. */
    public static void follow(Scene scene, Runnable undo, Runnable redo) {
        UndoKeys keys = new UndoKeys(scene, undo, redo);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        scene.focusOwnerProperty().addListener((source, old, owner) -> keys.settle());
    }

    /** What the focused field holds now is no unfinished typing. */
    private void settle() {
        TextInputControl field = field();
        settled = field == null ? "" : field.getText();
    }

    private void pressed(KeyEvent event) {
        if (UNDO.match(event)) {
            undo();
            event.consume();
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            redo();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && field() instanceof TextField) {
            // after the field has handled it
            Platform.runLater(this::settle);
        }
    }

    private void undo() {
        TextInputControl field = field();
        if (field != null && field.isUndoable() && !field.getText().equals(settled)) {
            field.undo();
        } else {
            undo.run();
            settle();
        }
    }

    private void redo() {
        TextInputControl field = field();
        if (field != null && field.isRedoable()) {
            field.redo();
        } else {
            redo.run();
            settle();
        }
    }

    /** The field that is being typed into; null if none. */
    private TextInputControl field() {
        Node owner = scene.getFocusOwner();
        TextInputControl found = owner instanceof TextInputControl text ? text : null;
        if (owner instanceof Spinner<?> spinner && spinner.isEditable()) {
            found = spinner.getEditor();
        } else if (owner instanceof ComboBox<?> box && box.isEditable()) {
            found = box.getEditor();
        }
        return found != null && found.isEditable() ? found : null;
    }
}
