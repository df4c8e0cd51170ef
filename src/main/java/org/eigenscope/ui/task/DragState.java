package org.eigenscope.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Whether the user is dragging something, and the updates that are deferred meanwhile. What is dragged is painted at every
 * step. Text and pictures that are only read meanwhile are updated less often, and leave the time to the painting.
 *
 * <p>Belongs to the foreground thread.
 */
public final class DragState {
    private final Executor later;
    private final ReadOnlyBooleanWrapper dragging = new ReadOnlyBooleanWrapper(this, "dragging");
    private final List<DeferredUpdate> updates = new ArrayList<>();
    private boolean scheduled;
    private long steps;

    /** @param later runs an action in the foreground after a short delay */
    public DragState(Executor later) {
        this.later = later;
    }

    /** A drag state that runs deferred updates without delay. */
    public static DragState immediate() {
        return new DragState(Runnable::run);
    }

    /** A drag begins. */
    public void begin() {
        dragging.set(true);
    }

    /** What is dragged was moved one step. */
    public void move() {
        steps++;
    }

    /** The drag ends; all deferred updates run now. */
    public void end() {
        dragging.set(false);
        List.copyOf(updates).forEach(DeferredUpdate::runPending);
    }

    /** Runs one pending update and schedules the next, so that no frame has to show many of them. */
    private void runNext() {
        scheduled = false;
        for (int i = 0; i < updates.size(); i++) {
            DeferredUpdate first = updates.remove(0);
            updates.add(first);
            if (first.pending.isPresent()) {
                first.runPending();
                break;
            }
        }
        if (updates.stream().anyMatch(update -> update.pending.isPresent())) {
            schedule();
        }
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            later.execute(this::runNext);
        }
    }

    /** Runs an action now or, during a drag, after the delay; a further step of the drag before that drops the action. */
    public void whenPaused(Runnable action) {
        if (!dragging.get()) {
            action.run();
            return;
        }
        long asked = steps;
        later.execute(() -> {
            if (asked == steps) {
                action.run();
            }
        });
    }

    /** True from {@link #begin} to {@link #end}. */
    public ReadOnlyBooleanProperty draggingProperty() {
        return dragging.getReadOnlyProperty();
    }

    /** A new update that may be deferred during a drag. */
    public DeferredUpdate deferredUpdate() {
        DeferredUpdate update = new DeferredUpdate();
        updates.add(update);
        return update;
    }

    /** An update that runs at once, except during a drag: then only the newest request runs, after a delay. */
    public final class DeferredUpdate {
        private Optional<Runnable> pending = Optional.empty();

        private DeferredUpdate() {}

        /** Runs an action now or, during a drag, later; it replaces an earlier action that did not run yet. */
        public void request(Runnable action) {
            pending = Optional.of(action);
            if (!dragging.get()) {
                runPending();
            } else {
                schedule();
            }
        }

        private void runPending() {
            Optional<Runnable> action = pending;
            pending = Optional.empty();
            action.ifPresent(Runnable::run);
        }
    }
}
