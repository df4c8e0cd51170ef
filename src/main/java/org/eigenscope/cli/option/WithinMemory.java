package org.eigenscope.cli.option;

import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.cli.console.Console;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectrumOptions;

/** Computes a spectrum as asked or, when that was left to the program and does not fit into memory, estimates it. */
final class WithinMemory {
    private final Console console;

    WithinMemory(Console console) {
        this.console = console;
    }

    /** Reads a tensor and takes its spectrum under the given options. */
    @FunctionalInterface
    interface Computation {
        TensorSpectrum under(SpectrumOptions options) throws EigenscopeException;
    }

    /**
     * The spectrum.
     *
     * @throws InsufficientMemoryException if a solver asked for by name needs too much, or an estimate does as well
     */
    TensorSpectrum compute(SpectrumOptions options, Computation computation) throws EigenscopeException {
        try {
            return computation.under(options);
        } catch (InsufficientMemoryException tooLarge) {
            if (options.solver().equals(SolverChoice.AUTO)) {
                return estimate(options, computation, tooLarge);
            }
            if (options.solver().equals(SolverChoice.SLQ)) {
                throw tooLarge;
            }
            throw new InsufficientMemoryException(
                    tooLarge.getMessage() + " Or estimate the density without holding the matrix: --solver slq.");
        }
    }

    private TensorSpectrum estimate(
            SpectrumOptions options, Computation computation, InsufficientMemoryException tooLarge)
            throws EigenscopeException {
        console.say(tooLarge.getMessage() + " The density is estimated by slq instead, which never holds the matrix.");
        try {
            return computation.under(options.withSolver(SolverChoice.SLQ));
        } catch (BadInputException | InsufficientMemoryException notEither) {
            notEither.addSuppressed(tooLarge);
            throw notEither;
        }
    }
}
