package org.eigenscope.cli.option;

import java.util.concurrent.Executor;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.cli.console.Console;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.ProbeVectors;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say whose eigenvalues are taken of a tensor, and how. */
public final class MatrixOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ConventionOptions conventions;

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

    public ConvolutionFlattening flattening() {
        return conventions.flattening();
    }

    /** Whether a scaling was typed. */
    public boolean isNormalizationGiven() {
        return conventions.isNormalizationGiven();
    }

    /** The options with a seed for the random vectors. */
    public SpectrumOptions options(long seed) {
        requireAtLeastTwo("--probes", probes);
        requireAtLeastTwo("--steps", steps);
        return SpectrumOptions.withDefaults()
                .withNormalization(conventions.normalization())
                .withSolver(conventions.solver())
                .withFlattening(conventions.flattening())
                .withInterpretation(reading.interpretation())
                .withQuadrature(new QuadratureSettings(probes, steps, seed, vectors))
                .withDropNonFiniteRows(conventions.dropNonFiniteRows());
    }

    private SelectedTensor selected(SelectedTensor whole) throws BadInputException {
        if (part != null && reading.nameAxes()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--part, --rows and --as stack each say how to read the tensor; give one of them");
        }
        if (qkv != null && part == null) {
            throw new ParameterException(
                    spec.commandLine(), "--qkv says how heads lie; say with --part which are wanted");
        }
        return part == null ? reading.of(whole) : whole.part(qkv == null ? part : part + "|" + qkv);
    }

    private void requireAtLeastTwo(String option, int value) {
        if (value < 2) {
            throw new ParameterException(spec.commandLine(), option + " = " + value + " is less than 2");
        }
    }

    /**
     * Reads a tensor and takes its spectrum; where auto finds that it does not fit into memory, the console hears of it.
     *
     * @param helpers lend a thread that loads the native library while the tensor is read
     */
    public TensorSpectrum compute(String target, SpectrumOptions options, Console console, Executor helpers)
            throws EigenscopeException {
        return compute(target, options, console, (tensor, tried) -> {
            TensorInfo shape = tensor.info();
            helpers.execute(() -> SpectrumCalculator.prepare(shape.rows(), shape.columns(), tried));
            return TensorSpectrum.of(tensor, tried, ProgressListener.NONE, CancelToken.NONE);
        });
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
            SelectedTensor tensor = selected(SelectedTensor.of(file, address.name()));
            SpectrumNotes.ofReading(tensor).ifPresent(console::say);
            return new WithinMemory(console).compute(options, tried -> computation.of(tensor, tried));
        }
    }
}
