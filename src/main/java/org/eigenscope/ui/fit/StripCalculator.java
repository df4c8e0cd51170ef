package org.eigenscope.ui.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.ProfileLikelihood;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.control.SliderScale;

/** Computes profile strips: for one scene, away from the foreground thread. */
final class StripCalculator {
    /** Where a profile is computed, in half-widths of its 95 % interval from the estimate. */
    private static final double[] REACHES = {0.3, 0.6, 1, 1.5, 2.2, 3.2, 4.5};

    private final LawFitter fitter;
    private final FitScene scene;
    private final CancelToken cancel;
    private final Map<ParameterSet, Profile> profiles = new HashMap<>();

    /** A profile likelihood and the fit at its top. */
    private record Profile(FitResult fit, ProfileLikelihood likelihood) {}

    StripCalculator(LawFitter fitter, FitScene scene, CancelToken cancel) {
        this.fitter = fitter;
        this.scene = scene;
        this.cancel = cancel;
    }

    /** The likelihood along a slider, the other parameters refitted at every point but for those that are kept. */
    LikelihoodStrip profile(Parameter parameter, SliderScale scale) throws EigenscopeException {
        Profile profile = profileHolding(scene.keptBut(parameter));
        double estimate = profile.fit().parameters().get(parameter);
        Interval interval = profile.likelihood().interval(parameter);
        double[] positions = around(scale, estimate, interval);
        double[] values = Arrays.stream(positions).map(scale::valueAt).toArray();
        double[] logs = profile.likelihood().along(parameter, values);
        double top = Math.max(
                profile.fit().logLikelihood(), Arrays.stream(logs).max().orElse(Double.NEGATIVE_INFINITY));
        double[] depths = Arrays.stream(logs).map(l -> Math.sqrt(2 * (top - l))).toArray();
        return new LikelihoodStrip(
                parameter,
                LikelihoodStrip.Kind.PROFILE,
                positions,
                depths,
                new StripInterval(interval.lower(), interval.upper(), interval.lowerOpen(), interval.upperOpen()));
    }

    private Profile profileHolding(ParameterSet kept) throws EigenscopeException {
        Profile known = profiles.get(kept);
        if (known == null) {
            FitRequest request = scene.request().withFixed(kept).withStart(scene.values());
            FitResult fit = fitter.fit(request, ProgressListener.NONE, cancel);
            known = new Profile(fit, new ProfileLikelihood(request, fit, cancel));
            profiles.put(kept, known);
        }
        return known;
    }

    /** Positions about the estimate and the ends of the interval, within the slider. */
    private static double[] around(SliderScale scale, double estimate, Interval interval) {
        double centre = scale.positionOf(estimate);
        double below = centre - scale.positionOf(interval.lower());
        double above = scale.positionOf(interval.upper()) - centre;
        double[] positions = new double[2 * REACHES.length + 1];
        for (int i = 0; i < REACHES.length; i++) {
            positions[2 * i] = Math.max(0, centre - REACHES[i] * below);
            positions[2 * i + 1] = Math.min(1, centre + REACHES[i] * above);
        }
        positions[positions.length - 1] = centre;
        double[] distinct = Arrays.stream(positions).sorted().distinct().toArray();
        // an estimate at the slider's very end with nothing around it
        return distinct.length > 1 ? distinct : new double[] {Math.max(0, centre - 0.01), Math.min(1, centre + 0.01)};
    }
}
