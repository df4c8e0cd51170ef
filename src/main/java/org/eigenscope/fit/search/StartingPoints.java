package org.eigenscope.fit.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.fit.model.StandardLaws;
import org.eigenscope.fit.numeric.Cost;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** The points where searches start: the family's own few starts with suitable scales, ranked by cost. */
final class StartingPoints {
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

    /**
     * The cheapest starts that are apart from each other, cheapest first.
     *
     * @param limit how many at most
     * @param apart starts closer than this in every coordinate are likely to lead to the same maximum
     */
    List<double[]> best(Cost cost, int limit, double apart) throws CancelledException {
        List<Optimum> ranked = new ArrayList<>();
        for (double[] theta : candidates()) {
            ranked.add(new Optimum(theta, cost.at(theta), false));
        }
        ranked.sort(Comparator.comparingDouble(Optimum::cost));
        List<double[]> chosen = new ArrayList<>();
        for (Optimum start : ranked) {
            if (chosen.size() < limit && chosen.stream().allMatch(other -> areApart(other, start.theta(), apart))) {
                chosen.add(start.theta());
            }
        }
        return chosen;
    }

    private static boolean areApart(double[] a, double[] b, double apart) {
        for (int j = 0; j < a.length; j++) {
            if (Math.abs(a[j] - b[j]) > apart) {
                return true;
            }
        }
        return false;
    }

    private List<double[]> candidates() {
        Parameter parameter = coordinates.standard().scaleParameter();
        List<double[]> thetas = new ArrayList<>();
        for (ParameterSet start : new LinkedHashSet<>(coordinates.standard().starts(sample, this::choices))) {
            SpectralLaw law = laws.at(coordinates.of(start.with(parameter, 1)));
            for (double scale : scales(law, start)) {
                double value = coordinates.standard().scale(scale);
                if (parameter.accepts(value)) {
                    thetas.add(coordinates.of(start.with(parameter, value)));
                }
            }
        }
        return thetas;
    }

    private double[] choices(Parameter parameter, double... values) {
        if (coordinates.fixed().has(parameter)) {
            return new double[] {coordinates.fixed().get(parameter)};
        }
        return hints.has(parameter) ? new double[] {coordinates.clamped(parameter, hints.get(parameter))} : values;
    }

    private double[] scales(SpectralLaw law, ParameterSet start) {
        Parameter parameter = coordinates.standard().scaleParameter();
        if (coordinates.tied().contains(parameter)) {
            return new double[] {1};
        }
        if (!coordinates.isFree(parameter) || hints.has(parameter)) {
            ParameterSet known = coordinates.isFree(parameter) ? hints : coordinates.fixed();
            return new double[] {coordinates.standard().scale(known.get(parameter))};
        }
        return coordinates.standard().scales(sample, law, start);
    }
}
