package org.eigenscope.ui.training.run;

import java.util.Optional;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.compose.CurveFunction;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;

/**
 * A spectrum with a law fitted by maximum likelihood, ready to be drawn. γ is held at the shape's aspect ratio, as in surveys and in the
 * window of a spectrum.
 *
 * @param spectrum the spectrum; empty of a very large one, which would take too much memory to keep
 * @param values its positive eigenvalues, ascending, or quantiles of many; not to be written to
 * @param positive how many eigenvalues are positive
 * @param size N, zeros and negatives included
 * @param fit the fit; empty if there is none
 * @param curve the law's density
 * @param note why there is no fit, a sentence; otherwise empty
 */
@SuppressWarnings("ArrayRecordComponent") // painted in every frame
public record FittedSpectrum(
        Optional<Spectrum> spectrum,
        double[] values,
        int positive,
        int size,
        Optional<FitResult> fit,
        Line curve,
        String note) {
    /** A survey fits no fewer. */
    private static final int LEAST_EIGENVALUES = 10;
    /** Of an estimate, whose values are quantiles, so many are fitted. */
    private static final int MOST_QUANTILES = 2000;

    private static final int MOST_KEPT = 8192;

    private static final int CURVE_POINTS = 160;
    private static final double BEYOND = 2;

    /** Points of a line; not to be written to. */
    @SuppressWarnings("ArrayRecordComponent") // painted in every frame
    public record Line(double[] xs, double[] ys) {
        static final Line NONE = new Line(new double[0], new double[0]);
    }

    /**
     * Fits a law.
     *
     * @throws CancelledException if the work was cancelled
     */
    static FittedSpectrum of(Spectrum spectrum, LawFamily family, LawFitter fitter, CancelToken cancel)
            throws CancelledException {
        if (spectrum.positiveCount() < LEAST_EIGENVALUES) {
            return unfitted(
                    spectrum,
                    "It has " + spectrum.positiveCount() + " positive eigenvalues; fewer than " + LEAST_EIGENVALUES
                            + " are not fitted.");
        }
        try {
            FitResult fit = fitter.fit(request(spectrum, family), ProgressListener.NONE, cancel);
            return new FittedSpectrum(
                    kept(spectrum),
                    thinned(spectrum.positive(), MOST_KEPT),
                    spectrum.positiveCount(),
                    spectrum.size(),
                    Optional.of(fit),
                    curve(spectrum, fit),
                    "");
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException failure) {
            return unfitted(spectrum, failure.getMessage());
        }
    }

    private static FittedSpectrum unfitted(Spectrum spectrum, String why) {
        return new FittedSpectrum(
                kept(spectrum),
                thinned(spectrum.positive(), MOST_KEPT),
                spectrum.positiveCount(),
                spectrum.size(),
                Optional.empty(),
                Line.NONE,
                why);
    }

    private static Optional<Spectrum> kept(Spectrum spectrum) {
        return Optional.of(spectrum).filter(of -> of.size() <= MOST_KEPT);
    }

    /** What is asked of a fit to a spectrum. */
    public static FitRequest request(Spectrum spectrum, LawFamily family) {
        double[] positive = spectrum.positive();
        FitRequest request =
                FitRequest.of(spectrum.estimate().isPresent() ? thinned(positive, MOST_QUANTILES) : positive, family);
        double gamma = spectrum.details().aspectRatio().orElse(Double.NaN);
        boolean held = family.parameters().contains(Parameter.GAMMA) && HtmpLaw.GAMMAS.contains(gamma);
        return held ? request.withFixed(ParameterSet.EMPTY.with(Parameter.GAMMA, gamma)) : request;
    }

    /** So many of ascending values, at equal distances. */
    static double[] thinned(double[] values, int most) {
        if (values.length <= most) {
            return values;
        }
        double[] some = new double[most];
        for (int i = 0; i < most; i++) {
            some[i] = values[(int) ((i + 0.5) / most * values.length)];
        }
        return some;
    }

    private static Line curve(Spectrum spectrum, FitResult fit) {
        CurveFunction density =
                new LawCurve(fit.family(), fit.law()).among(spectrum).function(Ordinate.DENSITY);
        double[] positive = spectrum.positive();
        double low = Math.log(positive[0] / BEYOND);
        double span = Math.log(positive[positive.length - 1] * BEYOND) - low;
        double[] xs = new double[CURVE_POINTS];
        double[] ys = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            xs[i] = Math.exp(low + span * i / (CURVE_POINTS - 1));
            boolean inside = xs[i] > density.lower() && xs[i] < density.upper();
            ys[i] = inside ? Math.exp(density.logHeight().applyAsDouble(xs[i])) : Double.NaN;
        }
        return new Line(xs, ys);
    }

    /** κ of the fit; NaN without one. */
    public double kappa() {
        return fit.filter(found -> found.parameters().has(Parameter.KAPPA))
                .map(found -> found.parameters().get(Parameter.KAPPA))
                .orElse(Double.NaN);
    }
}
