package org.eigenscope.ui.training.model;

import java.util.concurrent.Executor;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.training.run.Observer;

/**
 * Who does the work of a training.
 *
 * @param preparing reads data
 * @param training lends threads that train
 * @param jobs how many runs are trained at the same time
 * @param observing takes spectra, one at a time
 * @param delay runs what follows a rest
 * @param iterating runs the stochastic fixed-point iteration
 * @param foreground the thread of the window: {@code now}, and {@code soon}, some 20 times a second
 */
public record TrainingWorkers(
        LatestTask preparing,
        Executor training,
        int jobs,
        Executor observing,
        Observer.Delay delay,
        LatestTask iterating,
        Foreground foreground) {
    /**
     * The thread of the window.
     *
     * @param now runs there next
     * @param soon runs there after a short while
     */
    public record Foreground(Executor now, Executor soon) {}
}
