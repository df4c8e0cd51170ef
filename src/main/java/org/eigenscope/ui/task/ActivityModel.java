package org.eigenscope.ui.task;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.progress.ProgressListener;

/**
 * What the window shows of work in progress: stage, fraction, time left. It appears only after a short delay, so that
 * quick work does not flicker, and is sampled by the window rather than pushed by the worker.
 */
public final class ActivityModel {
    /** Work shorter than this is never shown. */
    static final long DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final double LEAST_FRACTION_FOR_ESTIMATE = 0.05;

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper(this, "visible");
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper(this, "stage", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper(this, "timeLeft", "");
    private final ReadOnlyDoubleWrapper lastMillis = new ReadOnlyDoubleWrapper(this, "lastMillis", Double.NaN);
    private final LongSupplier nanoClock;
    private Run run;

    public ActivityModel(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** One piece of work; receives its progress on the working thread. */
    public static final class Run implements ProgressListener {
        private final long startNanos;
        private volatile Report report;

        private record Report(String stage, double fraction) {}

        private Run(String stage, long startNanos) {
            this.report = new Report(stage, Double.NaN);
            this.startNanos = startNanos;
        }

        @Override
        public void progress(String stage, double fraction) {
            report = new Report(stage, fraction);
        }
    }

    Run begin(String firstStage) {
        run = new Run(firstStage, nanoClock.getAsLong());
        busy.set(true);
        sample();
        return run;
    }

    void end() {
        if (run != null) {
            lastMillis.set((nanoClock.getAsLong() - run.startNanos) / 1e6);
        }
        run = null;
        busy.set(false);
        visible.set(false);
    }

    /** Copies the newest report into the properties; called some 20 times a second while busy. */
    public void sample() {
        if (run == null) {
            return;
        }
        Run.Report report = run.report;
        long elapsed = nanoClock.getAsLong() - run.startNanos;
        stage.set(report.stage());
        fraction.set(Double.isNaN(report.fraction()) ? -1 : report.fraction());
        timeLeft.set(estimate(elapsed, report.fraction()));
        visible.set(elapsed >= DELAY_NANOS);
    }

    private static String estimate(long elapsedNanos, double fraction) {
        // NaN fails the comparison as well.
        if (!(fraction >= LEAST_FRACTION_FOR_ESTIMATE)) {
            return "";
        }
        long seconds = Math.round(elapsedNanos / 1e9 * (1 - fraction) / fraction);
        if (seconds < 1) {
            return "";
        }
        return seconds < 90 ? "about " + seconds + " s left" : "about " + Math.round(seconds / 60.0) + " min left";
    }

    /** Whether work is going on. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether it has been going on for long enough to be shown. */
    public ReadOnlyBooleanProperty visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The fraction of the stage that is done, −1 when unknown. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** How long the last finished work took in milliseconds, NaN before any. */
    public ReadOnlyDoubleProperty lastMillisProperty() {
        return lastMillis.getReadOnlyProperty();
    }
}
