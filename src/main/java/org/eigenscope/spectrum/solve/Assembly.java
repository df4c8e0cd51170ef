package org.eigenscope.spectrum.solve;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.Spectrum.Source;
import org.eigenscope.spectrum.engine.MatrixFacts;
import org.eigenscope.spectrum.engine.SpectrumSolver.Solution;
import org.eigenscope.spectrum.engine.Units;
import org.eigenscope.spectrum.engine.ZeroTolerance;

/**
 * Puts solved eigenvalues of 2^−e·W back into the user's units, normalised, with their zero tolerance.
 *
 * @param subject what was solved
 * @param source what the eigenvalues are eigenvalues of
 * @param exponent e
 */
record Assembly(MatrixFacts subject, Source source, int exponent) {
    /**
     * The spectrum.
     *
     * @param solution all eigenvalues but those that are zero by the matrix's shape
     */
    Spectrum assemble(Solution solution, Normalization normalization) throws BadInputException {
        double[] eigenvalues = Arrays.copyOf(solution.eigenvalues(), subject.size(source));
        double largest = Arrays.stream(eigenvalues).map(Math::abs).max().orElse(0);
        double tolerance = ZeroTolerance.of(solution.eigenvalues(), subject, source);
        double mean = Arrays.stream(eigenvalues).average().orElse(0);
        OptionalDouble accuracy = relativeAccuracy(solution, largest, tolerance);
        Units units = Units.of(normalization, subject, source, exponent, mean);
        units.requireRepresentable(largest, subject);
        for (int i = 0; i < eigenvalues.length; i++) {
            eigenvalues[i] = units.apply(eigenvalues[i]);
        }
        return Spectrum.of(
                eigenvalues,
                new Spectrum.Details(
                        subject.rows(),
                        subject.columns(),
                        source,
                        normalization,
                        units.apply(tolerance),
                        solution.method(),
                        accuracy));
    }

    private static OptionalDouble relativeAccuracy(Solution solution, double largest, double tolerance) {
        OptionalDouble smallest =
                Arrays.stream(solution.eigenvalues()).filter(v -> v > tolerance).min();
        return smallest.isPresent()
                ? OptionalDouble.of(solution.error().relative(smallest.getAsDouble(), largest))
                : OptionalDouble.empty();
    }
}
