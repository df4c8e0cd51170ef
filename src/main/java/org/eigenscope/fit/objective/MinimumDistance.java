package org.eigenscope.fit.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.special.Gamma;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.fit.model.StandardLaws;
import org.eigenscope.fit.model.WindowProbabilities;
import org.eigenscope.fit.numeric.Cost;
import org.eigenscope.fit.numeric.WindowQuadrature;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.progress.CancelToken;

/**
 * Distances between a sample and a law, the law truncated to the sample's window.
 *
 * <ul>
 *   <li>Kolmogorov–Smirnov: sup |F̂ − F|.
 *   <li>Cramér–von Mises: 1/(12n²) + (1/n) Σ (F(λᵢ) − (2i − 1)/(2n))².
 *   <li>log density: Σ (mⱼ/n) (ln pⱼ − ψ(mⱼ) + ψ(n + 1))² over bins that end at every m-th eigenvalue, the first and the last
 *       reaching to the ends of the window, pⱼ the law's mass of the bin and mⱼ the number of gaps between eigenvalues in it. The
 *       mass of m gaps of independent draws has the Beta(m, n + 1 − m) law, so that E ln p is that difference of digamma functions
 *       exactly (R. Pyke, Journal of the Royal Statistical Society B 27, 1965) and its variance is near 1/m: no bin is empty and
 *       no logarithm of a count is biased. A mass below 1e-12 counts as 1e-12, so that bounded laws stay finite.
 *   <li>Stieltjes: mean over a grid of η of (ln m̂(η) − ln m(η))², m(η) = ∫ dF/(λ + η), the law's by its closed form or, on a
 *       window, by quadrature of its density there.
 * </ul>
 */
public final class MinimumDistance {
    private static final double LEAST_BIN_MASS = 1e-12;
    private static final int FEWEST_BINS = 5;
    private static final int MOST_BINS = 200;
    /**
     * Gaps between eigenvalues in a bin, enough that ln p is nearly normal; more where {@link #MOST_BINS} limits the
     * bins.
     */
    private static final int GAPS_A_BIN = 10;

    private static final int STIELTJES_POINTS = 40;
    /** The grid off the axis reaches from a twentieth of the sample's width to twenty of them. */
    private static final double OFF_AXIS = 0.05;

    private final Sample sample;
    private final Coordinates coordinates;
    private final StandardLaws laws;
    private final CancelToken cancel;

    /** A distance between the sample and a law Z with s and τ. */
    private interface Distance {
        double between(SpectralLaw law, double scale, double shift);
    }

    public MinimumDistance(Sample sample, Coordinates coordinates, StandardLaws laws, CancelToken cancel) {
        this.sample = sample;
        this.coordinates = coordinates;
        this.laws = laws;
        this.cancel = cancel;
    }

    /** The distance as a cost. */
    public Cost cost(Objective objective) {
        return switch (objective) {
            case KOLMOGOROV_SMIRNOV -> cost(this::kolmogorovSmirnov);
            case CRAMER_VON_MISES -> cost(this::cramerVonMises);
            case LOG_DENSITY -> cost(logDensity());
            case STIELTJES -> cost(stieltjes());
            case LIKELIHOOD, FIXED_POINT -> throw new IllegalArgumentException(objective + " is not a distance");
        };
    }

    private Cost cost(Distance distance) {
        return theta -> {
            cancel.throwIfCancelled();
            double scale = coordinates.scale(theta);
            if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
                return Double.POSITIVE_INFINITY;
            }
            double value = distance.between(laws.at(theta), scale, coordinates.shift(theta));
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        };
    }

    /** sup |F̂ − F| at a point. */
    public double kolmogorovSmirnov(double[] theta) throws CancelledException {
        return cost(this::kolmogorovSmirnov).at(theta);
    }

    /** The same, and where it is. */
    public KolmogorovDistance.Supremum supremum(double[] theta) {
        DoubleUnaryOperator share = share(laws.at(theta), coordinates.scale(theta), coordinates.shift(theta));
        return KolmogorovDistance.supremum(sample.values(), share);
    }

    private double kolmogorovSmirnov(SpectralLaw law, double scale, double shift) {
        return KolmogorovDistance.of(sample.values(), share(law, scale, shift));
    }

    private double cramerVonMises(SpectralLaw law, double scale, double shift) {
        double[] f =
                Arrays.stream(sample.values()).map(share(law, scale, shift)).toArray();
        double sum = 1.0 / (12.0 * f.length);
        for (int i = 0; i < f.length; i++) {
            double difference = f[i] - (2 * i + 1.0) / (2.0 * f.length);
            sum += difference * difference;
        }
        return sum / f.length;
    }

    /** The law's F on the sample's window, of an eigenvalue. */
    private DoubleUnaryOperator share(SpectralLaw law, double scale, double shift) {
        double below = sample.isTrimmed() ? law.cumulative((sample.windowLower() - shift) / scale) : 0;
        double mass = windowMass(law, scale, shift);
        return lambda -> (law.cumulative((lambda - shift) / scale) - below) / mass;
    }

    private double windowMass(SpectralLaw law, double scale, double shift) {
        return WindowProbabilities.mass(
                law, (sample.windowLower() - shift) / scale, (sample.windowUpper() - shift) / scale);
    }

    private Distance logDensity() {
        int[] ends = ends();
        double[] values = sample.values();
        int n = values.length;
        double[] edges = new double[ends.length + 1];
        double[] expected = new double[ends.length];
        double[] weights = new double[ends.length];
        edges[0] = sample.windowLower();
        for (int j = 0; j < ends.length; j++) {
            int gaps = ends[j] - (j == 0 ? 0 : ends[j - 1]);
            edges[j + 1] = ends[j] > n ? sample.windowUpper() : values[ends[j] - 1];
            expected[j] = Gamma.digamma(gaps) - Gamma.digamma(n + 1.0);
            weights[j] = gaps / (n + 1.0);
        }
        return (law, scale, shift) -> {
            double logMass = Math.log(windowMass(law, scale, shift));
            double sum = 0;
            for (int j = 0; j < expected.length; j++) {
                double p = WindowProbabilities.mass(law, (edges[j] - shift) / scale, (edges[j + 1] - shift) / scale);
                double residual = Math.log(Math.max(p, LEAST_BIN_MASS)) - logMass - expected[j];
                sum += weights[j] * residual * residual;
            }
            return sum;
        };
    }

    /**
     * The numbers of gaps up to the end of each bin, of n + 1 in all. The ends are different eigenvalues, except the
     * last, which is the end of the window.
     */
    private int[] ends() {
        double[] values = sample.values();
        int gaps = values.length + 1;
        int bins = Math.max(FEWEST_BINS, Math.min(MOST_BINS, gaps / GAPS_A_BIN));
        List<Integer> ends = new ArrayList<>();
        for (int j = 1; j < bins; j++) {
            int end = (int) ((long) gaps * j / bins);
            int last = ends.isEmpty() ? 0 : ends.get(ends.size() - 1);
            if (end > last && (last == 0 || values[end - 1] > values[last - 1])) {
                ends.add(end);
            }
        }
        ends.add(gaps);
        return ends.stream().mapToInt(end -> end).toArray();
    }

    private Distance stieltjes() {
        if (coordinates.family().isOfAnySign()) {
            return stieltjesOffAxis();
        }
        double[] grid = new double[STIELTJES_POINTS];
        double[] logs = new double[STIELTJES_POINTS];
        double from = Math.log(sample.quantile(0.02));
        double range = Math.log(sample.quantile(0.98)) - from;
        for (int j = 0; j < grid.length; j++) {
            double eta = Math.exp(from + range * j / (grid.length - 1));
            grid[j] = eta;
            logs[j] = Math.log(Arrays.stream(sample.values())
                    .map(v -> 1 / (v + eta))
                    .average()
                    .orElseThrow());
        }
        return (law, scale, shift) -> {
            DoubleUnaryOperator resolvent = resolvent(law, scale, shift);
            double sum = 0;
            for (int j = 0; j < grid.length; j++) {
                double residual = logs[j] - Math.log(resolvent.applyAsDouble((grid[j] + shift) / scale) / scale);
                sum += residual * residual;
            }
            return sum / grid.length;
        };
    }

    /** |ln Ĝ(z) − ln G(z)|², z above the median by the grid's η: eigenvalues of any sign leave no free axis. */
    private Distance stieltjesOffAxis() {
        double median = sample.quantile(0.5);
        double width = sample.quantile(0.98) - sample.quantile(0.02);
        double[] grid = new double[STIELTJES_POINTS];
        Complex[] logs = new Complex[STIELTJES_POINTS];
        for (int j = 0; j < grid.length; j++) {
            Complex z = new Complex(median, width * Math.pow(OFF_AXIS, 1 - 2.0 * j / (grid.length - 1)));
            grid[j] = z.getImaginary();
            logs[j] = mean(sample.values(), z).log();
        }
        return (law, scale, shift) -> {
            double sum = 0;
            for (int j = 0; j < grid.length; j++) {
                Complex z = new Complex((median - shift) / scale, grid[j] / scale);
                Complex residual = logs[j].subtract(
                        transform(law, scale, shift, z).divide(scale).log());
                sum += residual.getReal() * residual.getReal() + residual.getImaginary() * residual.getImaginary();
            }
            return sum / grid.length;
        };
    }

    /** The mean of 1/(z − λ). */
    private static Complex mean(double[] values, Complex z) {
        Complex sum = Complex.ZERO;
        for (double value : values) {
            sum = sum.add(z.subtract(value).reciprocal());
        }
        return sum.divide(values.length);
    }

    /** G of the standard law, on the sample's window if it has one. */
    private Complex transform(SpectralLaw law, double scale, double shift, Complex z) {
        if (!sample.isTrimmed()) {
            return law.stieltjes(z);
        }
        WindowQuadrature window = window(law, scale, shift);
        double re = window.integral(x -> z.subtract(x).reciprocal().getReal());
        double im = window.integral(x -> z.subtract(x).reciprocal().getImaginary());
        return new Complex(re, im).divide(window.mass());
    }

    private WindowQuadrature window(SpectralLaw law, double scale, double shift) {
        return WindowQuadrature.of(law, (sample.windowLower() - shift) / scale, (sample.windowUpper() - shift) / scale);
    }

    /** η → ∫ dF/(z + η) of the standard law, on the sample's window if it has one. */
    private DoubleUnaryOperator resolvent(SpectralLaw law, double scale, double shift) {
        if (!sample.isTrimmed() && coordinates.standard().hasCheapTransform()) {
            return eta -> WindowProbabilities.resolvent(law, eta);
        }
        WindowQuadrature window = window(law, scale, shift);
        double mass = window.mass();
        return eta -> window.integral(z -> 1 / (z + eta)) / mass;
    }
}
