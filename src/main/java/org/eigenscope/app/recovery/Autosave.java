package org.eigenscope.app.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.StudyView;
import org.eigenscope.ui.session.SessionModel;

/**
 * Keeps the session of a running window in a folder of its own, which a proper end deletes. What a killed process left behind is
 * offered by the next, and deleted only once the user said so, or once the session that goes on with it is safely written.
 */
public final class Autosave implements AutoCloseable {
    /** Where sessions are kept; for tests and unusual homes. */
    static final String FOLDER_PROPERTY = "eigenscope.state";

    private static final Logger LOG = Logger.getLogger(Autosave.class.getName());
    private static final long PAUSE_MILLISECONDS = 700;
    private static final long RETRY_MILLISECONDS = 10_000;

    private final Path folder;
    private final ScheduledExecutorService executor;
    private final Consumer<String> trouble;
    private final AtomicReference<Moment> newest = new AtomicReference<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final List<LeftSession> held = new ArrayList<>();
    private final List<Reopened> reopened = new ArrayList<>();
    private final AtomicLong moments = new AtomicLong();
    private Optional<WindowFolder> own = Optional.empty();
    private String said = "";
    private volatile boolean closed;

    /** What was opened again, before which moment of the window. */
    private record Reopened(LeftSession left, long moment) {}

    /** A moment of the window, the files and folders in its library, and the study it shows. */
    private record Moment(
            Optional<SessionModel.Snapshot> snapshot, List<Path> library, Optional<StudyView> study, long number) {}

    /**
     * @param folder holds the folders of all windows
     * @param executor writes; nothing else should run on it, as it must not wait
     * @param trouble told why nothing is kept at present, in a sentence, each time that changes
     */
    public Autosave(Path folder, ScheduledExecutorService executor, Consumer<String> trouble) {
        this.folder = folder.resolve("windows");
        this.executor = executor;
        this.trouble = trouble;
    }

    /** The user's folder for such things. */
    public static Path usualFolder() {
        return Path.of(System.getProperty(
                FOLDER_PROPERTY,
                Path.of(System.getProperty("user.home"), ".eigenscope").toString()));
    }

    /** As {@link #keep(Optional, List, Optional)}, of a window without a study. */
    void keep(Optional<SessionModel.Snapshot> snapshot, List<Path> library) {
        keep(snapshot, library, Optional.empty());
    }

    /**
     * Writes soon. Until then only the newest moment counts; but nothing puts the writing off, however long a drag goes on.
     *
     * @param snapshot what is on screen; empty keeps what was on screen before
     * @param library the files and folders in it
     * @param study the study in it, which a window without a spectrum has too
     */
    public void keep(Optional<SessionModel.Snapshot> snapshot, List<Path> library, Optional<StudyView> study) {
        newest.set(new Moment(snapshot, List.copyOf(library), study, moments.incrementAndGet()));
        schedule(PAUSE_MILLISECONDS);
    }

    private void schedule(long milliseconds) {
        if (scheduled.compareAndSet(false, true)) {
            Future<?> unused = executor.schedule(this::writeNewest, milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    private void writeNewest() {
        scheduled.set(false);
        Moment moment = newest.getAndSet(null);
        if (moment == null || closed) {
            return;
        }
        try {
            Optional<Session> session = Optional.empty();
            if (moment.snapshot().isPresent()) {
                session = Optional.of(withWholePaths(moment.snapshot().get().session(() -> closed)));
            }
            write(session, moment);
            say("");
        } catch (CancelledException ending) {
            LOG.log(Level.FINE, "autosave", ending);
        } catch (EigenscopeException | IOException failure) {
            LOG.log(Level.FINE, "autosave", failure);
            say("What is on screen is not kept in case Eigenscope ends unexpectedly: " + reason(failure));
            // a disk may have room again, and a file be back, before the next change
            newest.compareAndSet(null, moment);
            schedule(RETRY_MILLISECONDS);
        }
    }

    /** The next start may be made in another folder. */
    private static Session withWholePaths(Session session) {
        List<SessionInput> inputs = session.inputs().stream()
                .map(input -> input.at(Path.of(input.path()).toAbsolutePath()))
                .toList();
        return new Session(
                inputs, session.conventions(), session.panels(), session.look(), session.page(), session.screen());
    }

    private static String reason(Exception failure) {
        return failure instanceof EigenscopeException
                ? failure.getMessage()
                : "its folder cannot be made, as " + failure.getMessage() + ".";
    }

    private synchronized void write(Optional<Session> session, Moment moment) throws EigenscopeException, IOException {
        if (closed || isNothing(session, moment)) {
            return;
        }
        if (!folder.isAbsolute()) {
            throw new IOException("this user has no home folder");
        }
        if (own.isEmpty()) {
            own = Optional.of(WindowFolder.create(folder));
        }
        own.get().write(session, moment.library(), moment.study());
        for (Reopened again : List.copyOf(reopened)) {
            if (again.moment() < moment.number() && again.left().isContinuedBy(session)) {
                reopened.remove(again);
                delete(again.left());
            }
        }
    }

    /** A window that shows nothing yet makes no folder. */
    private boolean isNothing(Optional<Session> session, Moment moment) {
        return own.isEmpty() && session.isEmpty() && moment.library().isEmpty();
    }

    private void say(String sentence) {
        if (!sentence.equals(said)) {
            said = sentence;
            trouble.accept(sentence);
        }
    }

    /** What windows left that no longer run, the newest first. They are held, so that no other window offers them as well. */
    public synchronized List<LeftSession> left() {
        if (closed || !folder.isAbsolute()) {
            return List.of();
        }
        Set<Path> mine = held.stream().map(LeftSession::place).collect(Collectors.toSet());
        own.map(WindowFolder::place).ifPresent(mine::add);
        List<LeftSession> left = WindowFolder.claimLeft(folder, mine).stream()
                .map(LeftSession::of)
                .toList();
        held.addAll(left);
        return left;
    }

    /** One is on screen again: it is deleted as soon as a moment of this window after now, which goes on with it, is written. */
    public synchronized void reopened(LeftSession left) {
        reopened.add(new Reopened(left, moments.get()));
    }

    /** The user does not want one. */
    public synchronized void forget(LeftSession left) {
        delete(left);
    }

    private void delete(LeftSession left) {
        held.remove(left);
        try {
            left.delete();
        } catch (IOException stays) {
            LOG.log(Level.FINE, "autosave", stays);
        }
    }

    /** The proper end: this window's session goes; what others left and nobody answered for stays. */
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            held.forEach(LeftSession::close);
            held.clear();
            own.ifPresent(Autosave::delete);
            own = Optional.empty();
        }
    }

    private static void delete(WindowFolder folder) {
        try {
            folder.delete();
        } catch (IOException stays) {
            LOG.log(Level.FINE, "autosave", stays);
        }
    }

    /** What a killed process leaves: files as they are, and locks that the system frees. */
    public synchronized void endLikeAKilledProcess() {
        closed = true;
        held.forEach(LeftSession::close);
        held.clear();
        own.ifPresent(WindowFolder::close);
        own = Optional.empty();
    }
}
