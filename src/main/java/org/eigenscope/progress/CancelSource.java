package org.eigenscope.progress;

/** The owner's end of a {@link CancelToken}: cancelling is final and visible to all threads. */
public final class CancelSource implements CancelToken {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
