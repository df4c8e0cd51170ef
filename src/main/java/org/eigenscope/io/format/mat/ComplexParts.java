package org.eigenscope.io.format.mat;

import org.eigenscope.error.BadInputException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.io.kit.MemoryBudget;

/** MATLAB keeps the real and the imaginary parts of an array one after the other. */
final class ComplexParts {
    private ComplexParts() {}

    /**
     * Real and imaginary part of each entry in turn.
     *
     * @throws BadInputException if there are not as many of one as of the other
     */
    static double[] joined(double[] real, double[] imaginary, String label)
            throws BadInputException, InsufficientMemoryException {
        if (real.length != imaginary.length) {
            throw new BadInputException(label + " has " + real.length + " real and " + imaginary.length
                    + " imaginary parts: it is damaged.");
        }
        double[] both = MemoryBudget.allocate(2L * real.length, label);
        for (int i = 0; i < real.length; i++) {
            both[2 * i] = real[i];
            both[2 * i + 1] = imaginary[i];
        }
        return both;
    }
}
