package org.eigenscope.app;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eigenscope.app.recovery.Autosave;
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
        return pools().threads();
    }

    /** The threads of one server, with their end. */
    record Pools(ExecutorService requests, ExecutorService dropped, ScheduledExecutorService clock)
            implements AutoCloseable {
        BridgeThreads threads() {
            return new BridgeThreads(requests, dropped, clock);
        }

        @Override
        public void close() {
            requests.shutdown();
            dropped.shutdown();
            clock.shutdown();
        }
    }

    static Pools pools() {
        return new Pools(
                Executors.newFixedThreadPool(REQUESTS, AppExecutors.named("eigenscope-bridge")),
                Executors.newSingleThreadExecutor(AppExecutors.named("eigenscope-bridge-dropped")),
                Executors.newSingleThreadScheduledExecutor(AppExecutors.named("eigenscope-bridge-clock")));
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
