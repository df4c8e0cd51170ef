package org.eigenscope.io.kit;

import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * One tensor being read: what to call it, whom to tell and when to stop.
 *
 * @param label the tensor, as messages name it
 */
public record ReadJob(String label, ProgressListener progress, CancelToken cancel) {
    /** To be called between blocks of work. */
    public void checkpoint(double fraction) throws CancelledException {
        cancel.throwIfCancelled();
        progress.progress("Reading " + label, fraction);
    }
}
