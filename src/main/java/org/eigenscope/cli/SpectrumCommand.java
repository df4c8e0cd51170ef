package org.eigenscope.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.eigenscope.analysis.MatrixTarget;
import org.eigenscope.analysis.SelectedTensor;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixFiles;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes eigenvalues. */
@Command(
        name = "spectrum",
        description = {
            "Computes the eigenvalues of a matrix: the squared singular values of a rectangular one, the eigenvalues of a"
                    + " symmetric one. Writes all of them, ascending, with 0.0 for each that counts as zero."
        },
        mixinStandardHelpOptions = true,
        versionProvider = EigenscopeCommand.Version.class)
final class SpectrumCommand implements Callable<Integer> {
    /** How the eigenvalues are written. */
    enum Format {
        CSV,
        JSON
    }

    private final Console console;

    @Parameters(paramLabel = "FILE[#NAME]", description = "A matrix file, and which of its tensors.")
    private String target;

    @Option(
            names = "--normalize",
            converter = Choices.Scaling.class,
            completionCandidates = Choices.Scaling.class,
            defaultValue = "raw",
            description = "Scaling of the eigenvalues: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Normalization normalization;

    @Option(
            names = "--solver",
            converter = Choices.Solver.class,
            completionCandidates = Choices.Solver.class,
            defaultValue = "auto",
            description = "Who computes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private SolverChoice solver;

    @Option(
            names = "--format",
            converter = Choices.SpectrumFormat.class,
            completionCandidates = Choices.SpectrumFormat.class,
            defaultValue = "csv",
            description = "Output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--drop-nonfinite-rows", description = "Leave out rows with NaN or infinite entries.")
    private boolean dropNonfiniteRows;

    SpectrumCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        TensorSpectrum result = compute();
        console.say(SpectrumNotes.of(result));
        if (format == Format.JSON) {
            Json.document(console.out(), out -> writeJson(result, out));
            return ExitCode.OK;
        }
        console.out().line("eigenvalue");
        for (double eigenvalue : result.spectrum().ascending()) {
            console.out().row(eigenvalue);
        }
        return ExitCode.OK;
    }

    private TensorSpectrum compute() throws EigenscopeException {
        MatrixTarget address = MatrixTarget.parse(target);
        SpectrumOptions options =
                SpectrumOptions.withDefaults().withNormalization(normalization).withSolver(solver);
        try (MatrixFile file = MatrixFiles.open(address.file())) {
            SelectedTensor tensor = SelectedTensor.of(file, address.name());
            return dropNonfiniteRows
                    ? TensorSpectrum.ofFiniteRows(tensor, options, ProgressListener.NONE, CancelToken.NONE)
                    : TensorSpectrum.of(tensor, options, ProgressListener.NONE, CancelToken.NONE);
        }
    }

    private static void writeJson(TensorSpectrum result, Json out) throws IOException {
        Spectrum spectrum = result.spectrum();
        Spectrum.Details details = spectrum.details();
        out.object(() -> {
            out.field("matrix", result.label());
            out.field("rows", details.rows());
            out.field("columns", details.columns());
            out.field("symmetric", details.source() == Spectrum.Source.SYMMETRIC);
            out.field("gamma", details.aspectRatio());
            out.field("normalization", details.normalization().id());
            out.field("solver", details.solver());
            out.field("n", spectrum.size());
            out.field("zeros", spectrum.zeroCount());
            out.field("negatives", spectrum.negative().length);
            out.field("zero_tolerance", details.zeroTolerance());
            out.field("dropped_rows", result.droppedRows());
            out.numbers("eigenvalues", spectrum.ascending());
        });
    }
}
