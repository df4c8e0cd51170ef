package org.eigenscope.session;

import java.util.Objects;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectrumOptions;

/**
 * How matrices became eigenvalues, and which of them are fitted.
 *
 * @param normalization the scaling
 * @param flattening what a convolution becomes
 * @param interpretation whose eigenvalues are taken
 * @param solver who computes, or estimates
 * @param dropNonFiniteRows whether rows with NaN or infinite entries are left out rather than refused
 * @param trimBottom how many of the smallest positive eigenvalues a fit leaves out
 * @param trimTop how many of the largest
 */
public record Conventions(
        Normalization normalization,
        ConvolutionFlattening flattening,
        Interpretation interpretation,
        SolverChoice solver,
        boolean dropNonFiniteRows,
        int trimBottom,
        int trimTop) {
    public static final Conventions DEFAULT = of(SpectrumOptions.withDefaults(), 0, 0);

    public Conventions {
        Objects.requireNonNull(normalization, "normalization");
        Objects.requireNonNull(flattening, "flattening");
        Objects.requireNonNull(interpretation, "interpretation");
        Objects.requireNonNull(solver, "solver");
        if (trimBottom < 0 || trimTop < 0) {
            throw new IllegalArgumentException("trims " + trimBottom + ", " + trimTop + " must not be negative");
        }
    }

    /** The conventions under which a spectrum was taken; its random vectors, if there were any, must be the standard ones. */
    public static Conventions of(SpectrumOptions options, int trimBottom, int trimTop) {
        return new Conventions(
                options.normalization(),
                options.flattening(),
                options.interpretation(),
                options.solver(),
                options.dropNonFiniteRows(),
                trimBottom,
                trimTop);
    }

    /** The same for a spectrum that is not fitted. */
    public Conventions withoutTrims() {
        return new Conventions(normalization, flattening, interpretation, solver, dropNonFiniteRows, 0, 0);
    }

    /** What a solver is told. */
    public SpectrumOptions options() {
        return SpectrumOptions.withDefaults()
                .withNormalization(normalization)
                .withFlattening(flattening)
                .withInterpretation(interpretation)
                .withSolver(solver)
                .withDropNonFiniteRows(dropNonFiniteRows);
    }
}
