package org.eigenscope.bridge;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the requests of a {@link com.sun.net.httpserver.HttpServer}, from their first byte to the last of the answer. A thread that
 * waits for bytes too long is interrupted, which closes its connection: the server itself would wait for ever. Requests that come while
 * too many wait are run interrupted, so that their connections close at once.
 */
final class DeadlineExecutor implements Executor {
    private final BridgeThreads threads;
    private final BridgeLimits limits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ThreadLocal<Deadline> current = new ThreadLocal<>();

    DeadlineExecutor(BridgeThreads threads, BridgeLimits limits) {
        this.threads = threads;
        this.limits = limits;
    }

    @Override
    public void execute(Runnable request) {
        if (waiting.incrementAndGet() > limits.mostWaiting()) {
            waiting.decrementAndGet();
            threads.dropped().execute(() -> drop(request));
        } else {
            threads.requests().execute(() -> run(request));
        }
    }

    private void run(Runnable request) {
        int others = waiting.decrementAndGet();
        Deadline deadline = new Deadline(Thread.currentThread());
        current.set(deadline);
        deadline.start(others > 0 ? limits.deadlineInCrowd() : limits.deadline());
        try {
            request.run();
        } finally {
            current.remove();
            deadline.end();
        }
    }

    private static void drop(Runnable request) {
        Thread.currentThread().interrupt();
        try {
            request.run();
        } finally {
            Thread.interrupted();
        }
    }

    /** To be called when a request has been read: computing may take its time. */
    void stop() {
        current.get().stop();
    }

    /** To be called before its answer is written. */
    void startAgain() {
        current.get().start(limits.deadline());
    }

    /** The deadline of one request. */
    private final class Deadline {
        private final Thread thread;
        private Future<?> ending;
        private int round;

        Deadline(Thread thread) {
            this.thread = thread;
        }

        synchronized void start(Duration time) {
            stop();
            int started = round;
            ending = threads.clock().schedule(() -> fire(started), time.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void fire(int started) {
            if (started == round) {
                thread.interrupt();
            }
        }

        synchronized void stop() {
            round++;
            if (ending != null) {
                ending.cancel(false);
            }
        }

        /** The thread's next request must not be ended by what was meant for this one. */
        synchronized void end() {
            stop();
            Thread.interrupted();
        }
    }
}
