package org.eigenscope.network.train;

/** Hears of a training, on the thread that trains. Front ends sample it at their own pace. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * After each step.
     *
     * @param step steps done
     * @param loss the mean loss of the step's batch, before the step
     */
    default void step(long step, double loss) {}

    /**
     * After each epoch.
     *
     * @param epoch epochs done
     * @param loss the mean of the losses of its batches, each before its step
     */
    default void epoch(int epoch, double loss) {}

    /** At the epochs asked for, with the network as it is then. */
    default void snapshot(Snapshot snapshot) {}
}
