package org.eigenscope.ui.fit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** States to go back to and forward again; bounded, the oldest are forgotten. */
public final class UndoHistory<T> {
    private final int capacity;
    private final Deque<T> past = new ArrayDeque<>();
    private final Deque<T> future = new ArrayDeque<>();

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

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    public void clear() {
        past.clear();
        future.clear();
    }

    private static <S> Optional<S> move(S current, Deque<S> from, Deque<S> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(current);
        return Optional.of(from.pop());
    }
}
