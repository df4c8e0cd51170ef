package org.eigenscope.spectrum.krylov;

import java.util.List;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.spectrum.GaussQuadrature;
import org.eigenscope.spectrum.SpectralDensityEstimate;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.Spectrum.Source;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.engine.MatrixFacts;
import org.eigenscope.spectrum.engine.RowSummary;
import org.eigenscope.spectrum.engine.Units;
import org.eigenscope.spectrum.engine.ZeroTolerance;

/**
 * Puts the quadratures of 2^−e·W back into the user's units, normalised, and makes a spectrum of them.
 *
 * @param matrix W, or its real form if it is complex
 * @param source what the eigenvalues are eigenvalues of
 * @param summary of the entries, with e
 * @param options the normalisation and the settings
 */
record QuadratureAssembly(RowBlocks matrix, Source source, RowSummary summary, SpectrumOptions options) {
    /** The rounding error of a chain, in units of 2^−52·σmax for each step; smaller values count as zero. */
    private static final double UNITS_PER_STEP = 4;

    Spectrum assemble(List<GaussQuadrature> rules, String kernel) throws BadInputException {
        MatrixFacts subject = subject();
        int size = subject.size(source);
        double largest = largest(rules);
        double tolerance = Math.max(resolution(largest), ZeroTolerance.of(largest, squares(), subject, source));
        double trace = source.isSquared() ? squares() : mean(rules) * subject.smallerSide();
        Units units = Units.of(options.normalization(), subject, source, summary.exponent(), trace / size);
        units.requireRepresentable(largest, subject);
        SpectralDensityEstimate estimate = new SpectralDensityEstimate(
                size,
                subject.smallerSide(),
                units.apply(tolerance),
                rules.stream()
                        .map(rule -> rule.scaled(units.factor(), units.exponent()))
                        .toList(),
                options.quadrature());
        return Spectrum.ofEstimate(
                estimate,
                new Spectrum.Details(
                        subject.rows(),
                        subject.columns(),
                        source,
                        options.normalization(),
                        units.apply(tolerance),
                        method(rules, kernel),
                        OptionalDouble.empty()));
    }

    private MatrixFacts subject() {
        int rows = matrix.rows() / matrix.copies();
        int columns = matrix.columns() / matrix.copies();
        double count = (double) rows * columns;
        double mean = summary.sum() / count;
        return new MatrixFacts(
                matrix.provenance().label(),
                rows,
                columns,
                matrix.elementType(),
                1,
                () -> Math.max(0, squares() / count - mean * mean));
    }

    /** Of the entries of 2^−e·W itself. */
    private double squares() {
        return summary.squares() / matrix.copies();
    }

    private double resolution(double largest) {
        double units = UNITS_PER_STEP * options.quadrature().steps() * 0x1p-52;
        return largest * (source.isSquared() ? units * units : units);
    }

    private static double largest(List<GaussQuadrature> rules) {
        return rules.stream()
                .mapToDouble(rule -> Math.max(Math.abs(rule.node(0)), Math.abs(rule.node(rule.size() - 1))))
                .max()
                .orElseThrow();
    }

    private static double mean(List<GaussQuadrature> rules) {
        double sum = 0;
        for (GaussQuadrature rule : rules) {
            for (int i = 0; i < rule.size(); i++) {
                sum += rule.weight(i) * rule.node(i);
            }
        }
        return sum / rules.size();
    }

    private String method(List<GaussQuadrature> rules, String kernel) {
        int steps = rules.stream().mapToInt(GaussQuadrature::size).max().orElseThrow();
        return kernel + " slq, " + rules.size() + " "
                + options.quadrature().vectors().id() + " probes of " + steps + " steps, seed "
                + options.quadrature().seed();
    }
}
