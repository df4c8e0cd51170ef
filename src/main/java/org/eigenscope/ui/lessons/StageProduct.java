package org.eigenscope.ui.lessons;

import java.util.Optional;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.ensemble.structure.FreeProductSampler;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.PowerLaw;
import org.eigenscope.law.convolution.FreeFactor;
import org.eigenscope.law.convolution.FreeProductLaw;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;

/**
 * A power-law population multiplied into the stage's law.
 *
 * @param curve the density of the free product, over the eigenvalues that were drawn
 * @param tail the exponent of its upper tail
 */
record StageProduct(Curve curve, double tail) {
    private static final int POINTS = 300;
    /** A curve is drawn between these at most, whose ratio a double holds. */
    private static final double NEAREST = 1e-100;

    private static final double FARTHEST = 1e100;

    /** Σ ~ λ^−exponent with mean 1. */
    static PowerLaw population(double exponent) {
        return PowerLaw.of(exponent, (exponent - 2) / (exponent - 1));
    }

    /** Draws N eigenvalues of the product and convolves the laws. */
    static StageSample draw(double exponent, StageDraw draw, CancelToken cancel) throws EigenscopeException {
        Orientation orientation = draw.orientation();
        ParameterSet parameters = draw.parameters();
        FreeFactor population =
                FreeFactor.powerLaw(exponent, population(exponent).supportLower());
        SplittableRandom random = new SplittableRandom(draw.seed());
        double[] noise = BetaLaguerreSampler.of(orientation.htmp(), parameters, draw.size())
                .sample(random);
        double[] drawn = FreeProductSampler.sample(population.population(draw.size()), noise, random, cancel);
        FreeProductLaw law = FreeProductLaw.of(population, factor(orientation, parameters));
        double[] points = points(drawn[0], drawn[drawn.length - 1]);
        Curve curve = Curve.of(CurveRole.OTHER, "product Σ ⊠ ρ", points, law.densities(points));
        double tail = law.upperTailExponent().orElse(Double.NaN);
        return new StageSample(drawn, Optional.empty(), Optional.of(new StageProduct(curve, tail)));
    }

    /** Where the curve is drawn, evenly in log λ around the sample; at extreme parameters that has zeros and leaves the range of doubles. */
    static double[] points(double least, double greatest) {
        // a comparison with NaN is false
        double high = greatest > NEAREST ? Math.min(FARTHEST, 3 * greatest) : 1;
        double low = least > NEAREST ? Math.min(least / 3, high / 9) : NEAREST;
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[i] = low * Math.pow(high / low, i / (POINTS - 1.0));
        }
        return points;
    }

    private static FreeFactor factor(Orientation orientation, ParameterSet parameters) {
        boolean reciprocal = orientation == Orientation.INVERSE && parameters.get(Parameter.TAU) == 0;
        HtmpLaw base = HtmpLaw.of(parameters.get(Parameter.KAPPA), parameters.get(Parameter.GAMMA));
        return reciprocal
                ? FreeFactor.reciprocal(base, parameters.get(Parameter.SCALE))
                : FreeFactor.of(orientation.htmp().law(parameters));
    }
}
