package org.eigenscope.app;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that a command borrows for many independent fits: daemons, which end with the program. */
public final class CommandLineThreads {
    private CommandLineThreads() {}

    /** As many threads as there are processors, started when first needed. */
    public static Executor create() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            Thread thread = new Thread(work, "eigenscope-command-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
