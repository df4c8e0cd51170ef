package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;

/** Fits a bulk once where both the phase and the metrics of a spectrum ask for it. Not for several threads. */
final class LastBulkFit {
    private double[] values = new double[0];
    private BulkFit fit;
    private BadInputException reason;

    /**
     * The bulk of eigenvalues, that of the last call if they are the same.
     *
     * @throws EigenscopeException as {@link BulkFit#of(double[], OptionalDouble, CancelToken)}
     */
    BulkFit of(double[] eigenvalues, OptionalDouble aspectRatio, CancelToken cancel) throws EigenscopeException {
        if ((fit == null && reason == null) || !Arrays.equals(values, eigenvalues)) {
            values = eigenvalues.clone();
            fit = null;
            reason = null;
            try {
                fit = BulkFit.of(eigenvalues, aspectRatio, cancel);
            } catch (CancelledException cancelled) {
                throw cancelled;
            } catch (BadInputException refused) {
                reason = refused;
            }
        }
        if (reason != null) {
            throw reason;
        }
        return fit;
    }
}
