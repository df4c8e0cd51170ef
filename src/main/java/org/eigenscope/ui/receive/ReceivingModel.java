package org.eigenscope.ui.receive;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether the window receives, as the user wishes it, and what the status line says of it. Off at every start. */
public final class ReceivingModel {
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");

    /** Whether the window is to receive. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** What is said of it; empty while it does not receive. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Says where it receives, and how a notebook sends. */
    public void started(String url) {
        status.set("receiving at " + url + ": import eigenscope; eigenscope.send(W)");
    }

    /** Says how much came, and what had to be left out. */
    public void counted(String url, long received, long leftOut) {
        status.set("receiving at " + url + ": " + received + (received == 1 ? " spectrum" : " spectra")
                + (leftOut == 0 ? "" : ", " + leftOut + " left out of the study"));
    }

    /** It does not receive any more. */
    public void stopped() {
        status.set("");
        wanted.set(false);
    }
}
