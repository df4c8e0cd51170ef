package org.eigenscope.spectrum.solve;

import java.util.Optional;
import java.util.function.Supplier;
import org.eigenscope.error.BadInputException;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.dense.EjmlSolver;
import org.eigenscope.spectrum.dense.OpenBlasSolver;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.eigenscope.spectrum.krylov.LanczosSolver;

/** Finds the solver that was asked for. */
final class Solvers {
    private Solvers() {}

    /**
     * The solver of a choice.
     *
     * @param openBlasFailure why OpenBLAS does not load on this machine; empty when it does
     * @throws BadInputException if OpenBLAS was asked for by name and does not load
     */
    static SpectrumSolver of(SolverChoice choice, Supplier<Optional<Throwable>> openBlasFailure)
            throws BadInputException {
        return switch (choice) {
            case AUTO -> new AutomaticSolver(openBlasFailure);
            case OPENBLAS -> {
                Optional<Throwable> failure = openBlasFailure.get();
                if (failure.isPresent()) {
                    throw new BadInputException(
                            "The native OpenBLAS library does not load on this machine; choose the solver auto or ejml.",
                            failure.get());
                }
                yield new OpenBlasSolver();
            }
            case EJML -> new EjmlSolver();
            case LANCZOS -> new LanczosSolver();
            case SLQ -> throw new IllegalArgumentException("solver slq estimates a density and finds no eigenvalues");
        };
    }
}
