package org.eigenscope.ui.repulsion.power;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.ensemble.structure.FreeProductSampler;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.convolution.FreeFactor;
import org.eigenscope.law.convolution.FreeProductLaw;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.ui.repulsion.lab.LabSettings;

/**
 * The free product of a population spectrum and the lab's law: the convolution, a finite simulation, and the exponents
 * of the tails. Arrays are not to be written.
 *
 * @param points λ of the curve, ascending
 * @param densities the convolution there
 * @param edges of the simulated histogram, equal in ln λ
 * @param heights its densities
 * @param tails how ρ falls
 */
record PowerPicture(double[] points, double[] densities, double[] edges, double[] heights, Tails tails) {
    private static final int POINTS = 400;
    private static final int BARS = 40;

    /** The picture ends there; reciprocals of draws with little repulsion can exceed every double. */
    private static final double NEAREST = 1e-9;

    private static final double FARTHEST = 1e150;

    /** The share of the largest eigenvalues that the tail is measured on. */
    private static final double TAIL_SHARE = 0.05;

    /**
     * Exponents e of ρ ~ λ^e.
     *
     * @param population of Σ
     * @param noise of X
     * @param product of the two by theory
     * @param curve the slope of the convolution at the end of the picture
     * @param simulated Hill's estimate on the largest 5 % of the simulation
     */
    record Tails(
            OptionalDouble population, OptionalDouble noise, OptionalDouble product, double curve, double simulated) {}

    /** Convolves, simulates and measures. */
    static PowerPicture of(FreeFactor population, LabSettings settings, int size, CancelToken cancel)
            throws EigenscopeException {
        HtmpLaw base = HtmpLaw.of(Math.min(1e4, settings.kappa()), settings.gamma());
        boolean inverse = settings.orientation() == Orientation.INVERSE;
        FreeFactor noise = inverse ? FreeFactor.reciprocal(base, 1) : FreeFactor.of(base);
        double[] sample = simulate(population, settings, size, cancel);
        cancel.throwIfCancelled();
        FreeProductLaw law = FreeProductLaw.of(population, noise);
        if (Double.isNaN(sample[0]) || Double.isNaN(sample[size - 1])) {
            throw new BadInputException(
                    "At these values eigenvalues of the simulation leave the range of numbers; choose less extreme ones.");
        }
        double low = Math.min(FARTHEST / 4, Math.max(NEAREST, sample[0])) / 2;
        double high = Math.min(FARTHEST, Math.max(2 * low, sample[size - 1] * 3));
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[i] = low * Math.pow(high / low, (double) i / (POINTS - 1));
        }
        double[] densities = law.densities(points);
        Tails tails = new Tails(
                population.upperTailExponent(),
                noise.upperTailExponent(),
                law.upperTailExponent(),
                slope(points, densities),
                hill(sample));
        return histogram(points, densities, sample, tails);
    }

    private static double[] simulate(FreeFactor population, LabSettings settings, int size, CancelToken cancel)
            throws EigenscopeException {
        SplittableRandom random = new SplittableRandom(settings.draw().mixed());
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(settings.kappa(), settings.gamma(), size);
        boolean inverse = settings.orientation() == Orientation.INVERSE;
        double[] spectrum = (inverse ? sampler.inverse(1, 0) : sampler).sample(random);
        return FreeProductSampler.sample(population.population(size), spectrum, random, cancel);
    }

    private static double slope(double[] points, double[] densities) {
        int to = POINTS - 1;
        int from = to - POINTS / 10;
        return Math.log(densities[to] / densities[from]) / Math.log(points[to] / points[from]);
    }

    private static double hill(double[] ascending) {
        int count = (int) Math.max(5, TAIL_SHARE * ascending.length);
        double threshold = ascending[ascending.length - 1 - count];
        double mean = Arrays.stream(ascending, ascending.length - count, ascending.length)
                .map(x -> Math.log(x / threshold))
                .average()
                .orElseThrow();
        return -1 - 1 / mean;
    }

    private static PowerPicture histogram(double[] points, double[] densities, double[] sample, Tails tails) {
        double low = points[0];
        double step = Math.log(points[POINTS - 1] / low) / BARS;
        double[] edges = new double[BARS + 1];
        for (int i = 0; i <= BARS; i++) {
            edges[i] = low * Math.exp(step * i);
        }
        double[] heights = new double[BARS];
        for (double lambda : sample) {
            int bar = (int) Math.floor(Math.log(lambda / low) / step);
            if (bar >= 0 && bar < BARS) {
                heights[bar] += 1 / (sample.length * (edges[bar + 1] - edges[bar]));
            }
        }
        return new PowerPicture(points, densities, edges, heights, tails);
    }
}
