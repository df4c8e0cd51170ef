package org.eigenscope.figure.compose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.spectrum.Spectrum;

/**
 * A law that is drawn over a spectrum, relative to all its eigenvalues: a law of positive ones has as much weight as
 * these. After trims the fit describes the kept window alone: the law is scaled so that the window has the same share
 * under the law as among the eigenvalues.
 *
 * @param family the family that decides its colour
 * @param label what the legend calls it
 * @param law the law at its parameters
 * @param window the window of eigenvalues that the fit uses
 * @param weight what the law's probabilities are multiplied by, 1 without trims
 * @param portion the part of all eigenvalues that the law describes
 */
public record LawCurve(
        LawFamily family, String label, SpectralLaw law, KeptWindow window, double weight, Portion portion)
        implements SpectrumFigure.DrawnLaw {
    public LawCurve {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(portion, "portion");
    }

    /** A law over an untrimmed spectrum. */
    public LawCurve(LawFamily family, SpectralLaw law) {
        this(family, family.displayName(), law, KeptWindow.EVERYTHING, 1, Portion.EVERYTHING);
    }

    /** A law over the kept eigenvalues of a trimmed spectrum. */
    public static LawCurve over(KeptWindow window, LawFamily family, SpectralLaw law) {
        double mass = window.isEverything() ? 1 : window.mass(law);
        double weight = mass > 0 ? window.inside() / mass : 1;
        return new LawCurve(family, family.displayName(), law, window, weight, Portion.EVERYTHING);
    }

    /** The same law relative to all eigenvalues of a spectrum; it may describe the positive ones alone. */
    public LawCurve among(Spectrum spectrum) {
        return new LawCurve(family, label, law, window, weight, Portion.of(family, spectrum));
    }

    /** The same law, labelled as a limit of another one. */
    public LawCurve asLimit() {
        String limit = family.role().limit();
        return new LawCurve(family, family.displayName() + " (" + limit + ")", law, window, weight, portion);
    }

    /**
     * The law whose kept window is marked: one of eigenvalues of any sign, where the abscissa shows them all, or else the first.
     *
     * @param laws the most important first
     */
    public static Optional<LawCurve> marked(List<LawCurve> laws, AxisScale abscissa) {
        return laws.stream()
                .filter(law -> law.family.isOfAnySign() && abscissa.showsNegatives())
                .findFirst()
                .or(() -> laws.stream().findFirst());
    }

    @Override
    public CurveFunction function(Ordinate ordinate) {
        return switch (ordinate) {
            case DENSITY -> CurveFunction.densityOf(law).times(weight * portion.inside());
            case CUMULATIVE -> CurveFunction.share(this::cumulative);
            case SURVIVAL -> CurveFunction.share(this::survival);
        };
    }

    /** The law's share of all eigenvalues up to λ, in line with the eigenvalues at the ends of the window. */
    public double cumulative(double lambda) {
        return portion.below() + portion.inside() * cumulativeInside(lambda);
    }

    private double cumulativeInside(double lambda) {
        if (window.isEverything()) {
            return law.cumulative(lambda);
        }
        double before = window.lower() == Double.NEGATIVE_INFINITY ? 0 : law.cumulative(window.lower());
        return window.below() + weight * (law.cumulative(lambda) - before);
    }

    /** The law's share of all eigenvalues above λ, in line with the eigenvalues at the ends of the window. */
    public double survival(double lambda) {
        return portion.inside() * survivalInside(lambda);
    }

    private double survivalInside(double lambda) {
        if (window.isEverything()) {
            return law.survival(lambda);
        }
        double beyond = window.upper() == Double.POSITIVE_INFINITY ? 0 : law.survival(window.upper());
        return 1 - window.below() - window.inside() + weight * (law.survival(lambda) - beyond);
    }
}
