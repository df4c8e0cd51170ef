package org.eigenscope.cli.spectrum;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.eigenscope.analysis.SpacingRatio;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Json;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.Conventions;
import org.eigenscope.cli.option.MatrixOptions;
import org.eigenscope.cli.option.SpectrumNotes;
import org.eigenscope.cli.option.TableOptions;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes eigenvalues. */
@Command(
        name = "spectrum",
        description = {
            "Computes the eigenvalues of a matrix: the squared singular values of a rectangular one, the eigenvalues of a"
                    + " symmetric one. Writes all of them, ascending, with 0.0 for each that counts as zero; with the solver slq"
                    + " the density and cumulative function in bins, as fractions of all N, with standard errors, and the"
                    + " least and most that the cumulative function can be given what slq does not resolve."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class SpectrumCommand implements Callable<Integer> {
    /** How the eigenvalues are written. */
    enum Format {
        CSV,
        JSON
    }

    private final Console console;
    private final Executor helpers;

    @Parameters(paramLabel = "FILE[#NAME]", description = "A matrix file, and which of its tensors.")
    private String target;

    @Mixin
    private MatrixOptions matrix;

    @Mixin
    private TableOptions table;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of slq's random vectors (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--shuffle-entries",
            paramLabel = "SEED",
            description =
                    "Of the same entries in random places, which a seed sets: what the spectrum would be if only their"
                            + " sizes mattered. A symmetric matrix stays symmetric.")
    private Long shuffleSeed;

    @Option(
            names = "--format",
            converter = SpectrumFormat.class,
            completionCandidates = SpectrumFormat.class,
            defaultValue = "csv",
            description = "Output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    public SpectrumCommand(Console console, Executor helpers) {
        this.console = console;
        this.helpers = helpers;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        TensorSpectrum result = result(matrix.options(seed));
        console.say(SpectrumNotes.of(result));
        SpacingRatio.of(result.spectrum()).ifPresent(ratio -> console.say(sentence(ratio)));
        shuffle().ifPresent(used -> console.say("Entries shuffled, seed " + used + "."));
        Optional<EstimateOutput> estimate =
                result.spectrum().estimate().map(found -> new EstimateOutput(result.spectrum(), found));
        if (format == Format.JSON) {
            Json.document(console.out(), out -> writeJson(result, estimate, out));
        } else if (estimate.isPresent()) {
            estimate.get().writeCsv(console.out());
        } else {
            console.out().line("eigenvalue");
            for (double eigenvalue : result.spectrum().ascending()) {
                console.out().row(eigenvalue);
            }
        }
        return ExitCode.OK;
    }

    private TensorSpectrum result(SpectrumOptions options) throws EigenscopeException {
        String address = table.applied(target);
        return shuffle().isPresent()
                ? matrix.computeShuffled(address, options, shuffle().get(), console)
                : matrix.compute(address, options, console, helpers);
    }

    private Optional<Long> shuffle() {
        return Optional.ofNullable(shuffleSeed);
    }

    private static String sentence(SpacingRatio ratio) {
        return String.format(
                Locale.ROOT,
                "Neighbouring spacings: mean ratio %.4f ± %.4f; %.4f for random matrices of such entries (β = %d), %.4f without"
                        + " repulsion.",
                ratio.mean(),
                ratio.standardError(),
                ratio.expected(),
                ratio.dysonIndex(),
                SpacingRatio.WITHOUT_REPULSION);
    }

    private static void writeRatio(SpacingRatio ratio, Json out) throws IOException {
        out.object("spacing_ratio", () -> {
            out.field("mean", ratio.mean());
            out.field("standard_error", ratio.standardError());
            out.field("random_matrices", ratio.expected());
        });
    }

    private void writeJson(TensorSpectrum result, Optional<EstimateOutput> estimate, Json out) throws IOException {
        Spectrum spectrum = result.spectrum();
        out.object(() -> {
            Conventions.write(result, matrix.flattening(), out);
            if (shuffle().isPresent()) {
                out.field("shuffle_seed", shuffle().get());
            }
            out.field("n", spectrum.size());
            out.field("zeros", spectrum.zeroCount());
            out.field("negatives", spectrum.negative().length);
            Optional<SpacingRatio> ratio = SpacingRatio.of(spectrum);
            if (ratio.isPresent()) {
                writeRatio(ratio.get(), out);
            }
            if (estimate.isPresent()) {
                estimate.get().writeJson(out);
            } else {
                out.numbers("eigenvalues", spectrum.ascending());
            }
        });
    }
}
