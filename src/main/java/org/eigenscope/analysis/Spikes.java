package org.eigenscope.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.edge.TracyWidom;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;

/**
 * The eigenvalues above a Marchenko–Pastur bulk laid under a spectrum, τ = 0 and γ that of the shape.
 *
 * <p>The largest eigenvalue of a pure bulk lies within the band with 95 % probability: s(√N + √M)²/M plus a Tracy–Widom
 * variable, of real or of complex matrices, times its width (I. M. Johnstone, Annals of Statistics 29, 2001, theorem 1.1), with M = N/γ.
 *
 * @param bandLower its 2.5 % point
 * @param bandUpper its 97.5 % point
 * @param values the eigenvalues above the band, ascending; copied in and out
 */
public record Spikes(double bandLower, double bandUpper, double[] values) {
    private static final double TAIL = 0.025;

    public Spikes {
        values = values.clone();
    }

    /**
     * The spikes of a spectrum; empty for a symmetric matrix, because its bulk has no aspect ratio.
     *
     * @throws EigenscopeException if no bulk can be fitted or the work was cancelled
     */
    public static Optional<Spikes> of(LawFitter fitter, Spectrum spectrum, CancelToken cancel)
            throws EigenscopeException {
        if (spectrum.details().aspectRatio().isEmpty()) {
            return Optional.empty();
        }
        double gamma = spectrum.details().aspectRatio().getAsDouble();
        ParameterSet held = ParameterSet.EMPTY.with(Parameter.TAU, 0).with(Parameter.GAMMA, gamma);
        double[] values = spectrum.positive();
        FitRequest request = FitRequest.of(values, LawFamily.MP).withFixed(held);
        FitResult bulk = fitter.fit(request, ProgressListener.NONE, cancel);
        int dysonIndex = spectrum.details().source().dysonIndex();
        return Optional.of(above(values, gamma, bulk.parameters().get(Parameter.SCALE), dysonIndex));
    }

    /** The spikes above a bulk of known scale, of real (1) or complex (2) entries. */
    static Spikes above(double[] values, double gamma, double scale, int dysonIndex) {
        double rootN = Math.sqrt(values.length);
        double rootM = Math.sqrt(values.length / gamma);
        double unit = scale / (rootM * rootM);
        double centre = unit * (rootN + rootM) * (rootN + rootM);
        double width = unit * (rootN + rootM) * Math.cbrt(1 / rootN + 1 / rootM);
        TracyWidom law = TracyWidom.of(dysonIndex);
        return of(values, centre + width * law.quantile(TAIL), centre + width * law.quantile(1 - TAIL));
    }

    /** The spikes above a band that is known. */
    public static Spikes above(Spectrum spectrum, double bandLower, double bandUpper) {
        return of(spectrum.positive(), bandLower, bandUpper);
    }

    private static Spikes of(double[] values, double bandLower, double bandUpper) {
        double[] above =
                Arrays.stream(values).filter(v -> v > bandUpper).sorted().toArray();
        return new Spikes(bandLower, bandUpper, above);
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
