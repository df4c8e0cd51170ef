package org.eigenscope.fit;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Fits a law to a sample of eigenvalues. */
public interface LawFitter {
    /**
     * Fits the free parameters.
     *
     * @throws EigenscopeException if the sample has fewer than 5 distinct positive eigenvalues after trimming, the fixed
     *     values contradict the sample (τ ≥ λmin), nothing converged, or the work was cancelled
     */
    FitResult fit(FitRequest request, ProgressListener progress, CancelToken cancel) throws EigenscopeException;
}
