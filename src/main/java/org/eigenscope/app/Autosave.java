package org.eigenscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.ui.session.SessionModel;

/**
 * Keeps the session of a running window in a file of its process, which a proper end deletes. What a killed process left behind is
 * offered by the next. Each window has its own file, so two do not fight over one.
 */
final class Autosave implements AutoCloseable {
    /** Where sessions are kept; for tests and unusual homes. */
    static final String FOLDER_PROPERTY = "eigenscope.state";

    private static final Logger LOG = Logger.getLogger(Autosave.class.getName());
    private static final long QUIET_MILLISECONDS = 700;
    private static final Pattern NAME = Pattern.compile("autosave-(\\d+)" + Pattern.quote(SessionFile.EXTENSION));

    private final Path folder;
    private final Path file;
    private final ScheduledExecutorService executor;
    private final AtomicReference<Future<?>> next = new AtomicReference<>();

    Autosave(Path folder, ScheduledExecutorService executor) {
        this.folder = folder;
        this.file = folder.resolve("autosave-" + ProcessHandle.current().pid() + SessionFile.EXTENSION);
        this.executor = executor;
    }

    /** The user's folder for such things. */
    static Path usualFolder() {
        return Path.of(System.getProperty(
                FOLDER_PROPERTY,
                Path.of(System.getProperty("user.home"), ".eigenscope").toString()));
    }

    /** Writes a moment soon, unless a newer one comes first. */
    void keep(SessionModel.Snapshot snapshot) {
        Future<?> write = executor.schedule(() -> write(snapshot), QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
        Future<?> outdated = next.getAndSet(write);
        if (outdated != null) {
            outdated.cancel(false);
        }
    }

    private void write(SessionModel.Snapshot snapshot) {
        try {
            Files.createDirectories(folder);
            SessionFile.write(file, snapshot.session(CancelToken.NONE));
        } catch (EigenscopeException | IOException failure) {
            // losing an autosave must not disturb the work that it is for
            LOG.log(Level.FINE, "autosave", failure);
        }
    }

    /** The newest session that a process left which no longer runs. */
    Optional<Path> left() {
        return leftovers().stream().max(Comparator.comparing(Autosave::modified));
    }

    /** Forgets what processes left that no longer run. */
    void forgetLeft() {
        leftovers().forEach(Autosave::delete);
    }

    private List<Path> leftovers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Autosave::isLeft).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isLeft(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static long modified(Path path) {
        return path.toFile().lastModified();
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            LOG.log(Level.FINE, "autosave", stays);
        }
    }

    /** The proper end. */
    @Override
    public void close() {
        Future<?> pending = next.getAndSet(null);
        if (pending != null) {
            pending.cancel(false);
        }
        delete(file);
    }
}
