package org.eigenscope.cli.density;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Numbers;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.LawArguments;
import org.eigenscope.cli.option.LawParameter;
import org.eigenscope.cli.option.LawSource;
import org.eigenscope.cli.option.LawValues;
import org.eigenscope.cli.option.PopulationOption;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.SpikedMarchenkoPastur;
import org.eigenscope.law.convolution.FreeFactor;
import org.eigenscope.law.convolution.FreeProductLaw;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates a law. */
@Command(
        name = "density",
        description = {
            "Evaluates a law at points: density, its logarithm, distribution function and survival function. Outside the"
                    + " support, as at x ≤ τ, pdf is 0.0 and log_pdf -Infinity. Zeros and outliers are part of cdf and sf"
                    + " alone. With --population it is the free multiplicative convolution of the law and a population."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class DensityCommand implements Callable<Integer> {
    private final Console console;
    private LawArguments arguments;

    @ArgGroup(multiplicity = "1")
    private Where where;

    @Mixin
    private PopulationOption population;

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
                description =
                        "CSV rows of the law's parameters and x, under a header that names the columns in any order;"
                                + " without one they are kappa,gamma,x[,scale[,tau]] for htmp, mp and their inverses, else the"
                                + " parameters as listed below with x after those that are needed. Options stand in for columns"
                                + " that are missing. Writes the needed parameters and x,pdf,log_pdf,cdf,sf.")
        private String batch;

        @Option(
                names = "--outliers",
                description = "Writes where the spikes of spiked-mp go: spike,position,overlap. Overlap is the squared"
                        + " cosine between the eigenvectors of sample and population; position is empty for a spike"
                        + " that stays in the bulk.")
        private boolean outliers;
    }

    public DensityCommand(Console console) {
        this.console = console;
    }

    @Spec
    @SuppressWarnings("UnusedMethod") // picocli calls it
    private void declare(CommandSpec spec) {
        arguments = LawArguments.declare(spec);
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        if (population.isPresent() && where.points == null) {
            throw arguments.usage("--population goes with --points");
        }
        if (where.batch != null) {
            new DensityBatch(arguments, console).run(where.batch);
        } else if (where.outliers) {
            writeOutliers();
        } else {
            SpectralLaw law = LawSource.of(arguments.law()).law(arguments.values());
            evaluate(population.isPresent() ? product(law) : law);
        }
        return ExitCode.OK;
    }

    private SpectralLaw product(SpectralLaw law) throws BadInputException {
        FreeFactor sigma = population.factor(console);
        try {
            return FreeProductLaw.of(sigma, FreeFactor.of(law));
        } catch (IllegalArgumentException wrong) {
            throw new BadInputException(
                    "--population with law '" + arguments.law().id() + "': " + wrong.getMessage() + ".", wrong);
        }
    }

    private void evaluate(SpectralLaw chosen) throws BadInputException, IOException {
        double[] points = Numbers.read(where.points, console).list("x");
        console.out().line("x,pdf,log_pdf,cdf,sf");
        for (double x : points) {
            console.out().row(x, chosen.density(x), chosen.logDensity(x), chosen.cumulative(x), chosen.survival(x));
        }
    }

    private void writeOutliers() throws BadInputException, IOException {
        if (!arguments.law().takesSpikes()) {
            throw arguments.usage("--outliers is for law 'spiked-mp'");
        }
        LawValues values = arguments.values();
        SpikedMarchenkoPastur model = LawSource.model(values);
        double scale = values.getOrDefault(LawParameter.SCALE, 1);
        console.out().line("spike,position,overlap");
        for (double spike : values.spikes()) {
            OptionalDouble position = model.position(spike);
            String where = position.isPresent() ? Double.toString(scale * position.getAsDouble()) : "";
            console.out().line(spike + "," + where + "," + model.overlap(spike));
        }
    }
}
