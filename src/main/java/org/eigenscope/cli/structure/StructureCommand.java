package org.eigenscope.cli.structure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eigenscope.analysis.StructureMeasurement;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.Choices;
import org.eigenscope.ensemble.structure.StructuredEnsemble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.progress.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what structure does to repulsion: the table of the lab. */
@Command(
        name = "structure",
        description = {
            "Draws N×2N matrices with structure, fits HTMP to each with gamma free and tau = 0, and writes a row a structure:"
                    + " structure,n,draws,kappa,log_kappa,log_kappa_se,gamma,gamma_se,spacing_ratio,spacing_ratio_se,ks. kappa"
                    + " is the geometric mean over the draws; the errors are standard errors over the seeds, empty for one"
                    + " draw. ks is the mean Kolmogorov-Smirnov distance of the fits: whether the law describes the"
                    + " structure at all. A kappa near 1000, or a gamma near 0.001, stands at the end of the fit's range: for"
                    + " repulsion without bound, or none."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class StructureCommand implements Callable<Integer> {
    private static final int MAX_SIZE = 10_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            converter = Choices.Structure.class,
            completionCandidates = Choices.Structure.class,
            description = "Which: ${COMPLETION-CANDIDATES} (default: all, block-diagonal with 2, 8 and 50 blocks).")
    private List<StructuredEnsemble> structures;

    @Option(names = "--n", paramLabel = "N", defaultValue = "200", description = "N (default: ${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--draws",
            paramLabel = "D",
            defaultValue = "5",
            description = "Matrices of each structure (default: ${DEFAULT-VALUE}).")
    private int draws;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The first of D seeds in a row (default: ${DEFAULT-VALUE}).")
    private long seed;

    public StructureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        requireBetween("--n", size, 2, MAX_SIZE);
        requireBetween("--draws", draws, 1, MAX_SIZE);
        List<StructuredEnsemble> wanted = structures == null ? StructuredEnsemble.gallery() : structures;
        refuseIfNoneCanBeDrawn(wanted);
        console.out()
                .line(
                        "structure,n,draws,kappa,log_kappa,log_kappa_se,gamma,gamma_se,spacing_ratio,spacing_ratio_se,ks");
        for (StructuredEnsemble ensemble : wanted) {
            Optional<String> objection = ensemble.objection(size);
            if (objection.isPresent()) {
                console.say(ensemble.id() + " is left out: " + objection.get() + ".");
            } else {
                write(StructureMeasurement.of(ensemble, size, draws, seed, new SpectralFitter(), CancelToken.NONE));
            }
        }
        return ExitCode.OK;
    }

    private void refuseIfNoneCanBeDrawn(List<StructuredEnsemble> wanted) throws BadInputException {
        if (wanted.stream().allMatch(ensemble -> ensemble.objection(size).isPresent())) {
            StructuredEnsemble first = wanted.get(0);
            throw new BadInputException(
                    "structure '" + first.id() + "': " + first.objection(size).orElseThrow() + ".");
        }
    }

    private void write(StructureMeasurement row) throws IOException {
        console.out()
                .line(String.join(
                        ",",
                        row.ensemble().id(),
                        Integer.toString(row.size()),
                        Integer.toString(draws),
                        Double.toString(Math.exp(row.logKappa().mean())),
                        pair(row.logKappa()),
                        pair(row.gamma()),
                        pair(row.ratio()),
                        Double.toString(row.distance().mean())));
    }

    private static String pair(StructureMeasurement.Average average) {
        double error = average.standardError();
        return average.mean() + "," + (Double.isNaN(error) ? "" : Double.toString(error));
    }

    private void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " = " + value + " is outside " + least + " to " + most);
        }
    }
}
