package org.eigenscope.spectrum;

import org.eigenscope.error.EigenscopeException;

/** Finds the solver that was asked for. */
final class Solvers {
    private Solvers() {}

    static SpectrumSolver of(SolverChoice choice) throws EigenscopeException {
        return switch (choice) {
            case AUTO, EJML, OPENBLAS, LANCZOS -> new EjmlSolver();
        };
    }
}
