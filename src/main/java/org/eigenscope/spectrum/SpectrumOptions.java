package org.eigenscope.spectrum;

import java.util.Objects;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;

/**
 * How to turn a matrix into a spectrum.
 *
 * @param normalization the scaling of the eigenvalues
 * @param solver the solver that computes them
 * @param flattening the matrix that a tensor of three or more dimensions becomes; not used for two dimensions
 * @param interpretation which matrix's eigenvalues are taken
 * @param quadrature how {@link SolverChoice#SLQ} samples; not used by the other solvers
 * @param dropNonFiniteRows whether rows with NaN or an infinity are left out instead of refused
 */
public record SpectrumOptions(
        Normalization normalization,
        SolverChoice solver,
        ConvolutionFlattening flattening,
        Interpretation interpretation,
        QuadratureSettings quadrature,
        boolean dropNonFiniteRows) {
    public SpectrumOptions {
        Objects.requireNonNull(normalization, "normalization");
        Objects.requireNonNull(solver, "solver");
        Objects.requireNonNull(flattening, "flattening");
        Objects.requireNonNull(interpretation, "interpretation");
        Objects.requireNonNull(quadrature, "quadrature");
    }

    /** Raw eigenvalues by the automatic solver, convolutions flattened to out × rest, symmetric matrices taken as they are. */
    public static SpectrumOptions withDefaults() {
        return new SpectrumOptions(
                Normalization.RAW,
                SolverChoice.AUTO,
                ConvolutionFlattening.OUT_BY_REST,
                Interpretation.AUTO,
                QuadratureSettings.withDefaults(),
                false);
    }

    /** The same options with the scaling of the eigenvalues set. */
    public SpectrumOptions withNormalization(Normalization value) {
        return new SpectrumOptions(value, solver, flattening, interpretation, quadrature, dropNonFiniteRows);
    }

    /** The same options with the solver set. */
    public SpectrumOptions withSolver(SolverChoice value) {
        return new SpectrumOptions(normalization, value, flattening, interpretation, quadrature, dropNonFiniteRows);
    }

    /** The same options with what a convolution kernel becomes set. */
    public SpectrumOptions withFlattening(ConvolutionFlattening value) {
        return new SpectrumOptions(normalization, solver, value, interpretation, quadrature, dropNonFiniteRows);
    }

    /** The same options with what the matrix is set. */
    public SpectrumOptions withInterpretation(Interpretation value) {
        return new SpectrumOptions(normalization, solver, flattening, value, quadrature, dropNonFiniteRows);
    }

    /** The same options with the settings of stochastic Lanczos quadrature set. */
    public SpectrumOptions withQuadrature(QuadratureSettings value) {
        return new SpectrumOptions(normalization, solver, flattening, interpretation, value, dropNonFiniteRows);
    }

    /** The same options with whether rows with NaN or infinite entries are left out set. */
    public SpectrumOptions withDropNonFiniteRows(boolean value) {
        return new SpectrumOptions(normalization, solver, flattening, interpretation, quadrature, value);
    }
}
