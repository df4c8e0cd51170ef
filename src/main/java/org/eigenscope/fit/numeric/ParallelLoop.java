package org.eigenscope.fit.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;

/**
 * Runs numbered jobs on the calling thread and on an executor's threads and returns the results in order, so that they
 * do not depend on the number of threads. The caller never waits for a helper that has not begun.
 */
public final class ParallelLoop {
    private final Executor executor;
    private final int helpers;

    /** A job of the loop, known by its number. */
    public interface Job<T> {
        T run(int number) throws EigenscopeException;
    }

    /**
     * A loop.
     *
     * @param executor runs the helpers, possibly on the calling thread
     * @param helpers how many to ask for
     */
    public ParallelLoop(Executor executor, int helpers) {
        this.executor = Objects.requireNonNull(executor, "executor");
        this.helpers = helpers;
    }

    /** A loop with one helper fewer than there are processors, because the caller works too. */
    public static ParallelLoop of(Executor executor) {
        return new ParallelLoop(executor, Math.max(0, Runtime.getRuntime().availableProcessors() - 1));
    }

    /**
     * The results of jobs 0 … count − 1.
     *
     * @throws EigenscopeException the first failure that came up; jobs that had not begun then are left
     */
    public <T> List<T> all(int count, Job<T> job) throws EigenscopeException {
        Run<T> run = new Run<>(count, job);
        for (int i = 0; i < Math.min(helpers, count - 1); i++) {
            try {
                executor.execute(run::work);
            } catch (RejectedExecutionException closed) {
                break;
            }
        }
        run.work();
        return run.results();
    }

    /** One run of the loop: the jobs that are left, and the results so far. */
    private static final class Run<T> {
        private final int count;
        private final Job<T> job;
        private final Object[] results;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final Semaphore done = new Semaphore(0);

        Run(int count, Job<T> job) {
            this.count = count;
            this.job = job;
            this.results = new Object[count];
        }

        void work() {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        results[i] = job.run(i);
                    }
                } catch (EigenscopeException | RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.release();
                }
            }
        }

        @SuppressWarnings("unchecked") // only results of the job are stored
        List<T> results() throws EigenscopeException {
            try {
                done.acquire(count);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
            Throwable thrown = failure.get();
            if (thrown instanceof EigenscopeException expected) {
                throw expected;
            }
            if (thrown instanceof RuntimeException bug) {
                throw bug;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            return (List<T>) new ArrayList<>(Arrays.asList(results));
        }
    }
}
