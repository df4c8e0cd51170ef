package org.eigenscope.ui.repulsion;

import javafx.animation.AnimationTimer;

/** Tells a lab of every picture that the window could show. */
public final class Pulses extends AnimationTimer {
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
        lab.pulse(last == 0 ? 0 : (now - last) / 1e9);
        last = now;
    }
}
