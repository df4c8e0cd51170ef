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
        double low = drawn[0] / 3;
        double ratio = 3 * drawn[drawn.length - 1] / low;
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[i] = low * Math.pow(ratio, i / (POINTS - 1.0));
        }
        Curve curve = Curve.of(CurveRole.OTHER, "product Σ ⊠ ρ", points, law.densities(points));
        double tail = law.upperTailExponent().orElse(Double.NaN);
        return new StageSample(drawn, Optional.empty(), Optional.of(new StageProduct(curve, tail)));
    }

    private static FreeFactor factor(Orientation orientation, ParameterSet parameters) {
        boolean reciprocal = orientation == Orientation.INVERSE && parameters.get(Parameter.TAU) == 0;
        HtmpLaw base = HtmpLaw.of(parameters.get(Parameter.KAPPA), parameters.get(Parameter.GAMMA));
        return reciprocal
                ? FreeFactor.reciprocal(base, parameters.get(Parameter.SCALE))
                : FreeFactor.of(orientation.htmp().law(parameters));
    }
}
