package org.eigenscope.ui.task;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.progress.CancelSource;

/**
 * Background work of which only the newest request matters: a newer one cancels the older, and answers that come late
 * are dropped.
 *
 * <p>{@link #submit} and {@link #cancel} belong to the foreground thread, on which outcomes are delivered as well; the
 * sequence number is therefore confined to it and needs no lock.
 */
public final class LatestTask {
    private final Executor background;
    private final Executor foreground;
    private final ActivityModel activity;
    private CancelSource current = new CancelSource();
    private long newest;

    /**
     * @param background runs the jobs
     * @param foreground runs the outcomes, and is the thread of every caller
     * @param activity shows that work is going on
     */
    public LatestTask(Executor background, Executor foreground, ActivityModel activity) {
        this.background = Objects.requireNonNull(background, "background");
        this.foreground = Objects.requireNonNull(foreground, "foreground");
        this.activity = Objects.requireNonNull(activity, "activity");
    }

    /** Starts a job and forgets every earlier one. */
    public <R> void submit(String stage, Job<R> job, Outcome<R> outcome) {
        current.cancel();
        CancelSource cancel = new CancelSource();
        current = cancel;
        long number = ++newest;
        ActivityModel.Run run = activity.begin(stage);
        background.execute(() -> {
            Runnable delivery = perform(job, run, cancel, outcome);
            foreground.execute(() -> deliver(number, delivery));
        });
    }

    /** Drops the job in flight, if any; its outcome is never called. */
    public void cancel() {
        current.cancel();
        newest++;
        activity.end();
    }

    private void deliver(long number, Runnable delivery) {
        if (number == newest) {
            activity.end();
            delivery.run();
        }
    }

    private static <R> Runnable perform(Job<R> job, ActivityModel.Run run, CancelSource cancel, Outcome<R> outcome) {
        try {
            cancel.throwIfCancelled();
            R result = job.run(run, cancel);
            return () -> outcome.succeeded(result);
        } catch (CancelledException cancelled) {
            return () -> {};
        } catch (EigenscopeException failure) {
            return () -> outcome.failed(failure);
        } catch (OutOfMemoryError tooLarge) {
            return () -> outcome.failed(new InsufficientMemoryException(
                    "There is not enough memory for this; try a smaller matrix or start with more memory (-Xmx)."));
        } catch (RuntimeException | Error bug) {
            // Rethrown in the foreground, so that the one uncaught-exception handler sees it.
            return () -> {
                throw bug;
            };
        }
    }
}
