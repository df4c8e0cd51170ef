package org.eigenscope.ui.main;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Tells of a bug, once at a time, with details that can be copied into a report. */
public final class BugDialog {
    private boolean open;

    /** Shows the dialog and waits; does nothing while one is open already. For use on the FX thread. */
    public void show(Throwable bug) {
        if (open) {
            return;
        }
        open = true;
        try {
            alert(details(bug));
        } finally {
            open = false;
        }
    }

    private static void alert(String details) {
        ButtonType copy = new ButtonType("Copy Details", ButtonBar.ButtonData.LEFT);
        Alert alert = new Alert(Alert.AlertType.ERROR, null, copy, ButtonType.CLOSE);
        alert.setTitle("Eigenscope");
        alert.setHeaderText("Something went wrong inside Eigenscope.");
        alert.setContentText("Your work is still there. Please report this with the details below.");
        TextArea text = new TextArea(details);
        text.setEditable(false);
        text.setAccessibleText("Details of the error");
        alert.getDialogPane().setExpandableContent(text);
        WholeDialog.keepWhole(alert);
        alert.showAndWait().filter(copy::equals).ifPresent(pressed -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(details);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static String details(Throwable bug) {
        StringWriter text = new StringWriter();
        text.append("Java ").append(System.getProperty("java.version"));
        text.append(", ").append(System.getProperty("os.name")).append(' ').append(System.getProperty("os.arch"));
        text.append('\n');
        bug.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
