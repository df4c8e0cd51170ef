package org.eigenscope.ui.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Keeps tasks until the test runs them, on the test's own thread. */
public final class ManualExecutor implements Executor {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs the oldest task. */
    public void runNext() {
        tasks.remove().run();
    }

    /** Runs the newest task, before older ones. */
    public void runNewest() {
        tasks.removeLast().run();
    }

    /** Runs every task, also those that running brings. */
    public void runAll() {
        while (!tasks.isEmpty()) {
            runNext();
        }
    }

    public int waiting() {
        return tasks.size();
    }
}
