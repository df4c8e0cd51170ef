package org.eigenscope.fit;

import static org.eigenscope.law.Parameter.GAMMA;
import static org.eigenscope.law.Parameter.KAPPA;
import static org.eigenscope.law.Parameter.SHAPE;
import static org.eigenscope.law.Parameter.TAU;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.numeric.Cost;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;
import org.eigenscope.law.SpectralLaw;

/**
 * Where searches start: a small grid around the moment estimates, ranked by cost.
 *
 * <p>The mean-one sample of X (λ − τ, or its inverse for inverse laws) has variance γ(1 + 2/κ), hence κ₀ = 2/(Var/γ − 1), and 1/a
 * for the Gamma laws. Scales come from matching the mean of X and from matching the upper decile and the median of Λ.
 */
final class StartingPoints {
    private static final double[] SHIFT_FRACTIONS = {0, 0.5, 0.9};
    private static final double[] GAMMAS = {0.1, 0.5, 0.9};
    private static final double[] OTHER_KAPPAS = {0.5, 5, 100};
    private static final double[] MATCHED_RANKS = {0.5, 0.9};

    private final Sample sample;
    private final Coordinates coordinates;
    private final StandardLaws laws;
    private final ParameterSet hints;

    StartingPoints(Sample sample, Coordinates coordinates, StandardLaws laws, ParameterSet hints) {
        this.sample = sample;
        this.coordinates = coordinates;
        this.laws = laws;
        this.hints = hints;
    }

    /** The starts, cheapest first, at most {@code limit} of them and none twice. */
    List<double[]> best(Cost cost, int limit) throws CancelledException {
        List<Optimum> ranked = new ArrayList<>();
        for (double[] theta : candidates()) {
            ranked.add(new Optimum(theta, cost.at(theta), false));
        }
        ranked.sort(Comparator.comparingDouble(Optimum::cost));
        return ranked.stream().limit(limit).map(Optimum::theta).toList();
    }

    private List<double[]> candidates() {
        List<double[]> thetas = new ArrayList<>();
        for (ParameterSet shape : shapes()) {
            SpectralLaw law = laws.at(coordinates.of(shape.with(coordinates.scaleParameter(), 1)));
            for (double scale : scales(law, shape)) {
                double value = coordinates.scaleValue(scale);
                if (coordinates.scaleParameter().accepts(value)) {
                    thetas.add(coordinates.of(shape.with(coordinates.scaleParameter(), value)));
                }
            }
        }
        return thetas;
    }

    private Set<ParameterSet> shapes() {
        Set<ParameterSet> shapes = new LinkedHashSet<>();
        for (double shift : choices(TAU, scaledBy(SHIFT_FRACTIONS, coordinates.largestShift()))) {
            ParameterSet base = ParameterSet.EMPTY.with(TAU, shift);
            double variance = relativeVariance(shift);
            if (coordinates.family().parameters().contains(SHAPE)) {
                double shape = clamped(1 / variance, 0.01, 1e4);
                for (double a : choices(SHAPE, shape, 1, 4)) {
                    shapes.add(base.with(SHAPE, a));
                }
                continue;
            }
            for (double gamma : choices(GAMMA, GAMMAS)) {
                addKappas(shapes, base.with(GAMMA, gamma), variance / gamma);
            }
        }
        return shapes;
    }

    private void addKappas(Set<ParameterSet> shapes, ParameterSet base, double variancePerGamma) {
        if (!coordinates.family().parameters().contains(KAPPA)) {
            shapes.add(base);
            return;
        }
        // Var < γ leaves no finite κ: the sample is narrower than MP
        double moment = variancePerGamma > 1 ? clamped(2 / (variancePerGamma - 1), 0.05, 500) : 500;
        Set<Double> kappas = new TreeSet<>();
        for (double other : OTHER_KAPPAS) {
            kappas.add(other);
        }
        kappas.add(moment);
        for (double kappa : choices(KAPPA, kappas.stream().mapToDouble(k -> k).toArray())) {
            shapes.add(base.with(KAPPA, kappa));
        }
    }

    private double[] choices(Parameter parameter, double... values) {
        if (coordinates.fixed().has(parameter)) {
            return new double[] {coordinates.fixed().get(parameter)};
        }
        return hints.has(parameter) ? new double[] {hints.get(parameter)} : values;
    }

    private double[] scales(SpectralLaw law, ParameterSet shape) {
        double shift = shape.get(TAU);
        Parameter parameter = coordinates.scaleParameter();
        if (coordinates.tied().contains(parameter)) {
            return new double[] {1};
        }
        if (!coordinates.isFree(parameter) || hints.has(parameter)) {
            double value = coordinates.isFree(parameter)
                    ? hints.get(parameter)
                    : coordinates.fixed().get(parameter);
            return new double[] {coordinates.scaleValue(value)};
        }
        double[] scales = new double[MATCHED_RANKS.length + 1];
        for (int i = 0; i < MATCHED_RANKS.length; i++) {
            scales[i] = (sample.quantile(MATCHED_RANKS[i]) - shift) / law.quantile(MATCHED_RANKS[i]);
        }
        scales[MATCHED_RANKS.length] = meanScale(shape);
        return scales;
    }

    /** s from the mean of X: 1 for HTMP and MP, the shape for the standard Gamma laws. */
    private double meanScale(ParameterSet shape) {
        double mean = mean(shape.get(TAU));
        return switch (coordinates.family()) {
            case HTMP, MP -> mean;
            case INVERSE_HTMP, INVERSE_MP -> 1 / mean;
            case GAMMA_LAW -> mean / shape.get(SHAPE);
            case INVERSE_GAMMA -> shape.get(SHAPE) / mean;
        };
    }

    private boolean isInverse() {
        LawFamily family = coordinates.family();
        return family == LawFamily.INVERSE_HTMP || family == LawFamily.INVERSE_MP || family == LawFamily.INVERSE_GAMMA;
    }

    private double mean(double shift) {
        double sum = 0;
        for (double value : sample.values()) {
            sum += isInverse() ? 1 / (value - shift) : value - shift;
        }
        return sum / sample.size();
    }

    private double relativeVariance(double shift) {
        double mean = mean(shift);
        double sum = 0;
        for (double value : sample.values()) {
            double x = (isInverse() ? 1 / (value - shift) : value - shift) / mean - 1;
            sum += x * x;
        }
        return Math.max(sum / sample.size(), 1e-6);
    }

    private static double[] scaledBy(double[] fractions, double factor) {
        double[] values = new double[fractions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fractions[i] * factor;
        }
        return values;
    }

    private static double clamped(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
