package org.eigenscope.ui.training.model;

/** What the tab does. */
public enum Phase {
    /** Nothing: there are no runs, or they have ended. */
    IDLE,
    /** Data are read. */
    PREPARING,
    TRAINING,
    PAUSED;

    /** Whether there is a training that could be stopped. */
    public boolean isUnderWay() {
        return this != IDLE;
    }
}
