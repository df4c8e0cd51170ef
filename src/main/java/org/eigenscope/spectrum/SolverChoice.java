package org.eigenscope.spectrum;

import java.util.Objects;

/**
 * Which solver computes the eigenvalues, by the solver's name. The list of names is where solvers are wired. The
 * constants here are the names that other code needs.
 *
 * @param id the name on the command line and in files
 */
public record SolverChoice(String id) {
    /** The fastest solver that loads on this machine and keeps small eigenvalues accurate. */
    public static final SolverChoice AUTO = new SolverChoice("auto");

    /** The native library OpenBLAS. */
    public static final SolverChoice OPENBLAS = new SolverChoice("openblas");

    /** The library EJML, in Java alone. */
    public static final SolverChoice EJML = new SolverChoice("ejml");

    /** All eigenvalues by Krylov steps, without forming any product of matrices. */
    public static final SolverChoice LANCZOS = new SolverChoice("lanczos");

    /** The density with standard errors, by stochastic Lanczos quadrature on a matrix that is never held. */
    public static final SolverChoice SLQ = new SolverChoice("slq");

    public SolverChoice {
        Objects.requireNonNull(id, "id");
    }

    @Override
    public String toString() {
        return id;
    }
}
