package org.eigenscope.cli.option;

import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;
import picocli.CommandLine.Option;

/** Options that say how eigenvalues are taken of a matrix and scaled, for every command that computes spectra. */
public final class ConventionOptions {
    @Option(
            names = "--normalize",
            converter = Choices.Scaling.class,
            completionCandidates = Choices.Scaling.class,
            description = "Scaling of a matrix's eigenvalues: ${COMPLETION-CANDIDATES} (default: raw).")
    private Normalization normalization;

    @Option(
            names = "--flatten",
            converter = Choices.Flattening.class,
            completionCandidates = Choices.Flattening.class,
            description = "What a convolution kernel becomes: ${COMPLETION-CANDIDATES} (default: matrix), that is one"
                    + " matrix out×(in·kh·kw), or kh·kw slices out×in pooled.")
    private ConvolutionFlattening flattening;

    @Option(
            names = "--solver",
            converter = Choices.Solver.class,
            completionCandidates = Choices.Solver.class,
            description = "Who computes: ${COMPLETION-CANDIDATES} (default: auto). slq estimates the density by"
                    + " stochastic Lanczos quadrature and never holds the matrix; auto turns to it, and says so, when"
                    + " memory does not suffice for the eigenvalues.")
    private SolverChoice solver;

    @Option(names = "--drop-nonfinite-rows", description = "Leave out rows with NaN or infinite entries.")
    private boolean dropNonFiniteRows;

    /** Whether one of the options was typed. */
    public boolean isGiven() {
        return normalization != null || flattening != null || solver != null || dropNonFiniteRows;
    }

    /** Whether a scaling was typed. */
    public boolean isNormalizationGiven() {
        return normalization != null;
    }

    public Normalization normalization() {
        return normalization == null ? Normalization.RAW : normalization;
    }

    public ConvolutionFlattening flattening() {
        return flattening == null ? ConvolutionFlattening.OUT_BY_REST : flattening;
    }

    public SolverChoice solver() {
        return solver == null ? SolverChoice.AUTO : solver;
    }

    public boolean dropNonFiniteRows() {
        return dropNonFiniteRows;
    }
}
