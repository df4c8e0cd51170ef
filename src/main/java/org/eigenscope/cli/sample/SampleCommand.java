package org.eigenscope.cli.sample;

import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.Choices;
import org.eigenscope.cli.option.LawOptions;
import org.eigenscope.cli.option.PopulationOption;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.ensemble.structure.FreeProductSampler;
import org.eigenscope.ensemble.structure.StructuredEnsemble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws eigenvalues of finite matrices. */
@Command(
        name = "sample",
        description = {
            "Draws the N eigenvalues of the β-Laguerre ensemble behind a law (Dumitriu and Edelman's tridiagonal model), or"
                    + " of an N×2N matrix with structure, over 2N: ascending, the same for the same seed. With --population, of Σ^(1/2) X Σ^(1/2) for such an X with"
                    + " random eigenvectors, Σ the population's N quantiles. Several draws"
                    + " are told apart by a column 'draw', from 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class SampleCommand implements Callable<Integer> {
    /** A draw takes time proportional to its square. */
    private static final int MAX_SIZE = 1_000_000;

    /** Dense structures take time proportional to the cube, and 16 N² bytes. */
    private static final int MAX_STRUCTURED_SIZE = 10_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LawOptions law;

    @Mixin
    private PopulationOption population;

    @Option(
            names = "--structure",
            paramLabel = "NAME",
            converter = Choices.Structure.class,
            completionCandidates = Choices.Structure.class,
            description = "Instead of --law: ${COMPLETION-CANDIDATES}.")
    private StructuredEnsemble structure;

    @Option(names = "--n", paramLabel = "N", required = true, description = "Eigenvalues per draw.")
    private int size;

    @Option(names = "--draws", paramLabel = "D", defaultValue = "1", description = "Draws (default: ${DEFAULT-VALUE}).")
    private int draws;

    @Option(names = "--seed", paramLabel = "N", required = true, description = "Seed of the random numbers.")
    private long seed;

    public SampleCommand(Console console) {
        this.console = console;
    }

    /** One draw of all eigenvalues. */
    private interface Sampler {
        double[] sample(SplittableRandom random) throws EigenscopeException;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        if (draws < 1) {
            throw usage("--draws = " + draws + " is less than 1");
        }
        write(structure == null ? ofLaw() : ofStructure(), new SplittableRandom(seed));
        return ExitCode.OK;
    }

    private Sampler ofLaw() throws BadInputException {
        LawFamily family = law.law();
        if (population.isPresent()) {
            requireSize(2, MAX_STRUCTURED_SIZE);
            double[] sigma = population.factor(console).population(size);
            BetaLaguerreSampler noise = sampler(family, law.parameters());
            return random -> FreeProductSampler.sample(sigma, noise.sample(random), random, CancelToken.NONE);
        }
        requireSize(1, MAX_SIZE);
        return sampler(family, law.parameters())::sample;
    }

    private Sampler ofStructure() throws BadInputException {
        if (law.isPresent() || population.isPresent()) {
            throw usage("--structure excludes --law with its parameters and --population");
        }
        requireSize(2, MAX_STRUCTURED_SIZE);
        Optional<String> objection = structure.objection(size);
        if (objection.isPresent()) {
            throw new BadInputException("structure '" + structure.id() + "': " + objection.get() + ".");
        }
        return random -> structure.draw(size, random, CancelToken.NONE);
    }

    private void requireSize(int least, int most) {
        if (size < least || size > most) {
            throw usage("--n = " + size + " is outside " + least + " to " + most);
        }
    }

    private void write(Sampler sampler, SplittableRandom random) throws EigenscopeException, IOException {
        console.out().line(draws == 1 ? "eigenvalue" : "draw,eigenvalue");
        for (int draw = 1; draw <= draws; draw++) {
            String prefix = draws == 1 ? "" : draw + ",";
            for (double eigenvalue : sampler.sample(random)) {
                console.out().line(prefix + eigenvalue);
            }
        }
    }

    private BetaLaguerreSampler sampler(LawFamily family, ParameterSet parameters) throws BadInputException {
        try {
            return BetaLaguerreSampler.of(family, parameters, size);
        } catch (IllegalArgumentException beyond) {
            throw new BadInputException("law '" + family.id() + "': " + beyond.getMessage() + ".", beyond);
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
