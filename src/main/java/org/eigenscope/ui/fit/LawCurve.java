package org.eigenscope.ui.fit;

import java.util.Objects;
import org.eigenscope.figure.CurveFunction;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.SpectrumFigure;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.SpectralLaw;

/**
 * A law that is drawn over the spectrum. After trims the fit speaks of the kept window alone: the law is drawn scaled so that
 * it holds as much of the window as the eigenvalues do.
 *
 * @param family whose name and colour it has
 * @param law the law at the parameters on screen
 * @param window what the fit looks through
 * @param weight what the law's probabilities are multiplied by, 1 without trims
 */
public record LawCurve(LawFamily family, SpectralLaw law, KeptWindow window, double weight)
        implements SpectrumFigure.DrawnLaw {
    public LawCurve {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(window, "window");
    }

    /** A law over an untrimmed spectrum. */
    public LawCurve(LawFamily family, SpectralLaw law) {
        this(family, law, KeptWindow.EVERYTHING, 1);
    }

    @Override
    public CurveFunction function(Ordinate ordinate) {
        return switch (ordinate) {
            case DENSITY -> CurveFunction.densityOf(law).times(weight);
            case CUMULATIVE -> CurveFunction.share(this::cumulative);
            case SURVIVAL -> CurveFunction.share(this::survival);
        };
    }

    static LawCurve over(KeptWindow window, LawFamily family, SpectralLaw law) {
        double mass = window.isEverything() ? 1 : window.mass(law);
        return new LawCurve(family, law, window, mass > 0 ? window.inside() / mass : 1);
    }

    /** The law's share of eigenvalues up to λ, in line with the eigenvalues at the ends of the window. */
    public double cumulative(double lambda) {
        if (window.isEverything()) {
            return law.cumulative(lambda);
        }
        double before = window.lower() == Double.NEGATIVE_INFINITY ? 0 : law.cumulative(window.lower());
        return window.below() + weight * (law.cumulative(lambda) - before);
    }

    /** The law's share of eigenvalues above λ, in line with the eigenvalues at the ends of the window. */
    public double survival(double lambda) {
        if (window.isEverything()) {
            return law.survival(lambda);
        }
        double beyond = window.upper() == Double.POSITIVE_INFINITY ? 0 : law.survival(window.upper());
        return 1 - window.below() - window.inside() + weight * (law.survival(lambda) - beyond);
    }
}
