package org.eigenscope.fit.tail;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.numeric.ParallelLoop;
import org.eigenscope.progress.CancelToken;

/**
 * A power law ρ ~ x^(−α) above x_min, x_min chosen where the tail beyond it is closest to one in the Kolmogorov–Smirnov sense
 * (A. Clauset, C. R. Shalizi, M. E. J. Newman, SIAM Review 51, 2009, eqs. 3.1 and 3.9), tails of fewer than 10 values left out.
 *
 * @param exponent α = 1 + n / Σ ln(xᵢ/x_min), the maximum-likelihood estimate
 * @param xMin where the tail starts
 * @param distance D = sup |F̂ − F| on the tail, both sides of every step counted
 * @param tailCount how many values the tail holds
 * @param standardError (α − 1)/√n, n draws taken as independent
 */
public record PowerLawTail(double exponent, double xMin, double distance, int tailCount, double standardError) {
    /**
     * The tail of a sample.
     *
     * @param values in any order; those that are not positive are left out
     * @throws BadInputException if there are fewer than 10 positive values or they are all equal within 10 %
     */
    public static PowerLawTail of(double[] values) throws BadInputException {
        PowerLawScan scan = new PowerLawScan(values);
        return scan.best()
                .orElseThrow(() -> new BadInputException("A power-law tail needs at least " + PowerLawScan.SHORTEST_TAIL
                        + " positive eigenvalues that are not all equal within 10 %, but there are " + scan.size()
                        + "."));
    }

    /** The tail of a sample, empty where {@link #of} would fail. */
    public static Optional<PowerLawTail> find(double[] values) {
        return new PowerLawScan(values).best();
    }

    /**
     * The tail above a start that is chosen beforehand.
     *
     * @param values in any order; those that are not positive are left out
     * @param xMin positive; it need not be one of the values
     * @throws BadInputException if fewer than 10 values lie at or above it, or all that do are equal within 10 %
     */
    public static PowerLawTail above(double[] values, double xMin) throws BadInputException {
        double[] tail = Arrays.stream(values).filter(v -> v >= xMin).sorted().toArray();
        int n = tail.length;
        if (n < PowerLawScan.SHORTEST_TAIL || tail[n - 1] < tail[0] * PowerLawScan.NARROWEST) {
            throw new BadInputException("A power-law tail needs at least " + PowerLawScan.SHORTEST_TAIL
                    + " eigenvalues that are not all equal within 10 %, but " + n + " lie at or above x_min = " + xMin
                    + "; choose a smaller one.");
        }
        double slope = n / Arrays.stream(tail).map(v -> Math.log(v / xMin)).sum();
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double law = -Math.expm1(-slope * Math.log(tail[i] / xMin));
            distance = Math.max(distance, Math.max(law - (double) i / n, (i + 1.0) / n - law));
        }
        return new PowerLawTail(1 + slope, xMin, distance, n, slope / Math.sqrt(n));
    }

    /**
     * How α and D depend on x_min.
     *
     * @param xMins ascending
     * @param exponents α of the tail from there
     * @param standardErrors of α
     * @param distances D of the tail from there
     */
    public record Strip(double[] xMins, double[] exponents, double[] standardErrors, double[] distances) {
        public Strip {
            xMins = xMins.clone();
            exponents = exponents.clone();
            standardErrors = standardErrors.clone();
            distances = distances.clone();
        }

        @Override
        public double[] xMins() {
            return xMins.clone();
        }

        @Override
        public double[] exponents() {
            return exponents.clone();
        }

        @Override
        public double[] standardErrors() {
            return standardErrors.clone();
        }

        @Override
        public double[] distances() {
            return distances.clone();
        }
    }

    /**
     * α against x_min.
     *
     * @param values in any order
     * @param points at most so many values serve as x_min, at even ranks
     * @return without points where {@link #of} would fail
     */
    public static Strip strip(double[] values, int points) {
        PowerLawScan scan = new PowerLawScan(values);
        int stride = Math.max(1, (scan.starts() + points - 1) / points);
        PowerLawTail[] tails = IntStream.iterate(0, i -> i < scan.starts(), i -> i + stride)
                .filter(scan::isStart)
                .mapToObj(scan::tail)
                .toArray(PowerLawTail[]::new);
        return new Strip(
                Arrays.stream(tails).mapToDouble(PowerLawTail::xMin).toArray(),
                Arrays.stream(tails).mapToDouble(PowerLawTail::exponent).toArray(),
                Arrays.stream(tails).mapToDouble(PowerLawTail::standardError).toArray(),
                Arrays.stream(tails).mapToDouble(PowerLawTail::distance).toArray());
    }

    /**
     * The p-value of D by the semi-parametric bootstrap (ibid., §4.1): samples draw from the power law above x_min and from the
     * data below it, each keeps its own best tail, and p = (1 + #{D* ≥ D})/(1 + B). A small one rejects the power law. Takes
     * eigenvalues as independent.
     *
     * @param values those that the tail is of
     * @param replicates B, at least 1
     * @param seed sets all draws
     * @param helpers lend threads; the answer does not depend on them
     * @throws EigenscopeException if the work was cancelled
     */
    public double pValue(double[] values, int replicates, long seed, Executor helpers, CancelToken cancel)
            throws EigenscopeException {
        return pValue(
                values,
                new Draws(replicates, seed),
                drawn -> new PowerLawScan(drawn).best().map(PowerLawTail::distance),
                helpers,
                cancel);
    }

    /**
     * The same of a tail {@link #above} a start that was chosen beforehand, which every draw keeps.
     *
     * @param values those that the tail is of
     * @param replicates B, at least 1
     * @param seed sets all draws
     * @param helpers lend threads; the answer does not depend on them
     * @throws EigenscopeException if the work was cancelled
     */
    public double pValueOfFixedStart(double[] values, int replicates, long seed, Executor helpers, CancelToken cancel)
            throws EigenscopeException {
        return pValue(values, new Draws(replicates, seed), this::distanceFromStart, helpers, cancel);
    }

    private Optional<Double> distanceFromStart(double[] drawn) {
        try {
            return Optional.of(above(drawn, xMin).distance);
        } catch (BadInputException tooFew) {
            return Optional.empty();
        }
    }

    /** How many draws, and what sets them. */
    private record Draws(int count, long seed) {}

    private double pValue(
            double[] values,
            Draws draws,
            Function<double[], Optional<Double>> distances,
            Executor helpers,
            CancelToken cancel)
            throws EigenscopeException {
        double[] sorted = new PowerLawScan(values).sorted();
        int replicates = draws.count();
        SplittableRandom random = new SplittableRandom(draws.seed());
        SplittableRandom[] generators = new SplittableRandom[replicates];
        Arrays.setAll(generators, i -> random.split());
        long beyond = ParallelLoop.of(helpers)
                .all(replicates, i -> {
                    cancel.throwIfCancelled();
                    return distances.apply(draw(sorted, generators[i]));
                })
                .stream()
                .filter(drawn -> drawn.map(d -> d >= distance).orElse(true))
                .count();
        return (1.0 + beyond) / (1 + replicates);
    }

    private double[] draw(double[] sorted, SplittableRandom random) {
        int below = sorted.length - tailCount;
        double[] drawn = new double[sorted.length];
        for (int i = 0; i < drawn.length; i++) {
            int rank = random.nextInt(sorted.length);
            double u = 1 - random.nextDouble();
            drawn[i] =
                    rank < below ? sorted[rank] : Math.min(Double.MAX_VALUE, xMin * Math.pow(u, -1 / (exponent - 1)));
        }
        return drawn;
    }

    /** Decades from x_min to a largest value. */
    public double decades(double largest) {
        return Math.log10(largest / xMin);
    }
}
