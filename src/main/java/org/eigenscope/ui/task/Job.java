package org.eigenscope.ui.task;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Slow work done away from the foreground thread. */
@FunctionalInterface
public interface Job<R> {
    /**
     * Does the work.
     *
     * @throws EigenscopeException if it fails in an expected way or was cancelled
     */
    R run(ProgressListener progress, CancelToken cancel) throws EigenscopeException;
}
