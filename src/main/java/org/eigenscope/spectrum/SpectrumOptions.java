package org.eigenscope.spectrum;

import java.util.Objects;
import org.eigenscope.matrix.Normalization;

/**
 * How to turn a matrix into a spectrum.
 *
 * @param normalization the scaling of the eigenvalues
 * @param solver who computes them
 */
public record SpectrumOptions(Normalization normalization, SolverChoice solver) {
    public SpectrumOptions {
        Objects.requireNonNull(normalization, "normalization");
        Objects.requireNonNull(solver, "solver");
    }

    /** Raw eigenvalues by the automatic solver. */
    public static SpectrumOptions withDefaults() {
        return new SpectrumOptions(Normalization.RAW, SolverChoice.AUTO);
    }

    public SpectrumOptions withNormalization(Normalization value) {
        return new SpectrumOptions(value, solver);
    }

    public SpectrumOptions withSolver(SolverChoice value) {
        return new SpectrumOptions(normalization, value);
    }
}
