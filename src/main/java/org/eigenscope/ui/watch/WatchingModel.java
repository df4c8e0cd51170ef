package org.eigenscope.ui.watch;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which folder the user wishes to be watched, and what is said of it. None is at the start: sessions do not remember it. */
public final class WatchingModel {
    private final ObjectProperty<Optional<Path>> folder = new SimpleObjectProperty<>(this, "folder", Optional.empty());
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");

    /** The folder. */
    public ObjectProperty<Optional<Path>> folderProperty() {
        return folder;
    }

    /** Watches no folder any more. */
    public void stop() {
        folder.set(Optional.empty());
    }

    void say(String sentence) {
        status.set(sentence);
    }

    /** What is watched, and what is wrong with it; empty if nothing is watched. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}
