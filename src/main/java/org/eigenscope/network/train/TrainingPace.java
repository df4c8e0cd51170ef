package org.eigenscope.network.train;

import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;

/**
 * Lets another thread pause a training, take single steps of it, and let it go on. The training thread waits in {@link #await}. Safe for
 * many threads.
 */
public final class TrainingPace {
    /** How long at most until a cancelled training that is paused ends. */
    private static final long LOOK_AGAIN_MILLISECONDS = 100;

    private boolean paused;
    private long steps;

    /** Stops before the next step. */
    public synchronized void pause() {
        paused = true;
        steps = 0;
    }

    /** Goes on. */
    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /** Takes some steps and stops again. */
    public synchronized void step(long count) {
        paused = true;
        steps += count;
        notifyAll();
    }

    /** Whether it is stopped, or will be after the steps asked for. */
    public synchronized boolean isPaused() {
        return paused;
    }

    /**
     * Waits until the next step may be taken.
     *
     * @throws CancelledException if the training was cancelled, or its thread interrupted
     */
    synchronized void await(CancelToken cancel) throws CancelledException {
        while (paused && steps == 0) {
            cancel.throwIfCancelled();
            try {
                wait(LOOK_AGAIN_MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
        cancel.throwIfCancelled();
        steps = Math.max(0, steps - 1);
    }
}
