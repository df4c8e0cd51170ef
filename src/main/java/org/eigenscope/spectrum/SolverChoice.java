package org.eigenscope.spectrum;

import java.util.Optional;
import java.util.stream.Stream;

/** Which solver computes the eigenvalues. */
public enum SolverChoice {
    /** The fastest that loads on this machine and keeps small eigenvalues right. */
    AUTO("auto"),
    OPENBLAS("openblas"),
    EJML("ejml"),
    /** All eigenvalues by Krylov steps, without forming any product of matrices. */
    LANCZOS("lanczos"),
    /** The density with standard errors, by stochastic Lanczos quadrature on a matrix that is never held. */
    SLQ("slq");

    private final String id;

    SolverChoice(String id) {
        this.id = id;
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** The choice with the given id. */
    public static Optional<SolverChoice> byId(String id) {
        return Stream.of(values()).filter(c -> c.id.equals(id)).findFirst();
    }
}
