package org.eigenscope.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Whether the user's hand is moving something, and what has to wait for it. What the hand moves is painted at every step; what is
 * only read meanwhile follows at the pace at which it can be read, and leaves the time to the former.
 *
 * <p>Belongs to the foreground thread.
 */
public final class DragState {
    private final Executor later;
    private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper(this, "moving");
    private final List<Follower> followers = new ArrayList<>();
    private boolean called;
    private long steps;

    /** @param later runs something in the foreground a moment later */
    public DragState(Executor later) {
        this.later = later;
    }

    /** A hand that nothing waits for. */
    public static DragState unhurried() {
        return new DragState(Runnable::run);
    }

    /** Something is taken hold of. */
    public void take() {
        moving.set(true);
    }

    /** It was moved a step further. */
    public void step() {
        steps++;
    }

    /** It is let go; what waited is done at once. */
    public void letGo() {
        moving.set(false);
        List.copyOf(followers).forEach(Follower::catchUp);
    }

    /** One of those that wait, and in a moment the next: frames that show a little more each, rather than now and then much. */
    private void callNext() {
        called = false;
        for (int i = 0; i < followers.size(); i++) {
            Follower first = followers.remove(0);
            followers.add(first);
            if (first.waiting.isPresent()) {
                first.catchUp();
                break;
            }
        }
        if (followers.stream().anyMatch(follower -> follower.waiting.isPresent())) {
            callSoon();
        }
    }

    private void callSoon() {
        if (!called) {
            called = true;
            later.execute(this::callNext);
        }
    }

    /** Does something now or, while the hand moves, as soon as it pauses; a further step makes it void. */
    public void whenItPauses(Runnable action) {
        if (!moving.get()) {
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

    /** From {@link #take} to {@link #letGo}. */
    public ReadOnlyBooleanProperty movingProperty() {
        return moving.getReadOnlyProperty();
    }

    /** Something that may lag behind the hand. */
    public Follower follower() {
        Follower follower = new Follower();
        followers.add(follower);
        return follower;
    }

    /** Does at once what it is asked for while the hand rests; while it moves only the newest, and not at every step. */
    public final class Follower {
        private Optional<Runnable> waiting = Optional.empty();

        private Follower() {}

        /** Does something now or, instead of what was asked for before, soon. */
        public void follow(Runnable step) {
            waiting = Optional.of(step);
            if (!moving.get()) {
                catchUp();
            } else {
                callSoon();
            }
        }

        private void catchUp() {
            Optional<Runnable> step = waiting;
            waiting = Optional.empty();
            step.ifPresent(Runnable::run);
        }
    }
}
