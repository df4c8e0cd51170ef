package org.eigenscope.fit.objective;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.complex.Complex;
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
 *   <li>log density: Σ (nⱼ/n) (ln(nⱼ/n) − ln pⱼ)² over the occupied ones of equal bins in ln λ, pⱼ the law's mass of the bin. The
 *       weight nⱼ is the inverse variance of ln nⱼ; a mass below 1e-12 counts as 1e-12, so that bounded laws stay finite.
 *   <li>Stieltjes: mean over a grid of η of (ln m̂(η) − ln m(η))², m(η) = ∫ dF/(λ + η), the law's by its closed form or, on a
 *       window, by quadrature of its density there.
 * </ul>
 */
public final class MinimumDistance {
    private static final double LEAST_BIN_MASS = 1e-12;
    private static final int FEWEST_BINS = 20;
    private static final int MOST_BINS = 200;
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
        double[] values = sample.values();
        double[] edges = edges();
        int[] counts = new int[edges.length - 1];
        int bin = 0;
        for (double value : values) {
            while (bin < counts.length - 1 && value > edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return (law, scale, shift) -> {
            double mass = windowMass(law, scale, shift);
            double sum = 0;
            for (int j = 0; j < counts.length; j++) {
                if (counts[j] > 0) {
                    double p = WindowProbabilities.mass(law, (edges[j] - shift) / scale, (edges[j + 1] - shift) / scale)
                            / mass;
                    double share = (double) counts[j] / values.length;
                    double residual = Math.log(share / Math.max(p, LEAST_BIN_MASS));
                    sum += share * residual * residual;
                }
            }
            return sum;
        };
    }

    /** Equal bins in ln λ, or in λ where it may have any sign, by the rule of Freedman and Diaconis, 20 to 200 of them. */
    private double[] edges() {
        boolean linear = coordinates.family().isOfAnySign();
        DoubleUnaryOperator to = linear ? v -> v : Math::log;
        DoubleUnaryOperator back = linear ? u -> u : Math::exp;
        double from = to.applyAsDouble(sample.smallest());
        double range = to.applyAsDouble(sample.largest()) - from;
        double spread = to.applyAsDouble(sample.quantile(0.75)) - to.applyAsDouble(sample.quantile(0.25));
        double width = 2 * spread / Math.cbrt(sample.size());
        int bins = (int) Math.max(FEWEST_BINS, Math.min(MOST_BINS, Math.ceil(range / width)));
        double[] edges = new double[bins + 1];
        for (int j = 0; j <= bins; j++) {
            edges[j] = back.applyAsDouble(from + range * j / bins);
        }
        return edges;
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
