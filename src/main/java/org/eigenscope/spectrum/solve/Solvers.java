package org.eigenscope.spectrum.solve;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.dense.EjmlSolver;
import org.eigenscope.spectrum.dense.OpenBlasSolver;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.eigenscope.spectrum.krylov.LanczosSolver;

/** The solvers there are, wired by name. A new one is a {@link SpectrumSolver} and a line in {@link #ENGINES}. */
public final class Solvers {
    private static final List<Engine> ENGINES = List.of(
            new Engine(SolverChoice.AUTO, AutomaticSolver::new),
            new Engine(SolverChoice.OPENBLAS, Solvers::openBlas),
            new Engine(SolverChoice.EJML, openBlasFailure -> new EjmlSolver()),
            new Engine(SolverChoice.LANCZOS, openBlasFailure -> new LanczosSolver()));

    private Solvers() {}

    /** Makes a solver that finds eigenvalues. */
    @FunctionalInterface
    private interface Maker {
        SpectrumSolver make(Supplier<Optional<Throwable>> openBlasFailure) throws BadInputException;
    }

    /** A solver by its name. */
    private record Engine(SolverChoice choice, Maker maker) {}

    /** Every choice there is: the solvers, and the estimate of a density last. */
    public static List<SolverChoice> choices() {
        return Stream.concat(ENGINES.stream().map(Engine::choice), Stream.of(SolverChoice.SLQ))
                .toList();
    }

    /**
     * The solver of a choice.
     *
     * @param openBlasFailure why OpenBLAS does not load on this machine; empty when it does
     * @throws BadInputException if OpenBLAS was asked for by name and does not load, or no solver has the name
     */
    static SpectrumSolver of(SolverChoice choice, Supplier<Optional<Throwable>> openBlasFailure)
            throws BadInputException {
        if (choice.equals(SolverChoice.SLQ)) {
            throw new IllegalArgumentException("solver slq estimates a density and finds no eigenvalues");
        }
        for (Engine engine : ENGINES) {
            if (engine.choice().equals(choice)) {
                return engine.maker().make(openBlasFailure);
            }
        }
        throw new BadInputException("No solver is called '" + choice.id() + "'; there are "
                + choices().stream().map(SolverChoice::id).collect(Collectors.joining(", ")) + ".");
    }

    private static SpectrumSolver openBlas(Supplier<Optional<Throwable>> openBlasFailure) throws BadInputException {
        Optional<Throwable> failure = openBlasFailure.get();
        if (failure.isPresent()) {
            // our own sentence, if there is one; the system's messages mean nothing to most people
            String reason =
                    failure.get() instanceof IOException ? ": " + failure.get().getMessage() : "";
            throw new BadInputException(
                    "The native OpenBLAS library does not load on this machine" + reason
                            + "; choose the solver auto or ejml.",
                    failure.get());
        }
        return new OpenBlasSolver();
    }
}
