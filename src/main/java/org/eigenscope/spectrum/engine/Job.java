package org.eigenscope.spectrum.engine;

import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Whom to tell, and when to stop. */
public record Job(ProgressListener progress, CancelToken cancel) {
    /** To be called between blocks of work. */
    public void checkpoint(String stage, double fraction) throws CancelledException {
        cancel.throwIfCancelled();
        progress.progress(stage, fraction);
    }
}
