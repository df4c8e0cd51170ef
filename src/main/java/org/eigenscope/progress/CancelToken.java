package org.eigenscope.progress;

import org.eigenscope.error.CancelledException;

/** Tells slow work whether its result is still wanted; polled between blocks of work. */
@FunctionalInterface
public interface CancelToken {
    /** Never cancelled. */
    CancelToken NONE = () -> false;

    boolean isCancelled();

    /**
     * Ends the caller's work if it was cancelled.
     *
     * @throws CancelledException if so
     */
    default void throwIfCancelled() throws CancelledException {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
