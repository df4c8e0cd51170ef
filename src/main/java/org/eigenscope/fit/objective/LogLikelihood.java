package org.eigenscope.fit.objective;

import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import java.util.List;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.model.CondensedSample;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.fit.model.StandardLaws;
import org.eigenscope.fit.model.WindowProbabilities;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.progress.CancelToken;

/**
 * The log-likelihood of a sample, eigenvalues taken as independent draws of the limit law truncated to the sample's
 * window: ℓ(θ) = Σ ln f((λ − τ)/s) − n ln s − n ln P(window).
 *
 * <p>Laws of bounded support (MP, inverse MP and the semicircle) would give −∞ as soon as one eigenvalue lies outside.
 * For them the density is (1 − ε)ρ + ε·q with ε = 1/n and q log-uniform over the sample's range, uniform for
 * eigenvalues of any sign: It is still a normalised density, so that its likelihood can be compared with those of other
 * laws. It is finite everywhere, and the bulk is fitted while spikes stay outside (the noise component of Banfield and
 * Raftery, Biometrics 49, 1993).
 */
public final class LogLikelihood implements LikelihoodFunction {
    /** Half-width of the central difference in ln z: truncation ~h², rounding of a tabulated law ~1e-11/h. */
    private static final double STEP_IN_LOG_Z = 1e-4;

    private static final double STEP_IN_SHAPE = 3e-4;

    private final Sample sample;
    private final Coordinates coordinates;
    private final StandardLaws laws;
    private final CancelToken cancel;
    private final boolean bounded;
    private final double[] values;
    private final double[] weights;
    private final double[] buffer;
    private final double[] noise;

    public LogLikelihood(Sample sample, Coordinates coordinates, StandardLaws laws, CancelToken cancel) {
        this(sample, sample.values(), ones(sample.size()), coordinates, laws, cancel);
    }

    /**
     * The log-likelihood summed over weighted points in place of the sample.
     *
     * @param sample what the points stand for
     */
    public LogLikelihood(
            Sample sample, CondensedSample points, Coordinates coordinates, StandardLaws laws, CancelToken cancel) {
        this(sample, points.points(), points.weights(), coordinates, laws, cancel);
    }

    private LogLikelihood(
            Sample sample,
            double[] values,
            double[] weights,
            Coordinates coordinates,
            StandardLaws laws,
            CancelToken cancel) {
        this.values = values;
        this.weights = weights;
        this.sample = sample;
        this.coordinates = coordinates;
        this.laws = laws;
        this.cancel = cancel;
        this.bounded = coordinates.standard().isBounded();
        this.buffer = new double[values.length];
        this.noise = noise();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    int size() {
        return sample.size();
    }

    /** ℓ(θ); −∞ where an eigenvalue or the window has no density. */
    @Override
    public double at(double[] theta) throws CancelledException {
        if (bounded) {
            return withNoise(theta);
        }
        pointwise(theta, buffer);
        double sum = 0;
        for (int i = 0; i < buffer.length; i++) {
            sum += weights[i] * buffer[i];
        }
        return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
    }

    /** How many eigenvalues lie where the law has no density. */
    public int countOutside(double[] theta) {
        SpectralLaw law = laws.at(theta);
        double scale = coordinates.scale(theta);
        double shift = coordinates.shift(theta);
        int outside = 0;
        for (double value : values) {
            if (law.logDensity((value - shift) / scale) == Double.NEGATIVE_INFINITY) {
                outside++;
            }
        }
        return outside;
    }

    /** How many of n eigenvalues the law, on the window, expects at or beyond the largest (above) or the smallest. */
    public double expectedBeyond(double[] theta, boolean above) {
        SpectralLaw law = laws.at(theta);
        double scale = coordinates.scale(theta);
        double shift = coordinates.shift(theta);
        double extreme = ((above ? sample.largest() : sample.smallest()) - shift) / scale;
        double mass = above ? law.survival(extreme) : law.cumulative(extreme);
        return sample.size() * mass / Math.exp(logWindowMass(law, scale, shift));
    }

    /** The terms of ℓ(θ), one for each eigenvalue. */
    public double[] pointwise(double[] theta) throws CancelledException {
        double[] terms = new double[values.length];
        pointwise(theta, terms);
        return terms;
    }

    private void pointwise(double[] theta, double[] out) throws CancelledException {
        cancel.throwIfCancelled();
        SpectralLaw law = laws.at(theta);
        double scale = coordinates.scale(theta);
        double shift = coordinates.shift(theta);
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            Arrays.fill(out, Double.NEGATIVE_INFINITY);
            return;
        }
        logDensities(law, scale, shift, out);
        double constant = -Math.log(scale) - logWindowMass(law, scale, shift);
        for (int i = 0; i < out.length; i++) {
            out[i] += constant;
        }
        if (bounded) {
            addNoise(out);
        }
    }

    private void logDensities(SpectralLaw law, double scale, double shift, double[] out) {
        standardise(scale, shift, out);
        law.logDensities(out, out);
    }

    private void standardise(double scale, double shift, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (values[i] - shift) / scale;
        }
    }

    private void addNoise(double[] out) {
        double weight = 1.0 / sample.size();
        for (int i = 0; i < out.length; i++) {
            double density = Double.isFinite(out[i]) ? Math.exp(out[i]) : 0;
            out[i] = Math.log((1 - weight) * density + noise[i]);
        }
    }

    /** ε·q at each value; nothing of a law that needs none. */
    private double[] noise() {
        double[] noise = new double[bounded ? values.length : 0];
        boolean uniform = coordinates.family().isOfAnySign();
        double range = uniform ? sample.largest() - sample.smallest() : Math.log(sample.largest() / sample.smallest());
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 1.0 / sample.size() / range / (uniform ? 1 : values[i]);
        }
        return noise;
    }

    /**
     * ℓ(θ) of a law of bounded support, whose search evaluates it a thousand times: the density itself costs less than its logarithm,
     * and a logarithm serves many values.
     */
    private double withNoise(double[] theta) throws CancelledException {
        cancel.throwIfCancelled();
        double scale = coordinates.scale(theta);
        double shift = coordinates.shift(theta);
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            return Double.NEGATIVE_INFINITY;
        }
        SpectralLaw law = laws.at(theta);
        standardise(scale, shift, buffer);
        law.densities(buffer, buffer);
        double factor = (1 - 1.0 / sample.size()) * Math.exp(-Math.log(scale) - logWindowMass(law, scale, shift));
        LogProduct product = new LogProduct();
        for (int i = 0; i < buffer.length; i++) {
            product.multiply((buffer[i] < Double.POSITIVE_INFINITY ? factor * buffer[i] : 0) + noise[i]);
        }
        return product.log();
    }

    private double logWindowMass(SpectralLaw law, double scale, double shift) {
        if (!sample.isTrimmed()) {
            return 0;
        }
        double lower = (sample.windowLower() - shift) / scale;
        double upper = (sample.windowUpper() - shift) / scale;
        double mass = WindowProbabilities.mass(law, lower, upper);
        // a window without mass makes the sample impossible, not infinitely likely
        return mass > 0 ? Math.log(mass) : Double.POSITIVE_INFINITY;
    }

    /**
     * The scores ∂ℓᵢ/∂θⱼ summed into a gradient and a centred outer product, by central differences. One derivative in ln z
     * serves both s and τ; only the shape parameters need new laws.
     */
    @Override
    public Scores scores(double[] theta) throws CancelledException {
        List<Parameter> free = coordinates.free();
        double[][] rows = new double[free.size()][];
        double[] slope = free.stream().allMatch(coordinates.standard()::isShape) ? new double[0] : slopeInLogZ(theta);
        for (int j = 0; j < rows.length; j++) {
            Parameter parameter = free.get(j);
            if (coordinates.standard().isShape(parameter)) {
                rows[j] = shapeScore(theta, j);
            } else {
                rows[j] = parameter == TAU ? shiftScore(theta, slope) : scaleScore(slope);
                addWindowScore(theta, j, rows[j]);
            }
        }
        return Scores.of(rows, weights);
    }

    private double[] slopeInLogZ(double[] theta) throws CancelledException {
        cancel.throwIfCancelled();
        SpectralLaw law = laws.at(theta);
        double scale = coordinates.scale(theta);
        double shift = coordinates.shift(theta);
        double[] slope = new double[values.length];
        logDensities(law, scale * Math.exp(-STEP_IN_LOG_Z), shift, slope);
        logDensities(law, scale * Math.exp(STEP_IN_LOG_Z), shift, buffer);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (slope[i] - buffer[i]) / (2 * STEP_IN_LOG_Z);
        }
        return slope;
    }

    private double[] shapeScore(double[] theta, int j) throws CancelledException {
        double[] moved = theta.clone();
        moved[j] = theta[j] + STEP_IN_SHAPE;
        double[] score = new double[values.length];
        pointwise(moved, score);
        moved[j] = theta[j] - STEP_IN_SHAPE;
        pointwise(moved, buffer);
        for (int i = 0; i < score.length; i++) {
            score[i] = (score[i] - buffer[i]) / (2 * STEP_IN_SHAPE);
        }
        return score;
    }

    private double[] scaleScore(double[] slope) {
        double sign = coordinates.scaleSign();
        double[] score = new double[slope.length];
        for (int i = 0; i < score.length; i++) {
            score[i] = -sign * (1 + slope[i]);
        }
        return score;
    }

    private double[] shiftScore(double[] theta, double[] slope) {
        double shift = coordinates.shift(theta);
        double derivative = coordinates.floor() - shift; // dτ/dv of v = −ln(1 − τ/λmin)
        double scaling = coordinates.logScalePerShift(theta);
        double[] score = new double[slope.length];
        for (int i = 0; i < score.length; i++) {
            score[i] = -derivative * (slope[i] / (values[i] - shift) + scaling * (1 + slope[i]));
        }
        return score;
    }

    private void addWindowScore(double[] theta, int j, double[] score) {
        if (!sample.isTrimmed()) {
            return;
        }
        SpectralLaw law = laws.at(theta);
        double[] moved = theta.clone();
        moved[j] += STEP_IN_SHAPE;
        double up = logWindowMass(law, coordinates.scale(moved), coordinates.shift(moved));
        moved[j] = theta[j] - STEP_IN_SHAPE;
        double down = logWindowMass(law, coordinates.scale(moved), coordinates.shift(moved));
        double width = coordinates.free().get(j) == TAU ? shiftWidth(theta, j) : 2 * STEP_IN_SHAPE;
        double derivative = (up - down) / width;
        for (int i = 0; i < score.length; i++) {
            score[i] -= derivative;
        }
    }

    /** The distance between the two points of the difference, shorter where the box cuts one off. */
    private double shiftWidth(double[] theta, int j) {
        double[] up = theta.clone();
        double[] down = theta.clone();
        up[j] += STEP_IN_SHAPE;
        down[j] -= STEP_IN_SHAPE;
        coordinates.clamp(up);
        coordinates.clamp(down);
        return Math.max(up[j] - down[j], Double.MIN_NORMAL);
    }
}
