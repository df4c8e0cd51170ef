package org.eigenscope.ui.fit.likelihood;

import java.util.Map;
import java.util.TreeMap;
import org.eigenscope.analysis.LawCache;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.figure.compose.KeptWindow;
import org.eigenscope.fit.model.CondensedSample;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.fit.law.FitScene;
import org.eigenscope.ui.fit.parameter.LikelihoodStrip;
import org.eigenscope.ui.fit.parameter.StripInterval;

/**
 * Computes slices through the likelihood along one slider, quickly enough to follow a drag: some fifty evaluations, of which
 * those along s and τ share one table of the law.
 */
final class SliceCalculator {
    private static final int GRID = 33;
    private static final int GOLDEN_STEPS = 14;
    private static final int SECANT_STEPS = 4;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final FitScene scene;
    private final CancelToken cancel;
    private final LawCache laws;
    private final KeptWindow window;
    private final CondensedSample used;
    private final double[] points;
    private final double[] buffer;

    SliceCalculator(FitScene scene, CancelToken cancel) {
        this.scene = scene;
        this.cancel = cancel;
        this.laws = new LawCache(scene.orientation().htmp());
        this.window = scene.eigenvalues().window(scene.trims());
        this.used = CondensedSample.of(scene.used().toArray());
        this.points = used.points();
        this.buffer = new double[points.length];
    }

    /** The likelihood along a slider with the other parameters held. */
    LikelihoodStrip slice(Parameter parameter, SliderScale scale) throws CancelledException {
        Slice slice = new Slice(parameter, scale);
        slice.sampleEvenly();
        slice.climb();
        double best = slice.best();
        StripInterval interval = slice.interval(best);
        return slice.toStrip(interval);
    }

    /** ln L of the used eigenvalues; −∞ where the law gives them no density or is not computed. */
    double logLikelihood(ParameterSet values) throws CancelledException {
        cancel.throwIfCancelled();
        SpectralLaw law;
        try {
            law = laws.law(values);
        } catch (BadInputException outsideTheTables) {
            return Double.NEGATIVE_INFINITY;
        }
        law.logDensities(points, buffer);
        double sum = used.sum(buffer);
        if (!window.isEverything()) {
            double mass = window.mass(law);
            sum = mass > 0 ? sum - scene.used().size() * Math.log(mass) : Double.NEGATIVE_INFINITY;
        }
        return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
    }

    /** The points of one slice so far, by position. */
    private final class Slice {
        private final Parameter parameter;
        private final SliderScale scale;
        private final TreeMap<Double, Double> logs = new TreeMap<>();

        Slice(Parameter parameter, SliderScale scale) {
            this.parameter = parameter;
            this.scale = scale;
        }

        double at(double position) throws CancelledException {
            Double known = logs.get(position);
            if (known == null) {
                known = logLikelihood(scene.values().with(parameter, scale.valueAt(position)));
                logs.put(position, known);
            }
            return known;
        }

        void sampleEvenly() throws CancelledException {
            for (int i = 0; i < GRID; i++) {
                at(i / (GRID - 1.0));
            }
            at(scale.positionOf(scene.values().get(parameter)));
        }

        double best() {
            return logs.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
        }

        /** Golden-section search between the neighbours of the best point. */
        void climb() throws CancelledException {
            double best = best();
            double low = logs.lowerKey(best) == null ? best : logs.lowerKey(best);
            double high = logs.higherKey(best) == null ? best : logs.higherKey(best);
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            for (int i = 0; i < GOLDEN_STEPS && high > low; i++) {
                if (at(left) >= at(right)) {
                    high = right;
                    right = left;
                    left = high - GOLDEN * (high - low);
                } else {
                    low = left;
                    left = right;
                    right = low + GOLDEN * (high - low);
                }
            }
        }

        StripInterval interval(double best) throws CancelledException {
            double lower = end(best, 0);
            double upper = end(best, 1);
            return new StripInterval(
                    scale.valueAt(lower), scale.valueAt(upper), depth(lower) < 1.9, depth(upper) < 1.9);
        }

        private double depth(double position) throws CancelledException {
            return Math.sqrt(2 * Math.max(0, logs.get(best()) - at(position)));
        }

        /** Where the slice crosses the 95 % level towards an end of the slider; the end itself if it does not. */
        private double end(double best, double limit) throws CancelledException {
            double inside = best;
            Double outside = limit > best ? logs.higherKey(best) : logs.lowerKey(best);
            while (outside != null && depth(outside) < LikelihoodStrip.DEPTH_95) {
                inside = outside;
                outside = limit > best ? logs.higherKey(outside) : logs.lowerKey(outside);
            }
            if (outside == null) {
                return inside;
            }
            double found = outside;
            for (int i = 0; i < SECANT_STEPS; i++) {
                double from = depth(inside);
                double to = depth(outside);
                double share = (LikelihoodStrip.DEPTH_95 - from) / (to - from);
                found = inside + (to < Double.POSITIVE_INFINITY ? share : 0.5) * (outside - inside);
                if (depth(found) < LikelihoodStrip.DEPTH_95) {
                    inside = found;
                } else {
                    outside = found;
                }
            }
            return found;
        }

        LikelihoodStrip toStrip(StripInterval interval) throws CancelledException {
            double top = logs.get(best());
            double[] positions =
                    logs.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            double[] depths = logs.values().stream()
                    .mapToDouble(l -> Math.sqrt(2 * (top - l)))
                    .toArray();
            return new LikelihoodStrip(parameter, LikelihoodStrip.Kind.SLICE, positions, depths, interval);
        }
    }
}
