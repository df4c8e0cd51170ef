package org.eigenscope.cli;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.ParameterSet;
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
            "Draws the N eigenvalues of the β-Laguerre ensemble behind a law (Dumitriu and Edelman's tridiagonal model):"
                    + " ascending, the same for the same seed. Several draws are told apart by a column 'draw', from 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = EigenscopeCommand.Version.class)
final class SampleCommand implements Callable<Integer> {
    /** A draw takes time proportional to its square. */
    private static final int MAX_SIZE = 1_000_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LawOptions law;

    @Option(names = "--n", paramLabel = "N", required = true, description = "Eigenvalues per draw.")
    private int size;

    @Option(names = "--draws", paramLabel = "D", defaultValue = "1", description = "Draws (default: ${DEFAULT-VALUE}).")
    private int draws;

    @Option(names = "--seed", paramLabel = "N", required = true, description = "Seed of the random numbers.")
    private long seed;

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        LawFamily family = law.law();
        if (family != LawFamily.HTMP && family != LawFamily.INVERSE_HTMP) {
            throw usage("only htmp and inverse-htmp can be sampled, not '" + family.id() + "'");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw usage("--n = " + size + " is outside 1 to " + MAX_SIZE);
        }
        if (draws < 1) {
            throw usage("--draws = " + draws + " is less than 1");
        }
        write(sampler(family, law.parameters()), new SplittableRandom(seed));
        return ExitCode.OK;
    }

    private void write(BetaLaguerreSampler sampler, SplittableRandom random) throws EigenscopeException, IOException {
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
