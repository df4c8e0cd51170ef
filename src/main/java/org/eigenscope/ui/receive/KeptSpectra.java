package org.eigenscope.ui.receive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.input.SessionInputs;

/**
 * Copies of received files for sessions. A received file changes with every step and goes with its window; a session, and a figure that
 * holds one, names a copy instead, which stays. A copy is called by its content. Within a number of bytes the newest are kept.
 * Safe for many threads.
 */
public final class KeptSpectra implements AutoCloseable {
    private static final int DIGITS = 16;
    private static final String ENDING = ".mtx";

    private final ReceivedFolder received;
    private final Path folder;
    private final long mostBytes;
    private final Set<Path> asked = new HashSet<>();
    private Set<Path> automatic = new HashSet<>();
    private Set<Path> before = new HashSet<>();

    /**
     * @param received whose files are copied
     * @param folder holds the copies of all windows
     * @param mostBytes of all of them
     */
    public KeptSpectra(ReceivedFolder received, Path folder, long mostBytes) {
        this.received = received;
        this.folder = folder.toAbsolutePath().normalize();
        this.mostBytes = mostBytes;
    }

    /**
     * A session that the user saves, with copies in place of received files.
     *
     * @throws EigenscopeException if one cannot be copied, or the work was cancelled
     */
    public synchronized Session keep(Session session, CancelToken cancel) throws EigenscopeException {
        return copied(session, asked, cancel);
    }

    /**
     * A session that is saved by itself, time and again. Copies that only such a session names are removed when two later ones do not.
     *
     * @throws EigenscopeException if one cannot be copied, or the work was cancelled
     */
    public synchronized Session keepForNow(Session session, CancelToken cancel) throws EigenscopeException {
        Set<Path> now = new HashSet<>();
        Session kept = copied(session, now, cancel);
        Set<Path> old = before;
        before = automatic;
        automatic = now;
        old.removeAll(before);
        old.removeAll(now);
        old.removeAll(asked);
        remove(old);
        return kept;
    }

    private Session copied(Session session, Set<Path> made, CancelToken cancel) throws EigenscopeException {
        List<SessionInput> inputs = new ArrayList<>();
        for (SessionInput input : session.inputs()) {
            Optional<Path> file = path(input).filter(received::holds);
            inputs.add(file.isPresent() ? copy(input, file.get(), made, cancel) : input);
        }
        if (inputs.equals(session.inputs())) {
            return session;
        }
        return new Session(
                inputs, session.conventions(), session.panels(), session.look(), session.page(), session.screen());
    }

    private static Optional<Path> path(SessionInput input) {
        try {
            return Optional.of(Path.of(input.path()));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    /** The file may change meanwhile: what counts is the copy. */
    private SessionInput copy(SessionInput input, Path file, Set<Path> made, CancelToken cancel)
            throws EigenscopeException {
        OwnFolders.make(folder);
        Path copying = null;
        try {
            copying = Files.createTempFile(folder, "copying", ENDING);
            byte[] content = Files.readAllBytes(file);
            Files.write(copying, content);
            SessionInput described = SessionInputs.describe(new MatrixTarget(copying, input.tensor()), cancel);
            String name = String.valueOf(file.getFileName());
            String stem = name.substring(0, name.length() - ENDING.length());
            Path place = folder.resolve(stem + " " + described.sha256().substring(0, DIGITS) + ENDING);
            if (Files.exists(place)) {
                Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            } else {
                Files.move(copying, place);
                removeOldest(place);
                made.add(place);
            }
            if (automatic.contains(place) || before.contains(place)) {
                made.add(place);
            }
            return described.at(place);
        } catch (IOException failure) {
            throw new BadInputException(
                    "The spectrum " + file + " cannot be kept for the session: " + failure.getMessage(), failure);
        } finally {
            if (copying != null) {
                remove(Set.of(copying));
            }
        }
    }

    private static void remove(Set<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                // it goes when it is the oldest
                continue;
            }
        }
    }

    private void removeOldest(Path newest) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : found) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.equals(newest)) {
                    files.add(file);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        files.sort(Comparator.comparingLong((Path file) -> file.toFile().lastModified())
                .reversed());
        long bytes = newest.toFile().length();
        for (Path file : files) {
            bytes += file.toFile().length();
            if (bytes > mostBytes) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Removes the copies that only sessions name which saved themselves: the proper end of a window removes those. */
    @Override
    public synchronized void close() {
        automatic.addAll(before);
        automatic.removeAll(asked);
        remove(automatic);
        automatic = new HashSet<>();
        before = new HashSet<>();
    }
}
