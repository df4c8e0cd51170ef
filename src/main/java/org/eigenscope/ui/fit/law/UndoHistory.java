package org.eigenscope.ui.fit.law;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** States to go back to and forward again; bounded, the oldest are forgotten. */
public final class UndoHistory<T> {
    private final int capacity;
    private final Deque<T> past = new ArrayDeque<>();
    private final Deque<T> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");

    public UndoHistory(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " must be positive");
        }
        this.capacity = capacity;
    }

    /** Remembers the state before a change; what was undone can no longer be redone. */
    public void record(T before) {
        if (past.size() == capacity) {
            past.removeLast();
        }
        past.push(before);
        future.clear();
        update();
    }

    public Optional<T> undo(T current) {
        return move(current, past, future);
    }

    public Optional<T> redo(T current) {
        return move(current, future, past);
    }

    /** Rewrites every remembered state. */
    void replaceAll(UnaryOperator<T> change) {
        List.of(past, future).forEach(states -> {
            List<T> rewritten = states.stream().map(change).toList();
            states.clear();
            states.addAll(rewritten);
        });
    }

    public void clear() {
        past.clear();
        future.clear();
        update();
    }

    private Optional<T> move(T current, Deque<T> from, Deque<T> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(current);
        T reached = from.pop();
        update();
        return Optional.of(reached);
    }

    private void update() {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
    }

    /** Whether there is a state to go back to. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Whether there is a state to go forward to. */
    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }
}
