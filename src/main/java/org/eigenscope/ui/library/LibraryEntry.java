package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.library.FolderListing.FoundFile;
import org.eigenscope.text.Printable;

/** A file in an open folder, whose tensors are listed when they are wanted. */
public final class LibraryEntry {
    private final FoundFile found;
    private final ReadOnlyObjectWrapper<Optional<LibraryFile>> file =
            new ReadOnlyObjectWrapper<>(this, "file", Optional.empty());
    private String failure = "";
    private final boolean wasMatrix;
    private boolean requested;

    LibraryEntry(FoundFile found) {
        this(found, false);
    }

    private LibraryEntry(FoundFile found, boolean wasMatrix) {
        this.found = found;
        this.wasMatrix = wasMatrix;
    }

    /** The same line, to be listed again: until then it looks as it did. */
    LibraryEntry writtenAnew(FoundFile now) {
        return new LibraryEntry(now, isMatrix());
    }

    /** Whether all it holds is one matrix; until it is listed again, whether that was so. */
    boolean isMatrix() {
        return file.get().map(listed -> listed.only().isPresent()).orElse(wasMatrix);
    }

    public Path path() {
        return found.path();
    }

    public String format() {
        return found.format();
    }

    public String displayName() {
        return Printable.of(String.valueOf(found.path().getFileName()));
    }

    /** Why it could not be listed, empty if it could or was not yet. */
    String failure() {
        return failure;
    }

    /** Whether it still has to be listed; true only once. */
    boolean request() {
        boolean first = !requested;
        requested = true;
        return first;
    }

    void show(LibraryFile listed) {
        failure = "";
        file.set(Optional.of(listed));
    }

    /** It may be asked for again. */
    void fail(String sentence) {
        requested = false;
        failure = sentence;
    }

    /** Its listing was cancelled. */
    void forget() {
        requested = file.get().isPresent();
    }

    /** Its tensors, empty until listed. */
    public ReadOnlyObjectProperty<Optional<LibraryFile>> fileProperty() {
        return file.getReadOnlyProperty();
    }
}
