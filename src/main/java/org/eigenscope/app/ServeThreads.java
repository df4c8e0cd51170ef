package org.eigenscope.app;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.eigenscope.bridge.BridgeThreads;
import org.eigenscope.cli.serve.ServeHost;

/** Threads for a server: a few that answer, one that closes the connections that are too many, and one that ends those that take too long. */
public final class ServeThreads implements ServeHost {
    private static final int REQUESTS = 8;

    @Override
    public Path folder() {
        return Autosave.usualFolder();
    }

    @Override
    public BridgeThreads threads() {
        return new BridgeThreads(
                Executors.newFixedThreadPool(REQUESTS, named("eigenscope-bridge")),
                Executors.newSingleThreadExecutor(named("eigenscope-bridge-dropped")),
                Executors.newSingleThreadScheduledExecutor(named("eigenscope-bridge-clock")));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void untilKilled(Runnable ending) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ending, "eigenscope-bridge-end"));
        try {
            ended.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
