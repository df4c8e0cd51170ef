package org.eigenscope.spectrum;

import java.util.Objects;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Normalization;

/**
 * How to turn a matrix into a spectrum.
 *
 * @param normalization the scaling of the eigenvalues
 * @param solver who computes them
 * @param flattening what a tensor of three or more dimensions becomes; two-dimensional ones do not care
 */
public record SpectrumOptions(Normalization normalization, SolverChoice solver, ConvolutionFlattening flattening) {
    public SpectrumOptions {
        Objects.requireNonNull(normalization, "normalization");
        Objects.requireNonNull(solver, "solver");
        Objects.requireNonNull(flattening, "flattening");
    }

    /** Raw eigenvalues by the automatic solver, convolutions flattened to out × rest. */
    public static SpectrumOptions withDefaults() {
        return new SpectrumOptions(Normalization.RAW, SolverChoice.AUTO, ConvolutionFlattening.OUT_BY_REST);
    }

    public SpectrumOptions withNormalization(Normalization value) {
        return new SpectrumOptions(value, solver, flattening);
    }

    public SpectrumOptions withSolver(SolverChoice value) {
        return new SpectrumOptions(normalization, value, flattening);
    }

    public SpectrumOptions withFlattening(ConvolutionFlattening value) {
        return new SpectrumOptions(normalization, solver, value);
    }
}
