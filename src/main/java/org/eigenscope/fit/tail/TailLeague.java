package org.eigenscope.fit.tail;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.compare.VuongTest;
import org.eigenscope.fit.numeric.Cost;
import org.eigenscope.fit.numeric.NelderMead;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.TruncatedPowerLaw;

/**
 * Tail shapes above one x_min, each fitted by likelihood to the values there and normalised on [x_min, ∞): the power law, the same
 * with an exponential cut-off, the lognormal and the exponential law (Clauset, Shalizi and Newman, SIAM Review 51, 2009, §5).
 */
public final class TailLeague {
    private static final double SIMPLEX = 0.5;
    private static final double FLAT = 1e-9;
    private static final int EVALUATIONS = 600;
    /** The largest ln σ: beyond it a lognormal tail equals a power law to every digit. */
    private static final double WIDEST = Math.log(50);

    /** The shapes that compete for the tail. */
    public enum Shape {
        POWER_LAW("power-law"),
        TRUNCATED_POWER_LAW("truncated-power-law"),
        LOGNORMAL("lognormal"),
        EXPONENTIAL("exponential");

        private final String id;

        Shape(String id) {
            this.id = id;
        }

        /** The name on the command line and in files. */
        public String id() {
            return id;
        }
    }

    /**
     * One shape.
     *
     * @param shape which
     * @param parameters α; α and the rate r of e^(−rx); μ and σ of ln x; the rate
     * @param logLikelihood Σ ln ρ over the tail
     * @param aic 2k − 2 ln L
     * @param againstPowerLaw Vuong's test, positive when this shape is closer than the power law; for the truncated power law, which
     *     contains it, the statistic is the likelihood ratio's root and p that of half a χ² with one degree of freedom
     */
    public record Row(Shape shape, double[] parameters, double logLikelihood, double aic, VuongTest againstPowerLaw) {
        public Row {
            parameters = parameters.clone();
        }

        @Override
        public double[] parameters() {
            return parameters.clone();
        }
    }

    private final double[] tail;
    private final double start;
    private final double[] logs;

    private TailLeague(double[] tail) {
        this.tail = tail;
        this.start = tail[0];
        this.logs = Arrays.stream(tail).map(v -> Math.log(v / start)).toArray();
    }

    /**
     * The table, best AIC first.
     *
     * @param values in any order
     * @param xMin where the tail starts
     * @throws BadInputException if fewer than 10 values, or equal ones, lie there
     */
    public static List<Row> of(double[] values, double xMin) throws BadInputException, CancelledException {
        double[] tail =
                Arrays.stream(values).filter(v -> v >= xMin && v > 0).sorted().toArray();
        if (tail.length < PowerLawScan.SHORTEST_TAIL || tail[tail.length - 1] == tail[0]) {
            throw new BadInputException("Tail shapes need at least " + PowerLawScan.SHORTEST_TAIL
                    + " values that are not all equal, but " + tail.length + " lie at or above " + xMin + ".");
        }
        return new TailLeague(tail).rows();
    }

    private List<Row> rows() throws CancelledException {
        double slope = tail.length / Arrays.stream(logs).sum();
        double[] power = terms(x -> Math.log(slope) - (slope + 1) * Math.log(x));
        Row first = row(Shape.POWER_LAW, new double[] {1 + slope}, power, new VuongTest(0, 1));
        return Stream.of(first, truncated(slope, power), lognormal(power), exponential(power))
                .sorted(Comparator.comparingDouble(Row::aic))
                .toList();
    }

    /** Terms of ln L for a density of x/x_min, in the units of x. */
    private double[] terms(DoubleUnaryOperator logDensity) {
        double unit = Math.log(start);
        return Arrays.stream(tail)
                .map(v -> logDensity.applyAsDouble(v / start) - unit)
                .toArray();
    }

    private static Row row(Shape shape, double[] parameters, double[] terms, VuongTest test) {
        double sum = Arrays.stream(terms).sum();
        return new Row(shape, parameters, sum, 2.0 * parameters.length - 2 * sum, test);
    }

    private Row exponential(double[] power) {
        double rate = tail.length / Arrays.stream(tail).map(v -> v / start - 1).sum();
        double[] terms = terms(x -> Math.log(rate) - rate * (x - 1));
        return row(Shape.EXPONENTIAL, new double[] {rate / start}, terms, against(power, terms));
    }

    private Row truncated(double slope, double[] power) throws CancelledException {
        double mean = Arrays.stream(tail).average().orElseThrow() / start;
        double[] lower = {-20, -25};
        double[] upper = {20, 10};
        Cost cost = theta -> -Arrays.stream(terms(truncatedLaw(theta))).sum();
        Optimum best = descend(cost, lower, upper, new double[] {slope + 1, Math.log(0.1 / mean)});
        double[] terms = terms(truncatedLaw(best.theta()));
        double ratio = Math.max(
                0, 2 * (Arrays.stream(terms).sum() - Arrays.stream(power).sum()));
        VuongTest test = new VuongTest(Math.sqrt(ratio), ratio > 0 ? Erf.erfc(Math.sqrt(ratio / 2)) / 2 : 1);
        double[] parameters = {best.theta()[0], Math.exp(best.theta()[1]) / start};
        return row(Shape.TRUNCATED_POWER_LAW, parameters, terms, test);
    }

    private static DoubleUnaryOperator truncatedLaw(double[] theta) {
        TruncatedPowerLaw law = TruncatedPowerLaw.of(theta[0], 1, Math.exp(theta[1]));
        return law::logDensity;
    }

    private Row lognormal(double[] power) throws CancelledException {
        double mean = Arrays.stream(logs).average().orElseThrow();
        double[] lower = {-2000, Math.log(1e-3)};
        double[] upper = {Math.max(1, 2 * logs[logs.length - 1]), WIDEST};
        Cost cost = theta -> -Arrays.stream(terms(lognormalTail(theta))).sum();
        Optimum best = descend(cost, lower, upper, new double[] {mean / 2, Math.log(Math.max(mean, 1e-2))});
        double[] terms = terms(lognormalTail(best.theta()));
        double[] parameters = {best.theta()[0] + Math.log(start), Math.exp(best.theta()[1])};
        return row(Shape.LOGNORMAL, parameters, terms, against(power, terms));
    }

    /** ln of the lognormal density over its mass above 1. */
    private static DoubleUnaryOperator lognormalTail(double[] theta) {
        double mu = theta[0];
        double sigma = Math.exp(theta[1]);
        double logMass = NormalTail.logSurvival(-mu / sigma);
        double constant = -Math.log(sigma) - 0.5 * Math.log(2 * Math.PI) - logMass;
        return x -> {
            double z = (Math.log(x) - mu) / sigma;
            return constant - 0.5 * z * z - Math.log(x);
        };
    }

    private static Optimum descend(Cost cost, double[] lower, double[] upper, double[] start)
            throws CancelledException {
        Optimum first = new NelderMead(cost, lower, upper).from(start, SIMPLEX, FLAT, EVALUATIONS);
        return new NelderMead(cost, lower, upper).from(first.theta(), SIMPLEX, FLAT, EVALUATIONS);
    }

    private static VuongTest against(double[] power, double[] other) {
        double[] differences = new double[power.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = other[i] - power[i];
        }
        return VuongTest.of(differences);
    }
}
