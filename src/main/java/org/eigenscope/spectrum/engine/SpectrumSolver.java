package org.eigenscope.spectrum.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Computes all eigenvalues of one scaled matrix; safe for many threads. */
public interface SpectrumSolver {
    /**
     * The N = min(m, n) squared singular values.
     *
     * @return the values in any order, none negative, in the units of the scaled matrix squared
     * @throws EigenscopeException if memory does not suffice, an iteration does not converge or the work was cancelled
     */
    Solution squaredSingularValues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException;

    /**
     * The eigenvalues of a symmetric matrix.
     *
     * @return the values in any order, in the units of the scaled matrix
     * @throws EigenscopeException if memory does not suffice, an iteration does not converge or the work was cancelled
     */
    Solution symmetricEigenvalues(ScaledMatrix matrix, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException;

    /**
     * Eigenvalues and the way they were found.
     *
     * @param eigenvalues owned by the receiver
     * @param method the solver and its route, for the user
     * @param error the bound of their rounding errors
     */
    record Solution(double[] eigenvalues, String method, ErrorBound error) {
        /** Of the real form of a complex matrix, where each eigenvalue stands twice: the means of neighbours, in order. */
        public Solution halved() {
            double[] sorted = eigenvalues.clone();
            Arrays.sort(sorted);
            double[] means = new double[sorted.length / 2];
            for (int i = 0; i < means.length; i++) {
                means[i] = 0.5 * sorted[2 * i] + 0.5 * sorted[2 * i + 1];
            }
            return new Solution(means, method, error);
        }

        /** The eigenvalues of several solutions by one solver for one shape together. */
        public static Solution pooled(List<Solution> parts) {
            double[] all = parts.stream()
                    .flatMapToDouble(part -> Arrays.stream(part.eigenvalues))
                    .toArray();
            Solution worst = parts.stream()
                    .max(Comparator.comparing((Solution part) -> !part.error.ofSingularValues())
                            .thenComparing(part -> part.error.units()))
                    .orElseThrow();
            return new Solution(all, worst.method, worst.error);
        }
    }
}
