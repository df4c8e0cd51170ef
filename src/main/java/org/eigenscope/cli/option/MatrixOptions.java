package org.eigenscope.cli.option;

import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.cli.console.Console;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.ProbeVectors;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectrumOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say whose eigenvalues are taken of a tensor, and how. */
public final class MatrixOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--as",
            converter = Choices.MeaningOrStack.class,
            completionCandidates = Choices.MeaningOrStack.class,
            defaultValue = "auto",
            description =
                    "What the matrix is: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). Weights W give squared"
                            + " singular values, features Φ the eigenvalues of ΦᵀΦ, a gram matrix its own; auto takes a symmetric"
                            + " matrix as gram and any other as weights. A stack is a tensor of matrices, counted by all axes but"
                            + " the last two, whose spectra are pooled; the same as FILE#NAME[stack], and FILE#NAME[3] is its"
                            + " fourth.")
    private Choices.Reading reading;

    @Option(
            names = "--rows",
            paramLabel = "AXIS,...",
            description =
                    "Which axes of a tensor of three or more are the rows, numbered from 0; the others are the columns. The same"
                            + " as FILE#NAME[rows:AXIS,...].")
    private String rows;

    @Option(
            names = "--flatten",
            converter = Choices.Flattening.class,
            completionCandidates = Choices.Flattening.class,
            defaultValue = "matrix",
            description =
                    "What a convolution kernel becomes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}), that is one"
                            + " matrix out×(in·kh·kw), or kh·kw slices out×in pooled.")
    private ConvolutionFlattening flattening;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description =
                    "q, k or v of a stacked projection, or one head of it, such as q:3/12 counted from 0; the same as"
                            + " FILE#NAME[PART].")
    private String part;

    @Option(
            names = "--qkv",
            paramLabel = "LAYOUT",
            description =
                    "How the heads of PART's matrix lie, where they are no three equal blocks: stacked:H,KV,D for H query, then KV"
                            + " key, then KV value heads of D rows, or interleaved:H,KV,D for KV groups of H/KV queries, a key and a"
                            + " value; the same as FILE#NAME[PART|LAYOUT].")
    private String qkv;

    @Option(
            names = "--solver",
            converter = Choices.Solver.class,
            completionCandidates = Choices.Solver.class,
            defaultValue = "auto",
            description =
                    "Who computes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). slq estimates the density by"
                            + " stochastic Lanczos quadrature and never holds the matrix; auto turns to it, and says so, when"
                            + " memory does not suffice for the eigenvalues.")
    private SolverChoice solver;

    @Option(
            names = "--probes",
            paramLabel = "K",
            defaultValue = "64",
            description = "Random vectors of slq (default: ${DEFAULT-VALUE}).")
    private int probes;

    @Option(
            names = "--steps",
            paramLabel = "M",
            defaultValue = "80",
            description = "Lanczos steps of slq from each vector (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--probe-vectors",
            converter = Choices.Probes.class,
            completionCandidates = Choices.Probes.class,
            defaultValue = "rademacher",
            description = "Their distribution: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ProbeVectors vectors;

    @Option(names = "--drop-nonfinite-rows", description = "Leave out rows with NaN or infinite entries.")
    private boolean dropNonFiniteRows;

    public ConvolutionFlattening flattening() {
        return flattening;
    }

    /** The options, with a normalisation, and a seed for the random vectors. */
    public SpectrumOptions options(Normalization normalization, long seed) {
        requireAtLeastTwo("--probes", probes);
        requireAtLeastTwo("--steps", steps);
        return SpectrumOptions.withDefaults()
                .withNormalization(normalization)
                .withSolver(solver)
                .withFlattening(flattening)
                .withInterpretation(reading.interpretation())
                .withQuadrature(new QuadratureSettings(probes, steps, seed, vectors))
                .withDropNonFiniteRows(dropNonFiniteRows);
    }

    private Optional<String> part() {
        long ways = Stream.of(part != null, rows != null, reading.stack())
                .filter(given -> given)
                .count();
        if (ways > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--part, --rows and --as stack each say how to read the tensor; give one of them");
        }
        if (rows != null) {
            return Optional.of("rows:" + requireAxes());
        }
        if (reading.stack()) {
            return Optional.of("stack");
        }
        if (qkv != null && part == null) {
            throw new ParameterException(
                    spec.commandLine(), "--qkv says how heads lie; say with --part which are wanted");
        }
        return Optional.ofNullable(part).map(named -> qkv == null ? named : named + "|" + qkv);
    }

    private String requireAxes() {
        if (!rows.matches("\\d{1,2}(,\\d{1,2})*")) {
            throw new ParameterException(
                    spec.commandLine(), "--rows = " + rows + " is no list of axes such as 0 or 0,1");
        }
        return rows;
    }

    private void requireAtLeastTwo(String option, int value) {
        if (value < 2) {
            throw new ParameterException(spec.commandLine(), option + " = " + value + " is less than 2");
        }
    }

    /** Reads a tensor and takes its spectrum; where auto finds that it does not fit into memory, the console hears of it. */
    public TensorSpectrum compute(String target, SpectrumOptions options, Console console) throws EigenscopeException {
        return compute(
                target,
                options,
                console,
                (tensor, tried) -> TensorSpectrum.of(tensor, tried, ProgressListener.NONE, CancelToken.NONE));
    }

    /** The same of the tensor's entries in random places. */
    public TensorSpectrum computeShuffled(String target, SpectrumOptions options, long seed, Console console)
            throws EigenscopeException {
        return compute(
                target,
                options,
                console,
                (tensor, tried) ->
                        TensorSpectrum.ofShuffledEntries(tensor, tried, seed, ProgressListener.NONE, CancelToken.NONE));
    }

    /** What is computed of a tensor. */
    private interface Computation {
        TensorSpectrum of(SelectedTensor tensor, SpectrumOptions options) throws EigenscopeException;
    }

    private TensorSpectrum compute(String target, SpectrumOptions options, Console console, Computation computation)
            throws EigenscopeException {
        MatrixTarget address = MatrixTarget.parse(target);
        try (MatrixFile file = MatrixFiles.open(address.file())) {
            SelectedTensor whole = SelectedTensor.of(file, address.name());
            SelectedTensor tensor = part().isPresent() ? whole.part(part().get()) : whole;
            SpectrumNotes.ofReading(tensor).ifPresent(console::say);
            return new WithinMemory(console).compute(options, tried -> computation.of(tensor, tried));
        }
    }
}
