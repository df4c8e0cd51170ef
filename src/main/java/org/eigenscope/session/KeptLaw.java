package org.eigenscope.session;

import org.eigenscope.figure.CurveFunction;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.SpectrumFigure;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.SpectralLaw;

/**
 * A law as it is drawn over a sample of which some was left out of the fit: scaled so that it holds as much between the trims as
 * the sample does, since that is what was fitted.
 *
 * @param family its family
 * @param law the law
 * @param below the part of the sample that is trimmed at the bottom
 * @param above the part that is trimmed at the top
 * @param lower the law's probability below the trims
 * @param upper the law's probability above them
 */
record KeptLaw(LawFamily family, SpectralLaw law, double below, double above, double lower, double upper)
        implements SpectrumFigure.DrawnLaw {
    static KeptLaw of(LawPlan plan, double[] sorted, Conventions conventions) {
        SpectralLaw law = plan.law();
        int n = sorted.length;
        int bottom = conventions.trimBottom();
        int top = conventions.trimTop();
        if (bottom + top == 0 || bottom + top >= n) {
            return new KeptLaw(plan.family(), law, 0, 0, 0, 0);
        }
        return new KeptLaw(
                plan.family(),
                law,
                (double) bottom / n,
                (double) top / n,
                bottom == 0 ? 0 : law.cumulative(sorted[bottom - 1]),
                top == 0 ? 0 : law.survival(sorted[n - top]));
    }

    /** By how much the law's density is scaled. */
    double weight() {
        double mass = 1 - lower - upper;
        return mass > 0 ? (1 - below - above) / mass : 1;
    }

    @Override
    public CurveFunction function(Ordinate ordinate) {
        double weight = weight();
        return switch (ordinate) {
            case DENSITY -> CurveFunction.densityOf(law).times(weight);
            case CUMULATIVE -> CurveFunction.share(x -> below + weight * (law.cumulative(x) - lower));
            case SURVIVAL -> CurveFunction.share(x -> above + weight * (law.survival(x) - upper));
        };
    }
}
