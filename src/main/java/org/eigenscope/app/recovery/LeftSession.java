package org.eigenscope.app.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.StudyView;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.text.Printable;

/** What a window left behind that did not end properly. It is held, so that no other window offers it at the same time. */
public final class LeftSession implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final WindowFolder folder;
    private final Optional<Session> session;
    private final List<Path> library;
    private final String name;

    private LeftSession(WindowFolder folder, Optional<Session> session, String name) {
        this.folder = folder;
        this.session = session;
        this.library = folder.library();
        this.name = name;
    }

    static LeftSession of(WindowFolder folder) {
        if (!folder.hasSession()) {
            int size = folder.library().size();
            return new LeftSession(
                    folder, Optional.empty(), size == 1 ? "one file or folder" : size + " files and folders");
        }
        try {
            Session session = SessionFile.read(folder.session());
            return new LeftSession(
                    folder, Optional.of(session), Printable.of(first(session).label()));
        } catch (BadInputException damaged) {
            return new LeftSession(folder, Optional.empty(), "a session that cannot be read");
        }
    }

    private static SeriesPlan first(Session session) {
        return session.panels().get(0).series().get(0);
    }

    /** Where it is, if what was kept says more than what the library listed. */
    public Optional<Path> file() {
        return folder.hasSession() ? Optional.of(folder.session()) : Optional.empty();
    }

    /** The folder that it is kept in. */
    public Path place() {
        return folder.place();
    }

    /** The files and folders that its library listed. */
    public List<Path> library() {
        return library;
    }

    /** The study that was shown, unless the session shows the same. */
    public Optional<StudyView> study() {
        Optional<StudyView> shown = session.flatMap(one -> one.screen().study());
        return folder.study().filter(study -> !shown.equals(Optional.of(study)));
    }

    /** What it is of, and when it was kept. */
    public String description() {
        return name + ", " + TIME.format(Instant.ofEpochMilli(folder.modified()).atZone(ZoneId.systemDefault()));
    }

    /** Whether another goes on with it: the other has the matrix that this one shows first. */
    boolean isContinuedBy(Optional<Session> other) {
        return session.isEmpty() ? file().isEmpty() : hasItsMatrix(other);
    }

    private boolean hasItsMatrix(Optional<Session> other) {
        Optional<String> matrix =
                session.map(own -> own.inputs().get(first(own).input())).map(SessionInput::sha256);
        return other.stream()
                .flatMap(one -> one.inputs().stream())
                .map(SessionInput::sha256)
                .anyMatch(sum -> Optional.of(sum).equals(matrix));
    }

    void delete() throws IOException {
        folder.delete();
    }

    /** Keeps it for the next start. */
    @Override
    public void close() {
        folder.close();
    }
}
