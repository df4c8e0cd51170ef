package org.eigenscope.ui.repulsion.lab;

import javafx.animation.AnimationTimer;

/** Tells a lab of every picture that the window could show, sixty a second at most. */
public final class Pulses extends AnimationTimer {
    /** The least time between two pictures, a little less than a sixtieth of a second because clocks jitter. */
    private static final long LEAST_NANOS = 14_000_000;

    private final LabModel lab;
    private long last;

    public Pulses(LabModel lab) {
        this.lab = lab;
    }

    @Override
    public void start() {
        last = 0;
        super.start();
    }

    @Override
    public void handle(long now) {
        if (now - last < LEAST_NANOS) {
            return;
        }
        lab.pulse(last == 0 ? 0 : (now - last) / 1e9);
        last = now;
    }
}
