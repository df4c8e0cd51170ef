package org.eigenscope.progress;

/** Receives the progress of slow work, on the working thread; front ends sample it at their own pace. */
@FunctionalInterface
public interface ProgressListener {
    /** Ignores every report. */
    ProgressListener NONE = (stage, fraction) -> {};

    /**
     * Reports how far the work is.
     *
     * @param stage what is being done, a short phrase for the user
     * @param fraction the part of the stage that is done, in [0, 1], or NaN when unknown
     */
    void progress(String stage, double fraction);
}
