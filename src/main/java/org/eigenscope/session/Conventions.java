package org.eigenscope.session;

import java.util.Objects;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectrumOptions;

/**
 * How matrices became eigenvalues, and which of them are fitted.
 *
 * @param normalization the scaling
 * @param flattening what a convolution becomes
 * @param solver who computes
 * @param trimBottom how many of the smallest positive eigenvalues a fit leaves out
 * @param trimTop how many of the largest
 */
public record Conventions(
        Normalization normalization,
        ConvolutionFlattening flattening,
        SolverChoice solver,
        int trimBottom,
        int trimTop) {
    public static final Conventions DEFAULT =
            new Conventions(Normalization.RAW, ConvolutionFlattening.OUT_BY_REST, SolverChoice.AUTO, 0, 0);

    public Conventions {
        Objects.requireNonNull(normalization, "normalization");
        Objects.requireNonNull(flattening, "flattening");
        Objects.requireNonNull(solver, "solver");
        if (trimBottom < 0 || trimTop < 0) {
            throw new IllegalArgumentException("trims " + trimBottom + ", " + trimTop + " must not be negative");
        }
    }

    /** What a solver is told. */
    public SpectrumOptions options() {
        return SpectrumOptions.withDefaults()
                .withNormalization(normalization)
                .withFlattening(flattening)
                .withSolver(solver);
    }
}
