package org.eigenscope.ui.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** What the library still has to open and list, one after the other. */
final class LibraryQueue {
    private final LatestTask work;
    private final Consumer<String> failed;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    /** What nobody asked for yet waits until nothing else does. */
    private final Deque<Runnable> unasked = new ArrayDeque<>();

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private boolean running;

    /**
     * @param work runs it
     * @param failed told why something could not be done
     */
    LibraryQueue(LatestTask work, Consumer<String> failed) {
        this.work = work;
        this.failed = failed;
    }

    /** After what waits already; each has to submit one job. */
    void add(Runnable next) {
        waiting.add(next);
    }

    /** Before whatever else waits. */
    void addFirst(Runnable next) {
        waiting.addFirst(next);
    }

    /** After everything that somebody asked for. */
    void addUnasked(Runnable next) {
        unasked.add(next);
    }

    /** Begins with the next, unless something is under way. */
    void next() {
        Deque<Runnable> next = waiting.isEmpty() ? unasked : waiting;
        if (!running && !next.isEmpty()) {
            running = true;
            next.remove().run();
        }
    }

    <R> void submit(String stage, Job<R> job, Consumer<R> whenDone) {
        busy.set(true);
        work.submit(stage, job, new Outcome<R>() {
            @Override
            public void succeeded(R result) {
                whenDone.accept(result);
                finished();
            }

            @Override
            public void failed(EigenscopeException reason) {
                failed.accept(reason.getMessage());
                finished();
            }
        });
    }

    private void finished() {
        running = false;
        next();
        busy.set(running);
    }

    /** Stops what is under way, and forgets what waits. */
    void cancel() {
        waiting.clear();
        unasked.clear();
        running = false;
        busy.set(false);
        work.cancel();
    }

    /** Whether something is under way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
