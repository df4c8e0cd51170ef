package org.eigenscope.spectrum.engine;

import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** The listener and the cancel token of one computation. */
public record Job(ProgressListener progress, CancelToken cancel) {
    /** Reports progress and stops the work if it was cancelled; called between blocks of work. */
    public void checkpoint(String stage, double fraction) throws CancelledException {
        cancel.throwIfCancelled();
        progress.progress(stage, fraction);
    }
}
