package org.eigenscope.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.eigenscope.analysis.LawCache;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.SpectralLaw;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates a law. */
@Command(
        name = "density",
        description = {
            "Evaluates a law at points: density, its logarithm, distribution function and survival function. Outside the"
                    + " support, as at x ≤ τ, pdf is 0.0 and log_pdf -Infinity."
        },
        mixinStandardHelpOptions = true,
        versionProvider = EigenscopeCommand.Version.class)
final class DensityCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LawOptions law;

    @ArgGroup(multiplicity = "1")
    private Where where;

    /** The points, alone or with their parameters. */
    static final class Where {
        @Option(
                names = "--points",
                paramLabel = "FILE|-",
                description =
                        "Points x, one or more a line; or the column 'x' of a table. Writes x,pdf,log_pdf,cdf,sf.")
        private String points;

        @Option(
                names = "--batch",
                paramLabel = "FILE|-",
                description = "CSV rows kappa,gamma,x[,scale[,tau]], in any order under a header that names them."
                        + " Writes kappa,gamma,x,pdf,log_pdf,cdf,sf.")
        private String batch;
    }

    DensityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        if (where.batch != null) {
            new DensityBatch(law, console).run(where.batch);
        } else {
            evaluate(new LawCache(law.law()).law(law.parameters()));
        }
        return ExitCode.OK;
    }

    private void evaluate(SpectralLaw chosen) throws BadInputException, IOException {
        double[] points = Numbers.read(where.points, console).list("x");
        console.out().line("x,pdf,log_pdf,cdf,sf");
        for (double x : points) {
            console.out().row(x, chosen.density(x), chosen.logDensity(x), chosen.cumulative(x), chosen.survival(x));
        }
    }
}
