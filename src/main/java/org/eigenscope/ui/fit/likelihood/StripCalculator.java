package org.eigenscope.ui.fit.likelihood;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.interval.ProfileStrip;
import org.eigenscope.fit.interval.ProfileStrips;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.fit.law.FitScene;
import org.eigenscope.ui.fit.parameter.LikelihoodStrip;
import org.eigenscope.ui.fit.parameter.StripInterval;

/** Converts profile likelihoods to positions of sliders. */
final class StripCalculator {
    /** Evenly spaced points, in addition to those where the profile was searched. */
    private static final int EVEN_POINTS = 65;

    private final LawFitter fitter;

    StripCalculator(LawFitter fitter) {
        this.fitter = fitter;
    }

    /** The likelihood along a slider, with the other parameters refitted at every point, except those that are kept. */
    LikelihoodStrip profile(FitScene scene, Parameter parameter, SliderScale scale, CancelToken cancel)
            throws EigenscopeException {
        FitRequest request = scene.request().withFixed(scene.keptBut(parameter));
        ProfileStrip profile = ProfileStrips.of(request, top(scene, parameter, request, cancel), parameter, cancel);
        double[] positions = positions(scale, profile);
        double[] depths = Arrays.stream(positions)
                .map(t -> Math.sqrt(2 * profile.drop(scale.valueAt(t))))
                .toArray();
        return new LikelihoodStrip(
                parameter, LikelihoodStrip.Kind.PROFILE, positions, depths, interval(profile.interval()));
    }

    /**
     * Parameters near the maximum of the profile. A kept parameter may be far from it, where a local search would miss
     * it.
     */
    private ParameterSet top(FitScene scene, Parameter parameter, FitRequest request, CancelToken cancel)
            throws EigenscopeException {
        return scene.isKept(parameter)
                ? fitter.fit(request.withStart(scene.values()), ProgressListener.NONE, cancel)
                        .parameters()
                : scene.values();
    }

    private static double[] positions(SliderScale scale, ProfileStrip profile) {
        DoubleStream even = IntStream.range(0, EVEN_POINTS).mapToDouble(i -> i / (EVEN_POINTS - 1.0));
        DoubleStream searched = Arrays.stream(profile.searched())
                .filter(value -> value >= scale.minimum() && value <= scale.maximum())
                .map(scale::positionOf);
        return DoubleStream.concat(even, searched).sorted().distinct().toArray();
    }

    private static StripInterval interval(Interval interval) {
        return new StripInterval(interval.lower(), interval.upper(), interval.lowerOpen(), interval.upperOpen());
    }
}
